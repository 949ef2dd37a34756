"use server";

import { z } from "zod";
import { adopt, adoptSchema } from "@/bulletin/desk/adopt";
import { merge, mergeSchema } from "@/bulletin/desk/merge";
import { decline, declineSchema, flag, flagSchema, markRead, returnItem, returnSchema } from "@/bulletin/desk/select";
import { id } from "@/bulletin/text/fields";
import { action } from "@/lib/action";

export const adoptAction = action("adopt", adoptSchema, adopt);

export const mergeAction = action("merge", mergeSchema, merge);

export const returnAction = action("return", returnSchema, returnItem);

export const declineAction = action("decline", declineSchema, decline);

export const flagAction = action("flag", flagSchema, flag);

export const markReadAction = action("markRead", z.object({ id }), (actor, input) => markRead(actor, input.id));

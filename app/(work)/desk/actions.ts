"use server";

import { z } from "zod";
import { adopt, adoptSchema } from "@/bulletin/desk/adopt";
import { decline, declineSchema, flag, flagSchema, markRead, returnItem, returnSchema } from "@/bulletin/desk/select";
import { id } from "@/bulletin/text/fields";
import { action } from "@/lib/action";

export const adoptAction = action(adoptSchema, adopt);

export const returnAction = action(returnSchema, returnItem);

export const declineAction = action(declineSchema, decline);

export const flagAction = action(flagSchema, flag);

export const markReadAction = action(z.object({ id }), (actor, input) => markRead(actor, input.id));

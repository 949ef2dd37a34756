"use server";

import { z } from "zod";
import { acknowledge, open } from "@/bulletin/post/receipts";
import { id } from "@/bulletin/text/fields";
import { action } from "@/lib/action";

const issue = z.object({ id });

export const openAction = action("open", issue, (actor, input) => open(actor, input.id));

export const acknowledgeAction = action("acknowledge", issue, (actor, input) => acknowledge(actor, input.id));

"use server";

import { z } from "zod";
import { deputySchema, giveTray, takeTrayBack } from "@/bulletin/post/deputies";
import { id } from "@/bulletin/text/fields";
import { action } from "@/lib/action";

export const giveTrayAction = action("giveTray", deputySchema, giveTray);
export const takeTrayBackAction = action("takeTrayBack", z.object({ id }), (actor, input) =>
  takeTrayBack(actor, input.id),
);

"use server";

import { redirect } from "next/navigation";
import {
  adjust,
  adjustmentSchema,
  withdrawAdjustment,
  withdrawAdjustmentSchema,
} from "@/bulletin/archive/points/adjustments";
import { closePoints, closingSchema } from "@/bulletin/archive/points/closing";
import {
  enterRuleSet,
  ruleSetSchema,
  withdrawRuleSet,
  withdrawRuleSetSchema,
} from "@/bulletin/archive/points/ruleSets";
import { pointsOffSchema, pointsOnSchema, turnPointsOff, turnPointsOn } from "@/bulletin/archive/points/switches";
import { action } from "@/lib/action";

export const turnPointsOnAction = action("turnPointsOn", pointsOnSchema, turnPointsOn);
export const turnPointsOffAction = action("turnPointsOff", pointsOffSchema, turnPointsOff);
export const enterRuleSetAction = action("enterRuleSet", ruleSetSchema, async (actor, input) => {
  await enterRuleSet(actor, input);
  redirect("/stats/points/rules");
});
export const withdrawRuleSetAction = action("withdrawRuleSet", withdrawRuleSetSchema, withdrawRuleSet);
export const adjustAction = action("adjustPoints", adjustmentSchema, adjust);
export const withdrawAdjustmentAction = action("withdrawAdjustment", withdrawAdjustmentSchema, withdrawAdjustment);
export const closePointsAction = action("closePoints", closingSchema, closePoints);

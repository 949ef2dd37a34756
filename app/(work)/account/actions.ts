"use server";

import { z } from "zod";
import { changePassword, ownPasswordSchema } from "@/bulletin/people/ownPassword";
import {
  beginSecondStep,
  codeSchema,
  confirmSecondStep,
  endSecondStep,
  firstCodeSchema,
  passSecondStep,
  renewRecoveryCodes,
} from "@/bulletin/people/secondStep";
import { endMySession, endOtherSessions } from "@/bulletin/people/sessions";
import { id } from "@/bulletin/text/fields";
import { action } from "@/lib/action";
import { sessionIdOfRequest } from "@/lib/session";

const nothing = z.object({});
const here = async () => (await sessionIdOfRequest()) ?? "";
const first = { isDueFirst: true };

export const endMySessionAction = action("endSession", z.object({ id }), (actor, input) =>
  endMySession(actor, input.id),
);
export const endOtherSessionsAction = action("endOtherSessions", nothing, async (actor) =>
  endOtherSessions(actor, await here()),
);
export const changePasswordAction = action(
  "changePassword",
  ownPasswordSchema,
  async (actor, input) => changePassword(actor, input, await here()),
  first,
);
export const beginSecondStepAction = action("beginSecondStep", nothing, beginSecondStep, first);
export const confirmSecondStepAction = action(
  "confirmSecondStep",
  firstCodeSchema,
  async (actor, input) => confirmSecondStep(actor, input, await here()),
  first,
);
export const passSecondStepAction = action(
  "passSecondStep",
  codeSchema,
  async (actor, input) => passSecondStep(actor, input, await here()),
  first,
);
export const renewRecoveryCodesAction = action("renewRecoveryCodes", codeSchema, renewRecoveryCodes);
export const endSecondStepAction = action("endSecondStep", codeSchema, endSecondStep);

"use server";

import { z } from "zod";
import {
  accountSchema,
  disableAccount,
  enableAccount,
  grantRoles,
  openAccount,
  resetPassword,
  rolesSchema,
} from "@/bulletin/people/accounts";
import { closeOffice, enterOffice, officeSchema } from "@/bulletin/people/offices";
import { enterOfficial, officialSchema } from "@/bulletin/people/roster";
import { id } from "@/bulletin/text/fields";
import { action } from "@/lib/action";

const one = z.object({ id });

export const openAccountAction = action(accountSchema, openAccount);
export const disableAccountAction = action(one, (actor, input) => disableAccount(actor, input.id));
export const enableAccountAction = action(one, (actor, input) => enableAccount(actor, input.id));
export const resetPasswordAction = action(one, (actor, input) => resetPassword(actor, input.id));
export const enterOfficeAction = action(officeSchema, enterOffice);
export const closeOfficeAction = action(one, (actor, input) => closeOffice(actor, input.id));
export const enterOfficialAction = action(officialSchema, enterOfficial);
export const grantRolesAction = action(rolesSchema, grantRoles);

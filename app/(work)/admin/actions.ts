"use server";

import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { accountPolicyForm, setAccountPolicy } from "@/bulletin/people/accountPolicy";
import {
  accountChangeForm,
  accountSchema,
  changeAccount,
  disableAccount,
  enableAccount,
  openAccount,
  resetPassword,
} from "@/bulletin/people/accounts";
import { backUpNow } from "@/bulletin/people/backUpNow";
import { closeOffice, enterOffice, officeForm } from "@/bulletin/people/offices";
import { grantRoles, rolesForm } from "@/bulletin/people/roles";
import { enterOfficial, officialForm } from "@/bulletin/people/roster";
import { resetSecondStep } from "@/bulletin/people/secondStep";
import { copySchema, ownerOfCopy } from "@/bulletin/post/copies";
import { verifyRecord } from "@/bulletin/record/verifyRecord";
import { id } from "@/bulletin/text/fields";
import { action } from "@/lib/action";
import { formatMoment } from "@/lib/dates";
import { verifiedInWords } from "./record/verified";

const one = z.object({ id });

export const openAccountAction = action("openAccount", accountSchema, async (actor, input) =>
  withWords(await openAccount(actor, input)),
);
export const changeAccountAction = action("changeAccount", accountChangeForm, changeAccount);
export const disableAccountAction = action("disableAccount", one, (actor, input) => disableAccount(actor, input.id));
export const enableAccountAction = action("enableAccount", one, (actor, input) => enableAccount(actor, input.id));
export const resetPasswordAction = action("resetPassword", one, async (actor, input) =>
  withWords(await resetPassword(actor, input.id)),
);
export const backUpNowAction = action("backUpNow", z.object({}), backUpNow);
export const enterOfficeAction = action("enterOffice", officeForm, enterOffice);
export const closeOfficeAction = action("closeOffice", one, (actor, input) => closeOffice(actor, input.id));
export const enterOfficialAction = action("enterOfficial", officialForm, enterOfficial);
export const lookUpCopyAction = action("lookUpCopy", copySchema, async (actor, input) => {
  const { number, createdAt, account, issue } = await ownerOfCopy(actor, input);
  const [name, locale] = await Promise.all([getTranslations("issueName"), getLocale()]);
  return {
    number,
    name: account.name,
    account: account.account,
    office: account.office.name,
    issue: `${issue.publication.name} ${issue.year} ${name(issue.series, { number: issue.number ?? 0 })}`,
    at: formatMoment(createdAt, locale, { record: true }),
  };
});
export const verifyRecordAction = action("verifyRecord", z.object({}), async (actor) =>
  verifiedInWords(await verifyRecord(actor)),
);
export const grantRolesAction = action("grantRoles", rolesForm, grantRoles);
export const resetSecondStepAction = action("resetSecondStep", one, (actor, input) => resetSecondStep(actor, input.id));
export const setAccountPolicyAction = action("setAccountPolicy", accountPolicyForm, setAccountPolicy);

/** When a link ends, as the person who is shown it reads it. */
async function withWords<T extends { until?: Date }>({ until, ...given }: T) {
  return { ...given, until: until && formatMoment(until, await getLocale(), { record: true }) };
}

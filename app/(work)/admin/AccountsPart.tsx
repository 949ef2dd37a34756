import { getLocale, getTranslations } from "next-intl/server";
import { accountFilter, accounts } from "@/bulletin/people/accountList";
import { accountShown } from "@/bulletin/people/accounts";
import { offices } from "@/bulletin/people/offices";
import { wholeRoster } from "@/bulletin/people/roster";
import { stampOf } from "@/bulletin/seen";
import { ActDialog } from "@/components/ActDialog";
import { SelectField, TextField } from "@/components/Field";
import { Table } from "@/components/Table";
import type { Actor } from "@/lib/actor";
import { listed } from "@/lib/listed";
import { AccountSearch } from "./AccountSearch";
import { changeAccountAction, disableAccountAction, enableAccountAction } from "./actions";
import { FoundAccounts } from "./FoundAccounts";
import { OpenAccount } from "./OpenAccount";
import { ResetPassword } from "./ResetPassword";

/** Accounts are made here and get their roles from the security administrator. */
export async function AccountsPart({ actor, search }: { actor: Actor; search: Record<string, string> }) {
  const filter = accountFilter.parse(search);
  const [say, role, locale, found, all, roster] = await Promise.all([
    getTranslations("admin"),
    getTranslations("roles"),
    getLocale(),
    accounts(actor, filter),
    offices(actor),
    wholeRoster(actor),
  ]);
  const officeOptions = all.map(({ id, name }) => ({ value: id, label: name }));
  const officialOptions = roster.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 py-3">
        <p className="text-ink-3">
          {filter.text
            ? say("accountsFound", { count: found.count })
            : say("accountsFact", { count: found.count, disabled: found.disabled })}
        </p>
        <AccountSearch part="accounts" text={filter.text} />
        <OpenAccount>
          <div className="grid gap-3">
            <TextField name="account" label={say("account")} hint={say("accountHint")} required autoComplete="off" />
            <TextField name="name" label={say("name")} required autoComplete="off" />
            <SelectField name="officeId" label={say("office")} options={officeOptions} />
            <SelectField
              name="officialId"
              label={say("official")}
              empty={say("noOfficial")}
              options={officialOptions}
            />
            <TextField name="phone" label={say("phone")} />
            <TextField name="email" type="email" label={say("email")} />
            <TextField name="password" label={say("password")} hint={say("passwordHint")} autoComplete="new-password" />
          </div>
        </OpenAccount>
      </div>
      <FoundAccounts part="accounts" text={filter.text} found={found}>
        <Table
          caption={say("accounts")}
          rows={found.rows}
          columns={[
            {
              key: "account",
              head: say("account"),
              cell: ({ account, disabledAt }) => (
                <span className={disabledAt ? "text-ink-3 line-through" : ""}>{account}</span>
              ),
            },
            { key: "name", head: say("name"), cell: ({ name }) => name, className: "whitespace-nowrap" },
            { key: "office", head: say("office"), below: true, cell: ({ office }) => office.shortName },
            {
              key: "roles",
              head: say("roles"),
              below: true,
              cell: ({ roles }) =>
                listed(
                  roles.map((each) => role(each.role)),
                  locale,
                ),
            },
            { key: "phone", head: say("phone"), wide: true, cell: ({ phone }) => phone },
            {
              key: "acts",
              head: say("acts"),
              align: "right",
              cell: ({ id, account, name, office, officialId, phone, email, disabledAt }) =>
                id === actor.id ? (
                  <span className="text-ink-3">{say("oneself")}</span>
                ) : (
                  <span className="-my-2 inline-flex flex-wrap justify-end gap-2">
                    <ActDialog
                      verb={say("change")}
                      title={say("changeTitle", { name: account })}
                      action={changeAccountAction as never}
                      staysOpen
                      hidden={{ id }}
                      seen={stampOf(accountShown({ name, officeId: office.id, officialId, phone, email }))}
                      openTone="text"
                    >
                      <div className="grid gap-3">
                        <TextField name="name" label={say("name")} defaultValue={name} required />
                        <SelectField
                          name="officeId"
                          label={say("office")}
                          options={officeOptions}
                          defaultValue={office.id}
                        />
                        <SelectField
                          name="officialId"
                          label={say("official")}
                          empty={say("noOfficial")}
                          options={officialOptions}
                          defaultValue={officialId ?? ""}
                        />
                        <TextField name="phone" label={say("phone")} defaultValue={phone} />
                        <TextField name="email" type="email" label={say("email")} defaultValue={email} />
                      </div>
                    </ActDialog>
                    <ResetPassword id={id} account={account} />
                    <ActDialog
                      verb={disabledAt ? say("enable") : say("disable")}
                      title={disabledAt ? say("enableTitle", { account }) : say("disableTitle", { account })}
                      action={(disabledAt ? enableAccountAction : disableAccountAction) as never}
                      hidden={{ id }}
                      openTone="text"
                    >
                      <p>{disabledAt ? say("enableFact") : say("disableFact")}</p>
                    </ActDialog>
                  </span>
                ),
            },
          ]}
        />
      </FoundAccounts>
    </>
  );
}

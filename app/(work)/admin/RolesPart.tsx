import { getLocale, getTranslations } from "next-intl/server";
import { accountFilter, accounts } from "@/bulletin/people/accountList";
import { rolesShown } from "@/bulletin/people/roles";
import { stampOf } from "@/bulletin/seen";
import { ActDialog } from "@/components/ActDialog";
import { Checkbox } from "@/components/Field";
import { Table } from "@/components/Table";
import { Role } from "@/generated/prisma/enums";
import type { Actor } from "@/lib/actor";
import { listed } from "@/lib/listed";
import { AccountSearch } from "./AccountSearch";
import { grantRolesAction, resetSecondStepAction } from "./actions";
import { FoundAccounts } from "./FoundAccounts";

/** Roles are granted here and nowhere else, never to oneself. */
export async function RolesPart({ actor, search }: { actor: Actor; search: Record<string, string> }) {
  const filter = accountFilter.parse(search);
  const [say, role, locale, found] = await Promise.all([
    getTranslations("admin"),
    getTranslations("roles"),
    getLocale(),
    accounts(actor, filter),
  ]);
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 py-3">
        <p className="text-ink-3">{say("rolesFact")}</p>
        <AccountSearch part="roles" text={filter.text} />
      </div>
      <FoundAccounts part="roles" text={filter.text} found={found}>
        <Table
          caption={say("roles")}
          rows={found.rows}
          columns={[
            { key: "account", head: say("account"), cell: ({ account }) => account },
            { key: "name", head: say("name"), cell: ({ name }) => name, className: "whitespace-nowrap" },
            { key: "office", head: say("office"), below: true, cell: ({ office }) => office.shortName },
            {
              key: "roles",
              head: say("roles"),
              cell: ({ roles }) =>
                roles.length ? (
                  listed(
                    roles.map((each) => role(each.role)),
                    locale,
                  )
                ) : (
                  <span className="text-ochre">{say("noRole")}</span>
                ),
            },
            {
              key: "acts",
              head: say("acts"),
              align: "right",
              cell: ({ id, name, roles, hasSecondStep }) =>
                id === actor.id ? (
                  <span className="text-ink-3">{say("oneself")}</span>
                ) : (
                  <span className="-my-2 inline-flex flex-wrap justify-end gap-2">
                    {hasSecondStep && (
                      <ActDialog
                        verb={say("resetStep")}
                        title={say("resetStepTitle", { name })}
                        action={resetSecondStepAction as never}
                        hidden={{ id }}
                        openTone="text"
                      >
                        <p>{say("resetStepFact")}</p>
                      </ActDialog>
                    )}
                    <ActDialog
                      verb={say("grant")}
                      title={say("grantTitle", { name })}
                      action={grantRolesAction as never}
                      staysOpen
                      hidden={{ accountId: id }}
                      seen={stampOf(rolesShown(roles.map((each) => each.role)))}
                      openTone="text"
                    >
                      <div className="grid grid-cols-2">
                        {Object.values(Role).map((each) => (
                          <Checkbox
                            key={each}
                            name="roles[]"
                            value={each}
                            label={role(each)}
                            defaultChecked={roles.some((held) => held.role === each)}
                          />
                        ))}
                      </div>
                      <p className="mt-2 text-ink-3">{say("grantFact")}</p>
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

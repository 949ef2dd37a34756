import { getLocale, getTranslations } from "next-intl/server";
import { accounts } from "@/bulletin/people/accounts";
import { ActDialog } from "@/components/ActDialog";
import { Checkbox } from "@/components/Field";
import { Table } from "@/components/Table";
import { Role } from "@/generated/prisma/enums";
import type { Actor } from "@/lib/actor";
import { listed } from "@/lib/listed";
import { grantRolesAction, resetSecondStepAction } from "./actions";

/** Roles are granted here and nowhere else, never to oneself. */
export async function RolesPart({ actor }: { actor: Actor }) {
  const [say, role, locale, rows] = await Promise.all([
    getTranslations("admin"),
    getTranslations("roles"),
    getLocale(),
    accounts(actor),
  ]);
  return (
    <>
      <p className="py-3 text-ink-3">{say("rolesFact")}</p>
      <Table
        caption={say("roles")}
        rows={rows}
        columns={[
          { key: "account", head: say("account"), cell: ({ account }) => account },
          { key: "name", head: say("name"), cell: ({ name }) => name, className: "whitespace-nowrap" },
          { key: "office", head: say("office"), wide: true, cell: ({ office }) => office.shortName },
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
                    hidden={{ accountId: id }}
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
    </>
  );
}

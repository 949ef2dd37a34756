import { getTranslations } from "next-intl/server";
import { officeShown, offices } from "@/bulletin/people/offices";
import { stampOf } from "@/bulletin/seen";
import { ActDialog } from "@/components/ActDialog";
import { Checkbox, SelectField, TextField } from "@/components/Field";
import { Table } from "@/components/Table";
import type { Actor } from "@/lib/actor";
import { closeOfficeAction, enterOfficeAction } from "./actions";

type Office = Awaited<ReturnType<typeof offices>>[number];

/** Offices in a tree, in the fixed order in which every list shows them. */
export async function OfficesPart({ actor }: { actor: Actor }) {
  const [say, rows] = await Promise.all([getTranslations("admin"), offices(actor, { closed: true })]);
  const depth = (office: Office): number => {
    const parent = rows.find(({ id }) => id === office.parentId);
    return parent ? depth(parent) + 1 : 0;
  };
  return (
    <>
      <div className="flex items-center justify-between py-3">
        <p className="text-ink-3">{say("officesFact")}</p>
        <ActDialog
          verb={say("enterOffice")}
          title={say("enterOffice")}
          action={enterOfficeAction as never}
          openTone="primary"
        >
          <OfficeFields all={rows} />
        </ActDialog>
      </div>
      <Table
        caption={say("offices")}
        rows={rows}
        columns={[
          { key: "order", head: say("order"), align: "right", cell: ({ order }) => order, className: "w-16" },
          {
            key: "name",
            head: say("office"),
            cell: (office) => (
              <span
                style={{ paddingLeft: `${depth(office) * 2}em` }}
                className={office.closedAt ? "text-ink-3 line-through" : ""}
              >
                {office.name}
              </span>
            ),
          },
          { key: "short", head: say("shortName"), wide: true, cell: ({ shortName }) => shortName },
          { key: "kind", head: say("officeKind"), wide: true, cell: ({ kind }) => say(`officeKinds.${kind}`) },
          { key: "signOff", head: say("signOff"), wide: true, cell: ({ signOff }) => signOff && say("signOffYes") },
          { key: "phone", head: say("phone"), wide: true, cell: ({ phone }) => phone },
          {
            key: "acts",
            head: say("acts"),
            align: "right",
            cell: (office) =>
              !office.closedAt && (
                <span className="-my-2 inline-flex flex-wrap justify-end gap-2">
                  <ActDialog
                    verb={say("change")}
                    title={say("changeTitle", { name: office.name })}
                    action={enterOfficeAction as never}
                    staysOpen
                    hidden={{ id: office.id }}
                    seen={stampOf(officeShown(office))}
                    openTone="text"
                  >
                    <OfficeFields all={rows.filter(({ id }) => id !== office.id)} office={office} />
                  </ActDialog>
                  <ActDialog
                    verb={say("close")}
                    title={say("closeTitle", { name: office.name })}
                    action={closeOfficeAction as never}
                    hidden={{ id: office.id }}
                    openTone="text"
                  >
                    <p>{say("closeFact")}</p>
                  </ActDialog>
                </span>
              ),
          },
        ]}
      />
    </>
  );
}

async function OfficeFields({ all, office }: { all: Office[]; office?: Office }) {
  const say = await getTranslations("admin");
  const kinds = (["secretariat", "county", "committee"] as const).map((kind) => ({
    value: kind,
    label: say(`officeKinds.${kind}`),
  }));
  return (
    <div className="grid gap-3">
      <TextField name="name" label={say("officeName")} defaultValue={office?.name} required />
      <TextField name="shortName" label={say("shortName")} defaultValue={office?.shortName} required />
      <SelectField name="kind" label={say("officeKind")} options={kinds} defaultValue={office?.kind ?? "county"} />
      <SelectField
        name="parentId"
        label={say("parent")}
        empty={say("noParent")}
        options={all.filter(({ closedAt }) => !closedAt).map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={office?.parentId ?? ""}
      />
      <TextField
        name="order"
        type="number"
        min={1}
        label={say("order")}
        defaultValue={office?.order ?? all.length + 1}
        required
      />
      <TextField name="phone" label={say("phone")} defaultValue={office?.phone} />
      <Checkbox name="signOff" value="1" label={say("signOffLong")} defaultChecked={office?.signOff} />
    </div>
  );
}

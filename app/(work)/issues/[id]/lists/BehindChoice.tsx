"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import type { Addressee } from "@/bulletin/post/lists";
import { boxClass } from "@/components/box";
import { Checkbox, SelectField } from "@/components/Field";
import type { Office, Reader } from "./BehindLabel";

const kinds = ["county", "committee", "secretariat"] as const;
const roles = ["officeLead", "contributor", "editor", "reviewer", "signer"] as const;
/** More boxes than this nobody looks through: the name finds the others. */
const most = 100;

type Props = { addressee: Addressee; readers: Reader[]; offices: Office[]; onChange: (addressee: Addressee) => void };

/** Kinds of offices, offices, persons: what is ticked gets the issue. Those ticked stand first. */
export function BehindChoice({ addressee, readers, offices, onChange }: Props) {
  const say = useTranslations("lists");
  const [name, setName] = useState("");
  const { accountIds, officeIds, officeKinds = [], role } = addressee;
  const [persons, within] = [new Set(accountIds), new Set(officeIds)];
  const toggled = <T,>(all: T[], one: T) => (all.includes(one) ? all.filter((each) => each !== one) : [...all, one]);
  const found = readers.filter((reader) => !name || reader.name.includes(name) || reader.office.includes(name));
  const shown = found.toSorted((a, b) => Number(persons.has(b.id)) - Number(persons.has(a.id))).slice(0, most);
  return (
    <>
      <input
        aria-label={say("findPerson")}
        placeholder={say("findPerson")}
        value={name}
        onChange={({ target }) => setName(target.value)}
        className={boxClass(false, "mt-3")}
      />
      <div className="my-3 grid max-h-[48vh] gap-x-6 overflow-y-auto border-y border-line sm:grid-cols-2">
        <Boxes legend={say("persons")}>
          {shown.map(({ id, name: person, office }) => (
            <Checkbox
              key={id}
              label={
                <>
                  {person}
                  <span className="text-ink-3">{office}</span>
                </>
              }
              checked={persons.has(id)}
              onChange={() => onChange({ ...addressee, accountIds: toggled(accountIds, id) })}
            />
          ))}
          {found.length > most && (
            <p className="py-2 text-ink-3">{say("moreByName", { count: found.length - most })}</p>
          )}
        </Boxes>
        <Boxes legend={say("offices")}>
          {kinds.map((kind) => (
            <Checkbox
              key={kind}
              label={<b className="font-medium">{say(`everyOffice.${kind}`)}</b>}
              checked={officeKinds.includes(kind)}
              onChange={() => {
                const { officeKinds: _, ...rest } = addressee;
                const next = toggled(officeKinds, kind);
                onChange(next.length ? { ...rest, officeKinds: next } : rest);
              }}
            />
          ))}
          {offices.map(({ id, shortName }) => (
            <Checkbox
              key={id}
              label={shortName}
              checked={within.has(id)}
              onChange={() => onChange({ ...addressee, officeIds: toggled(officeIds, id) })}
            />
          ))}
        </Boxes>
      </div>
      <div className="mb-3">
        <SelectField
          name="role"
          label={say("whichReaders")}
          empty={say("allReaders")}
          options={roles.map((value) => ({ value, label: say(`onlyRole.${value}`) }))}
          value={role ?? ""}
          onChange={({ target }) => {
            const { role: _, ...rest } = addressee;
            const chosen = roles.find((each) => each === target.value);
            onChange(chosen ? { ...rest, role: chosen } : rest);
          }}
        />
      </div>
    </>
  );
}

function Boxes({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <fieldset>
      <legend className="py-2 text-ink-3">{legend}</legend>
      {children}
    </fieldset>
  );
}

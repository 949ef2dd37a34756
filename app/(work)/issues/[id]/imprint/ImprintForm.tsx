"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Around } from "@/bulletin/desk/frame";
import { ActForm } from "@/components/ActForm";
import { Button, LinkButton } from "@/components/Button";
import { TextArea, TextField } from "@/components/Field";
import { setImprintAction } from "../../actions";

const lines = ["editors", "reviewers", "signer", "copies", "phone", "email"] as const;

/** Period, imprint and editor's note; another editor's change is shown, not overwritten. */
export function ImprintForm({ issueId, around }: { issueId: string; around: Around }) {
  const say = useTranslations("imprint");
  const [value, setValue] = useState(around);
  const [before, setBefore] = useState(around);
  const [theirs, setTheirs] = useState<Around | null>(null);
  const field = (name: keyof Around) => ({
    name,
    label: say(name),
    value: value[name] ?? "",
    onChange: ({ target }: { target: { value: string } }) => setValue({ ...value, [name]: target.value }),
  });
  const settle = (chosen: Around) => {
    if (theirs) setBefore(theirs);
    setValue(chosen);
    setTheirs(null);
  };
  return (
    <ActForm
      action={setImprintAction as never}
      hidden={{ id: issueId, before: JSON.stringify(before) }}
      onRefused={({ stale }) => setTheirs((stale?.text as Around | undefined) ?? null)}
      submit={say("save")}
      tone="primary"
      cancel={<LinkButton href={`/issues/${issueId}`}>{say("cancel")}</LinkButton>}
    >
      {theirs && (
        <div className="mb-5 border border-line-2 bg-sheet px-5 py-3">
          <p className="font-bold">{say("theirs")}</p>
          {(Object.keys(theirs) as (keyof Around)[])
            .filter((name) => theirs[name] !== before[name])
            .map((name) => (
              <p key={name}>{`${say(name)}　${theirs[name] ?? ""}`}</p>
            ))}
          <div className="flex flex-wrap gap-3 pt-3">
            <Button onClick={() => settle({ ...theirs, ...changedIn(before, value) })}>{say("keepMine")}</Button>
            <Button onClick={() => settle(theirs)}>{say("takeTheirs")}</Button>
          </div>
        </div>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField type="date" {...field("periodFrom")} />
        <TextField type="date" {...field("periodTo")} />
        {lines.map((name) => (
          <TextField key={name} {...(name === "copies" && { type: "number", min: 0 })} {...field(name)} />
        ))}
      </div>
      <div className="mt-4">
        <TextArea hint={say("editorNoteHint")} {...field("editorNote")} />
      </div>
    </ActForm>
  );
}

/** What I changed myself: the rest of the form is the other editor's to decide. */
function changedIn(before: Around, mine: Around): Partial<Around> {
  const names = (Object.keys(mine) as (keyof Around)[]).filter(
    (name) => String(mine[name] ?? "") !== String(before[name] ?? ""),
  );
  return Object.fromEntries(names.map((name) => [name, mine[name]]));
}

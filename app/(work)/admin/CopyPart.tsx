"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActForm } from "@/components/ActForm";
import { TextField } from "@/components/Field";
import { lookUpCopyAction } from "./actions";

type Owner = { number: string; name: string; account: string; office: string; issue: string; at: string };

/** Whose copy a number is on: the auditor's alone; that it was asked stands in the record. */
export function CopyPart() {
  const say = useTranslations("admin.copies");
  const [owner, setOwner] = useState<Owner | null>(null);
  return (
    <section className="border-b border-line-2 py-3">
      <h2 className="font-bold">{say("title")}</h2>
      <p className="text-ink-3">{say("fact")}</p>
      <ActForm
        action={lookUpCopyAction as never}
        submit={say("find")}
        onDone={(found) => setOwner(found as Owner)}
        onRefused={() => setOwner(null)}
        className="flex flex-wrap items-end gap-4 py-2"
      >
        <TextField name="number" label={say("number")} placeholder="K7Q2-9MFD" autoComplete="off" required />
      </ActForm>
      {owner && <p role="status">{say("found", owner)}</p>}
    </section>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Radio, TextField } from "@/components/Field";

/** Whether the lines are for later issues as well, for this one alone, or a further list of the publication. */
export function KeepFields({ listName, mayKeep }: { listName: string | null; mayKeep: boolean }) {
  const say = useTranslations("lists.keep");
  const choices = listName && mayKeep ? (["list", "issue", "new"] as const) : (["issue", "new"] as const);
  const [keep, setKeep] = useState<"list" | "issue" | "new">(choices[0]);
  return (
    <fieldset className="border-t border-line-2 pt-3">
      <legend className="sr-only">{say("name")}</legend>
      {choices.map((each) => (
        <Radio
          key={each}
          name="keep"
          value={each}
          label={say(each, { name: listName ?? "" })}
          checked={keep === each}
          onChange={() => setKeep(each)}
        />
      ))}
      {keep === "new" && (
        <div className="max-w-xs">
          <TextField name="name" label={say("newName")} required />
        </div>
      )}
    </fieldset>
  );
}

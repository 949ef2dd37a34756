"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Radio, TextField } from "@/components/Field";
import { addDays, today } from "@/lib/dates";

/** Out at once, or by itself at a set time. */
export function WhenFields({ readers, paper }: { readers: number; paper: number }) {
  const say = useTranslations("board.when");
  const board = useTranslations("board");
  const [when, setWhen] = useState<"now" | "later">("now");
  return (
    <fieldset>
      <legend className="sr-only">{say("name")}</legend>
      <div className="flex flex-wrap gap-x-8">
        {(["now", "later"] as const).map((each) => (
          <Radio
            key={each}
            name="when"
            value={each}
            label={say(each)}
            checked={when === each}
            onChange={() => setWhen(each)}
          />
        ))}
      </div>
      {when === "now" && <p className="text-ink-2">{board("distributeFact", { readers, paper })}</p>}
      {when === "later" && (
        <>
          <div className="grid gap-3 sm:grid-cols-2">
            <TextField
              name="day"
              type="date"
              label={say("day")}
              defaultValue={addDays(today(), 1)}
              min={today()}
              required
            />
            <TextField name="time" type="time" label={say("time")} defaultValue="08:00" required />
          </div>
          <p className="mt-2 text-ink-3">{say("fact", { readers, paper })}</p>
        </>
      )}
    </fieldset>
  );
}

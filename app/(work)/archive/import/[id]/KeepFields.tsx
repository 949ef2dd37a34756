"use client";

import { Fragment, type ReactNode, useEffect, useRef, useState } from "react";
import { ActForm } from "@/components/ActForm";
import { sayIssueAction } from "../../actions";
import { setFields, useStanding, useTurn } from "./standing";

type Props = {
  id: string;
  version: number;
  at: number;
  /** What the fields say, as one text: where that changes while nobody is at them, they say it. */
  said: string;
  submit: string;
  children: ReactNode;
};

/**
 * What is said of an issue is kept as soon as a field is left. What was refused stays as it was typed, also
 * where one goes to another issue of the file and comes back, and nothing is archived before.
 */
export function KeepFields({ id, version, at, said, submit, children }: Props) {
  const around = useRef<HTMLDivElement>(null);
  const times = useRef(0);
  const typed = useStanding(id).fields[at];
  const turn = useTurn(id, version);
  const [shown, setShown] = useState(said);
  const form = () => around.current?.querySelector("form") ?? null;
  const isHere = () => Boolean(around.current?.contains(document.activeElement));

  // Came back to what was refused: it stands there again, with its sentence.
  const before = useRef(typed);
  useEffect(() => {
    const own = around.current?.querySelector("form");
    if (!own || !before.current) return;
    for (const [name, value] of Object.entries(before.current)) {
      const field = own.elements.namedItem(name);
      if (field instanceof HTMLInputElement && field.type === "checkbox") field.checked = value === "on";
      else if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = value;
    }
    times.current += 1;
    own.requestSubmit();
  }, []);
  useEffect(() => {
    if (!typed && !around.current?.contains(document.activeElement)) setShown(said);
  }, [said, typed]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens to the fields within
    <div
      ref={around}
      onInput={() => {
        times.current += 1;
        const own = form();
        if (own) setFields(id, at, valuesOf(own));
      }}
      onBlur={({ relatedTarget }) => {
        if (typed) form()?.requestSubmit();
        else if (!around.current?.contains(relatedTarget)) setShown(said);
      }}
    >
      <ActForm
        action={(previous, data) => {
          const sent = times.current;
          return turn(async (now) => {
            data.set("version", String(now));
            const outcome = await sayIssueAction(previous, data);
            // Before whatever has its turn next: it asks whether anything is typed and not kept.
            if (outcome.ok && times.current === sent) setFields(id, at, null);
            return outcome;
          });
        }}
        submit={submit}
        hidden={{ id, at }}
        className="grid justify-items-start gap-3"
        onDone={() => {
          if (typed && !isHere()) form()?.requestSubmit();
        }}
      >
        <Fragment key={shown}>{children}</Fragment>
      </ActForm>
    </div>
  );
}

function valuesOf(form: HTMLFormElement): Record<string, string> {
  const said = [...new FormData(form)].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : []));
  return Object.fromEntries([["leftOut", ""], ...said]);
}

"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { ActForm } from "@/components/ActForm";
import { sayIssueAction } from "../../actions";
import { setOpen, setVersion, useStanding } from "./standing";

type Props = { id: string; version: number; at: number; submit: string; children: ReactNode };

/** What is said of an issue is kept as soon as its fields are left; what was refused stays as it was typed, and nothing is archived before. */
export function KeepFields({ id, version, at, submit, children }: Props) {
  const around = useRef<HTMLDivElement>(null);
  const standing = useStanding(id, version);
  const name = `fields ${at}`;
  const isOpen = standing.open.includes(name);
  useEffect(() => () => setOpen(id, name, false), [id, name]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens to the fields within
    <div
      ref={around}
      onInput={() => setOpen(id, name, true)}
      onBlur={({ relatedTarget }) => {
        if (isOpen && !around.current?.contains(relatedTarget)) around.current?.querySelector("form")?.requestSubmit();
      }}
    >
      <ActForm
        action={sayIssueAction as never}
        submit={submit}
        hidden={{ id, version: standing.version, at }}
        className="grid justify-items-start gap-3"
        onDone={(value) => {
          setVersion(id, (value as { version: number }).version);
          setOpen(id, name, false);
        }}
      >
        {children}
      </ActForm>
    </div>
  );
}

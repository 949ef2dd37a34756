"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, startTransition, useActionState, useEffect, useRef, useState, useTransition } from "react";
import type { Outcome } from "@/lib/action";
import { Button, type Tone } from "./Button";
import { FieldErrors } from "./Field";
import { Notice } from "./Notice";

export type Act = (previous: Outcome | null, data: FormData) => Promise<Outcome>;
export type Hidden = Record<string, string | number | boolean | null | undefined>;

type Props = {
  action: Act;
  submit: string;
  hidden?: Hidden;
  /**
   * The stamp of what the form was filled in from (bulletin/seen.ts). It stays as it was when the form was shown: a
   * page that is read again meanwhile leaves a field as it is typed or chosen, and is no leave to put it back.
   */
  seen?: string;
  tone?: Tone;
  icon?: ReactNode;
  /** What the button is called by ear, where it shows an icon alone. */
  name?: string;
  disabled?: boolean;
  /** Stands left of the button. */
  cancel?: ReactNode;
  onDone?: (value: unknown) => void;
  /** Said beside the button once it is done, where nothing else on the page shows it. */
  done?: string;
  /** In a dialog that is gone once the page is read again: what was refused is read first. */
  staysOpen?: boolean;
  onRefused?: (outcome: Extract<Outcome, { ok: false }>) => void;
  className?: string;
  children?: ReactNode;
};

/**
 * A form that does one act. Works before scripts load; with them, a refusal is shown in place and
 * nothing that was typed is lost (React would otherwise empty the form after each sending).
 */
export function ActForm({
  action,
  submit,
  hidden = {},
  seen,
  tone = "plain",
  icon,
  name,
  disabled,
  cancel,
  onDone,
  done,
  onRefused,
  staysOpen = false,
  className,
  children,
}: Props) {
  const [outcome, send, isSending] = useActionState(action as Act, null);
  // Until the page is read again the form stands as it was before: sent now, it would be refused as its own forerunner.
  const [isReading, readAgain] = useTransition();
  const pending = isSending || isReading;
  const router = useRouter();
  const shown = useShown(seen, outcome);
  const form = useRef<HTMLFormElement>(null);
  const told = useRef({ onDone, onRefused, staysOpen });
  told.current = { onDone, onRefused, staysOpen };

  useEffect(() => {
    if (!outcome) return;
    if (outcome.ok) told.current.onDone?.(outcome.value);
    else told.current.onRefused?.(outcome);
    // Refused because somebody was first: the page shows how things stand now.
    const dialog = told.current.staysOpen && !outcome.ok ? form.current?.closest("dialog") : null;
    if (dialog && !outcome.ok && outcome.stale)
      dialog.addEventListener("close", () => router.refresh(), { once: true });
    else if (outcome.ok || outcome.stale) readAgain(() => router.refresh());
  }, [outcome, router]);

  const fields = outcome && !outcome.ok ? outcome.fields : {};
  const sentence = outcome && !outcome.ok && !Object.keys(fields).length ? outcome.sentence : null;
  return (
    <form
      ref={form}
      action={send}
      onSubmit={(event) => {
        event.preventDefault();
        const data = new FormData(event.currentTarget);
        if (!pending) startTransition(() => send(data));
      }}
      className={className}
    >
      {Object.entries(hidden).map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={String(value ?? "")} />
      ))}
      {shown !== undefined && <input type="hidden" name="seen" value={shown} />}
      <FieldErrors value={fields}>{children}</FieldErrors>
      {sentence && (
        <div className="my-2">
          <Notice kind="warning">{sentence}</Notice>
        </div>
      )}
      {outcome?.ok && done && !pending && (
        <div className="my-2">
          <Notice>{done}</Notice>
        </div>
      )}
      {cancel ? (
        <div className="sticky bottom-0 z-10 mt-2 flex justify-end gap-3 bg-sheet py-3">
          {cancel}
          <Button type="submit" tone={tone} disabled={disabled || pending}>
            {icon}
            {submit}
          </Button>
        </div>
      ) : (
        <Button type="submit" tone={tone} disabled={disabled || pending} aria-label={name}>
          {icon}
          {submit}
        </Button>
      )}
    </form>
  );
}

/** The first stamp; once the form has been taken, that of what it made. */
function useShown(seen: string | undefined, outcome: Outcome | null): string | undefined {
  const [shown, setShown] = useState(seen);
  const [taken, setTaken] = useState<Outcome | null>(null);
  if (outcome?.ok && outcome !== taken && seen !== shown) {
    setTaken(outcome);
    setShown(seen);
  }
  return shown;
}

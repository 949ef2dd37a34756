"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, startTransition, useActionState, useEffect, useRef, useState, useTransition } from "react";
import type { Outcome } from "@/lib/action";
import { Button, type Tone } from "./Button";
import { FieldErrors } from "./Field";
import { Notice } from "./Notice";
import { unreadBox } from "./unreadBox";
import { useShown } from "./useShown";
import { useTried } from "./useTried";
import { useUntold } from "./useUntold";

export type Act = (previous: Outcome | null, data: FormData) => Promise<Outcome>;
type Refused = Extract<Outcome, { ok: false }>;
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
  onRefused?: (outcome: Refused) => void;
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
  // Sent by the browser itself before scripts load; by us, it may fail, and the form stays.
  const [posted, send] = useActionState(action as Act, null);
  const [answered, setAnswered] = useState<Outcome | null>(null);
  const [isSending, startSending] = useTransition();
  const outcome = answered ?? posted;
  const tried = useTried();
  const say = useTranslations("tried");
  // Until the page is read again the form stands as it was before: sent now, it would be refused as its own forerunner.
  const [isReading, readAgain] = useTransition();
  const pending = isSending || isReading;
  const router = useRouter();
  const [read, setRead] = useState<Outcome | null>(null);
  const shown = useShown(seen, read);
  const form = useRef<HTMLFormElement>(null);
  const told = useRef({ onDone, onRefused, staysOpen });
  told.current = { onDone, onRefused, staysOpen };

  useEffect(() => {
    if (!outcome) return;
    if (outcome.ok) told.current.onDone?.(outcome.value);
    else {
      told.current.onRefused?.(outcome);
      // Where something is to be mended one goes on typing, unless one has gone elsewhere meanwhile.
      const { current: own } = form;
      const at = document.activeElement;
      if (at === document.body || own?.contains(at)) own?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    }
    // Refused because somebody was first: the page shows how things stand now.
    const dialog = told.current.staysOpen && !outcome.ok ? form.current?.closest("dialog") : null;
    if (dialog && !outcome.ok && outcome.stale)
      dialog.addEventListener("close", () => router.refresh(), { once: true });
    else if (outcome.ok || outcome.stale)
      readAgain(() => {
        router.refresh();
        setRead(outcome);
      });
  }, [outcome, router]);

  const fields = outcome && !outcome.ok ? outcome.fields : {};
  const untold = useUntold(outcome, form);
  return (
    <form
      ref={form}
      action={send}
      // What is wrong is said by us, beside the field and in the language of the page, not by the browser in its own.
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const data = new FormData(event.currentTarget);
        if (pending) return;
        const unread = unreadBox(event.currentTarget);
        if (unread) {
          const sentence = say(unread.type === "number" ? "unreadNumber" : "unreadDay");
          return setAnswered({ ok: false, sentence, fields: { [unread.name]: sentence } });
        }
        startSending(async () => {
          const told = await tried(() => action(outcome, data));
          startTransition(() => setAnswered(told));
        });
      }}
      className={className}
    >
      {Object.entries(hidden).map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={String(value ?? "")} />
      ))}
      {shown !== undefined && <input type="hidden" name="seen" value={shown} />}
      <FieldErrors value={fields}>{children}</FieldErrors>
      {untold.map((sentence) => (
        <div key={sentence} className="my-2">
          <Notice kind="warning">{sentence}</Notice>
        </div>
      ))}
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

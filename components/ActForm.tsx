"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, startTransition, useActionState, useEffect, useRef } from "react";
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
  tone?: Tone;
  icon?: ReactNode;
  disabled?: boolean;
  /** Stands left of the button. */
  cancel?: ReactNode;
  onDone?: (value: unknown) => void;
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
  tone = "plain",
  icon,
  disabled,
  cancel,
  onDone,
  onRefused,
  className,
  children,
}: Props) {
  const [outcome, send, pending] = useActionState(action as Act, null);
  const router = useRouter();
  const told = useRef({ onDone, onRefused });
  told.current = { onDone, onRefused };

  useEffect(() => {
    if (!outcome) return;
    if (outcome.ok) told.current.onDone?.(outcome.value);
    else told.current.onRefused?.(outcome);
    // Refused because somebody was first: the page shows how things stand now.
    if (outcome.ok || outcome.stale) router.refresh();
  }, [outcome, router]);

  const fields = outcome && !outcome.ok ? outcome.fields : {};
  const sentence = outcome && !outcome.ok && !Object.keys(fields).length ? outcome.sentence : null;
  return (
    <form
      action={send}
      onSubmit={(event) => {
        event.preventDefault();
        const data = new FormData(event.currentTarget);
        if (!pending) startTransition(() => send(data));
      }}
      className={className}
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={String(value ?? "")} />
      ))}
      <FieldErrors value={fields}>{children}</FieldErrors>
      {sentence && (
        <div className="my-2">
          <Notice kind="warning">{sentence}</Notice>
        </div>
      )}
      {cancel ? (
        <div className="mt-4 flex justify-end gap-3">
          {cancel}
          <Button type="submit" tone={tone} disabled={disabled || pending}>
            {icon}
            {submit}
          </Button>
        </div>
      ) : (
        <Button type="submit" tone={tone} disabled={disabled || pending}>
          {icon}
          {submit}
        </Button>
      )}
    </form>
  );
}

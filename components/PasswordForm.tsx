"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Act, ActForm, type Hidden } from "./ActForm";
import { Notice } from "./Notice";
import { PasswordField } from "./PasswordField";

type Props = {
  action: Act;
  /** The rules as they are now, a sentence each. */
  rules: string[];
  /** Whether the present one is asked; with a link it is not known. */
  current?: boolean;
  hidden?: Hidden;
  submit: string;
  /** What is said afterwards, where the page stays. */
  done?: string;
  onDone?: (value: unknown) => void;
};

/** A new password, twice, with the rules in sight. Emptied only once it was taken. */
export function PasswordForm({ action, rules, current = false, hidden, submit, done, onDone }: Props) {
  const say = useTranslations("account");
  const [times, setTimes] = useState(0);
  return (
    <>
      {times > 0 && done && (
        <div className="mb-4">
          <Notice>{done}</Notice>
        </div>
      )}
      <ActForm
        key={times}
        action={action}
        hidden={hidden}
        submit={submit}
        tone="primary"
        onDone={(value) => {
          setTimes(times + 1);
          onDone?.(value);
        }}
        className="grid max-w-[420px] justify-items-start gap-4 *:w-full [&>button]:w-auto"
      >
        <ul className="list-disc pl-5 text-ink-3">
          {rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
        {current && (
          <PasswordField name="current" label={say("currentPassword")} autoComplete="current-password" required />
        )}
        <PasswordField name="password" label={say("newPassword")} autoComplete="new-password" required />
        <PasswordField name="again" label={say("again")} autoComplete="new-password" required />
      </ActForm>
    </>
  );
}

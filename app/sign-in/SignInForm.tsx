"use client";

import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { buttonClass } from "@/components/Button";
import { TextField } from "@/components/Field";
import { PasswordField } from "@/components/PasswordField";
import { rest } from "./actions";

export type SignInError = "wrong" | "codeWanted" | "code" | "noAccount" | "noStep" | "OAuthSignin" | "OAuthCallback";

/**
 * Posts to next-auth as a plain form; with scripts, a failure is told in place and nothing is emptied. Whoever has a
 * second step is asked for its code once the password was right.
 */
export function SignInForm({
  csrfToken,
  failed,
  account,
}: {
  csrfToken: string;
  failed?: SignInError;
  account: string;
}) {
  const say = useTranslations("signIn");
  const [asksCode, setAsksCode] = useState(failed === "codeWanted" || failed === "code");
  const [pending, setPending] = useState(false);
  // The server tells nobody how often an account was tried; this page knows how often it did.
  const failedHere = useRef(new Map<string, number>());
  const [error, setError] = useState(failed ? say(failed) : undefined);

  async function submit(form: HTMLFormElement) {
    setPending(true);
    try {
      const data = new FormData(form);
      data.set("json", "true");
      const response = await fetch(form.action, { method: "POST", body: new URLSearchParams(data as never) });
      if (response.ok) {
        // A form from before the last sign-out carries a token that no longer holds: a new page brings a new one.
        const { url } = (await response.json()) as { url?: string };
        return url?.includes("csrf=") ? window.location.reload() : window.location.assign("/");
      }
      const { url = "" } = (await response.json()) as { url?: string };
      const reason = new URL(url, window.location.href).searchParams.get("error");
      if (reason === "codeWanted" || reason === "code") setAsksCode(true);
      if (reason === "codeWanted") {
        setError(undefined);
        return setPending(false);
      }
      const account = String(data.get("account"));
      const { failures, restMinutes, rests } = await rest(account);
      const failed = (failedHere.current.get(account) ?? 0) + 1;
      failedHere.current.set(account, failed);
      const values = { left: Math.max(1, failures - failed), minutes: restMinutes };
      setError(say(rests ? "resting" : reason === "code" ? "codeLeft" : "wrongLeft", values));
    } catch {
      setError(say("unreachable"));
    }
    setPending(false);
  }

  return (
    <form
      method="post"
      action="/api/auth/callback/credentials"
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void submit(event.currentTarget);
      }}
    >
      <input type="hidden" name="csrfToken" value={csrfToken} />
      <input type="hidden" name="callbackUrl" value="/" />
      <TextField
        name="account"
        label={say("account")}
        autoComplete="username"
        defaultValue={account}
        autoFocus={!account}
        required
        className="min-h-[52px]"
      />
      <PasswordField
        name="password"
        label={say("password")}
        error={error}
        autoComplete="current-password"
        required
        className="min-h-[52px]"
      />
      {asksCode && (
        <TextField
          name="code"
          label={say("codeField")}
          hint={say("codeHint")}
          inputMode="numeric"
          autoComplete="one-time-code"
          autoFocus
          required
          className="min-h-[52px]"
        />
      )}
      <button
        type="submit"
        disabled={pending}
        className={buttonClass("primary", "min-h-[52px] text-edit tracking-[0.2em]")}
      >
        {say("title")}
      </button>
    </form>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { buttonClass } from "@/components/Button";
import { boxClass } from "@/components/box";
import { FieldError, TextField } from "@/components/Field";
import { attempts } from "./actions";

/** Posts to next-auth as a plain form; with scripts, a failure is told in place and nothing is emptied. */
export function SignInForm({ csrfToken, failed }: { csrfToken: string; failed: boolean }) {
  const say = useTranslations("signIn");
  const [shown, setShown] = useState(false);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState(failed ? say("wrong") : undefined);

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
      const { left, restMinutes } = await attempts(String(data.get("account")));
      setError(left ? say("wrongLeft", { left, minutes: restMinutes }) : say("resting", { minutes: restMinutes }));
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
        autoFocus
        required
        className="min-h-[52px]"
      />
      <div className="grid gap-1">
        <div className="flex items-center justify-between">
          <label htmlFor="password">{say("password")}</label>
          <button
            type="button"
            className="texttool -my-2 min-h-11 px-1"
            onClick={() => setShown(!shown)}
            aria-pressed={shown}
          >
            {shown ? say("hide") : say("show")}
          </button>
        </div>
        <input
          id="password"
          name="password"
          type={shown ? "text" : "password"}
          autoComplete="current-password"
          required
          aria-invalid={Boolean(error)}
          aria-describedby={error ? "password-error" : undefined}
          className={boxClass(Boolean(error), "min-h-[52px]")}
        />
        <FieldError name="password" error={error} />
      </div>
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

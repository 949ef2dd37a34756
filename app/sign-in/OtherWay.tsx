"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { buttonClass } from "@/components/Button";
import { Notice } from "@/components/Notice";

/**
 * To the office's own identity service and back; only where one is configured. Browsers hold the redirect that
 * answers a form to the page's own form-action, so with scripts the way there is asked for and then gone.
 */
export function OtherWay({ csrfToken }: { csrfToken: string }) {
  const say = useTranslations("signIn");
  const [failed, setFailed] = useState(false);

  async function go(form: HTMLFormElement) {
    try {
      const data = new FormData(form);
      data.set("json", "true");
      const response = await fetch(form.action, { method: "POST", body: new URLSearchParams(data as never) });
      const { url } = (await response.json()) as { url: string };
      window.location.assign(url);
    } catch {
      setFailed(true);
    }
  }

  return (
    <form
      method="post"
      action="/api/auth/signin/oidc"
      className="mt-4 grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void go(event.currentTarget);
      }}
    >
      <input type="hidden" name="csrfToken" value={csrfToken} />
      <input type="hidden" name="callbackUrl" value="/" />
      <button type="submit" className={buttonClass("plain", "min-h-[52px]")}>
        {say("otherWay")}
      </button>
      {failed && <Notice kind="warning">{say("OAuthSignin")}</Notice>}
    </form>
  );
}

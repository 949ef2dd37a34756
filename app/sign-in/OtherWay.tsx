import { getTranslations } from "next-intl/server";
import { buttonClass } from "@/components/Button";

/** To the office's own identity service and back; only where one is configured. */
export async function OtherWay({ csrfToken }: { csrfToken: string }) {
  const say = await getTranslations("signIn");
  return (
    <form method="post" action="/api/auth/signin/oidc" className="mt-4 grid">
      <input type="hidden" name="csrfToken" value={csrfToken} />
      <input type="hidden" name="callbackUrl" value="/" />
      <button type="submit" className={buttonClass("plain", "min-h-[52px]")}>
        {say("otherWay")}
      </button>
    </form>
  );
}

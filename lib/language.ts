import { cookies } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { timeZone } from "./dates";
import { type Language, languageCookie } from "./languages";

/** The language of this request: Chinese unless the person chose otherwise. */
export async function currentLanguage(): Promise<Language> {
  return (await cookies()).get(languageCookie)?.value === "en" ? "en" : "zh-CN";
}

export default getRequestConfig(async () => {
  const locale = await currentLanguage();
  const messages = locale === "en" ? await import("@/messages/en") : await import("@/messages/zh-CN");
  return { locale, timeZone, messages: messages.default };
});

import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { passwordRules } from "@/app/account/passwordRules";
import { linkOpens } from "@/bulletin/people/links";
import { PasswordForm } from "@/components/PasswordForm";
import { requireSight } from "@/lib/sight";
import { followLinkAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("links"))("title") };
}

/**
 * A link of an invitation or a reset. Used, over or made up: the page is not there, and nobody learns which. Its
 * address is a secret: nothing that the page loads is told it (`secretAddress` of lib/guards.ts).
 */
export default async function LinkPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  requireSight(await linkOpens(token));
  const [say, brand, rules] = await Promise.all([getTranslations("links"), getTranslations("brand"), passwordRules()]);
  return (
    <main className="mx-auto max-w-[760px] px-6 py-12">
      <p className="font-serif text-headline font-black text-vermilion">{brand("name")}</p>
      <h1 className="mt-4 text-title font-bold">{say("title")}</h1>
      <p className="mb-8 text-ink-2">{say("fact")}</p>
      <PasswordForm action={followLinkAction as never} hidden={{ token }} rules={rules} submit={say("set")} />
    </main>
  );
}

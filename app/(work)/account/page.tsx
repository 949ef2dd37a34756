import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { passwordRules } from "@/app/account/passwordRules";
import { Spares } from "@/app/account/Spares";
import { PageBar, PageTitle } from "@/components/PageBar";
import { PasswordForm } from "@/components/PasswordForm";
import { requireActor, sessionIdOfRequest } from "@/lib/session";
import { changePasswordAction } from "./actions";
import { SecondStepPart } from "./SecondStepPart";
import { SessionsPart } from "./SessionsPart";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account"))("title") };
}

/** One's own account: where one is signed in, the password, the second step. */
export default async function AccountPage() {
  const actor = await requireActor();
  const [say, rules, sessionId] = await Promise.all([
    getTranslations("account"),
    passwordRules(),
    sessionIdOfRequest(),
  ]);
  return (
    <main className="grow">
      <PageBar>
        <PageTitle>{say("title")}</PageTitle>
        <span className="text-ink-3">{say("who", { name: actor.name, account: actor.account })}</span>
      </PageBar>
      <div className="mx-auto grid max-w-[960px] gap-10 px-8 py-6 max-sm:px-4">
        <Part title={say("sessions")}>
          <SessionsPart actor={actor} sessionId={sessionId ?? ""} />
        </Part>
        <Part title={say("password")}>
          <PasswordForm
            action={changePasswordAction as never}
            rules={rules}
            current
            submit={say("changePassword")}
            done={say("passwordChanged")}
          />
        </Part>
        <Part title={say("step.title")}>
          <Spares>
            <SecondStepPart actor={actor} />
          </Spares>
        </Part>
      </div>
    </main>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="mb-3 border-b border-line-2 pb-2 font-bold">{title}</h2>
      {children}
    </section>
  );
}

import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { changePasswordAction, passSecondStepAction } from "@/app/(work)/account/actions";
import { hasSecondStep } from "@/bulletin/people/codes";
import { Button, LinkButton } from "@/components/Button";
import { PasswordForm } from "@/components/PasswordForm";
import { type SignedIn, signedIn } from "@/lib/session";
import { CodeForm } from "../CodeForm";
import { passwordRules } from "../passwordRules";
import { SecondStepSetUp } from "../SecondStepSetUp";
import { Spares } from "../Spares";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account.due"))("title") };
}

/** What comes before all work: a password that only its person knows, a second step where the rules ask for one. */
export default async function DuePage() {
  const found = await signedIn();
  if (!found) redirect("/sign-in");
  const [say, brand] = await Promise.all([getTranslations("account.due"), getTranslations("brand")]);
  return (
    <main className="mx-auto max-w-[760px] px-6 py-12">
      <p className="font-serif text-headline font-black text-vermilion">{brand("name")}</p>
      <h1 className="mt-4 text-title font-bold">{say("title")}</h1>
      <p className="mb-8 text-ink-2">{say("who", { name: found.actor.name, account: found.actor.account })}</p>
      <Spares>
        <Due {...found} />
      </Spares>
      <form method="post" action="/session" className="mt-12 border-t border-line pt-4">
        <Button type="submit" name="act" value="signOut" tone="text">
          {say("leave")}
        </Button>
      </form>
    </main>
  );
}

async function Due({ actor, due }: SignedIn) {
  const say = await getTranslations("account.due");
  if (due === "password")
    return (
      <>
        <p className="mb-4">{say("password")}</p>
        <PasswordForm
          action={changePasswordAction as never}
          rules={await passwordRules()}
          current
          submit={say("changePassword")}
        />
      </>
    );
  if (due === "step" && (await hasSecondStep(actor.id)))
    return (
      <>
        <p className="mb-4">{say("code")}</p>
        <CodeForm action={passSecondStepAction as never} submit={say("send")} />
      </>
    );
  if (due === "step")
    return (
      <>
        <p className="mb-4">{say("step")}</p>
        <SecondStepSetUp actor={actor} />
      </>
    );
  return (
    <>
      <p className="mb-4">{say("done")}</p>
      <LinkButton href="/" tone="primary">
        {say("begin")}
      </LinkButton>
    </>
  );
}

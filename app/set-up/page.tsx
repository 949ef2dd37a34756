import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { passwordRules } from "@/app/account/passwordRules";
import { needsSetup } from "@/bulletin/people/setup";
import { ActForm } from "@/components/ActForm";
import { TextField } from "@/components/Field";
import { PasswordField } from "@/components/PasswordField";
import { setUpAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("setUp"))("title") };
}

/** The first visit of an empty installation. Afterwards this page does not exist. */
export default async function SetUpPage() {
  if (!(await needsSetup())) notFound();
  const say = await getTranslations("setUp");
  const role = await getTranslations("roles");
  const rules = await passwordRules({ first: true });
  return (
    <main className="mx-auto max-w-[760px] px-6 py-12">
      <p className="font-serif text-headline font-black text-vermilion">{say("mark")}</p>
      <h1 className="mt-4 text-title font-bold">{say("title")}</h1>
      <p className="mb-8 text-ink-2">{say("fact")}</p>
      <ActForm
        action={setUpAction as never}
        submit={say("begin")}
        tone="primary"
        className="grid justify-items-start gap-8 *:w-full [&>button]:w-auto"
      >
        <div className="grid gap-4">
          <TextField name="code" label={say("code")} hint={say("codeHint")} required autoComplete="off" />
          <div className="grid gap-4 sm:grid-cols-[2fr_1fr]">
            <TextField name="office" label={say("office")} hint={say("officeHint")} required />
            <TextField name="shortName" label={say("shortName")} required />
          </div>
        </div>
        <div className="border-t border-line-2 pt-4 text-ink-3">
          <p>{say("passwords")}</p>
          <ul className="list-disc pl-5">
            {rules.map((rule) => (
              <li key={rule}>{rule}</li>
            ))}
          </ul>
        </div>
        {(["systemAdmin", "securityAdmin", "auditor"] as const).map((each) => (
          <fieldset key={each} className="grid gap-x-4 gap-y-3 border-t border-line-2 pt-4 sm:grid-cols-3">
            <legend className="pr-4 font-bold">{role(each)}</legend>
            <p className="text-ink-3 sm:col-span-3">{say(`does.${each}`)}</p>
            <TextField
              name={`${each}.account`}
              label={say("account")}
              hint={say("accountHint")}
              required
              autoComplete="off"
            />
            <TextField name={`${each}.name`} label={say("name")} required autoComplete="off" />
            <PasswordField name={`${each}.password`} label={say("password")} required autoComplete="new-password" />
          </fieldset>
        ))}
      </ActForm>
    </main>
  );
}

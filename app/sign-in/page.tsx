import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { needsSetup } from "@/bulletin/people/setup";
import { welcomeOffice } from "@/bulletin/people/welcome";
import { Notice } from "@/components/Notice";
import { formatMasthead, today } from "@/lib/dates";
import { sessionIdOfRequest, signedIn } from "@/lib/session";
import { cookieName } from "@/lib/token";
import { oidcProvider } from "../oidc";
import { OtherWay } from "./OtherWay";
import { type SignInError, SignInForm } from "./SignInForm";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signIn"))("title") };
}

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ error?: string; set?: string; begun?: string }>;
}) {
  if (await signedIn()) redirect("/");
  if (await needsSetup()) redirect("/set-up");
  const [say, office, { error, set, begun }] = await Promise.all([
    getTranslations("signIn"),
    welcomeOffice(),
    searchParams,
  ]);
  const token = await csrfToken();
  // Who signs out leaves nothing behind; whose session came to its end, here or elsewhere, still brings its token.
  const isOver = error === undefined && set === undefined && (await sessionIdOfRequest()) !== null;
  return (
    <main className="grid min-h-dvh lg:grid-cols-[840fr_600fr]">
      <EmptyPage office={office.name} marking={say("marking")} name={say("mark")} />
      <section className="flex flex-col justify-center bg-paper px-6 py-12 lg:px-[110px]">
        <h1 className="font-serif text-headline font-bold">{say("title")}</h1>
        <p className="mb-8 text-ink-3">{say("of", { office: office.name })}</p>
        {typeof set === "string" && (
          <div className="mb-6">
            <Notice>{say("passwordSet")}</Notice>
          </div>
        )}
        {begun !== undefined && (
          <div className="mb-6">
            <Notice>{say("begun")}</Notice>
          </div>
        )}
        {isOver && (
          <div className="mb-6">
            <Notice>{say("over")}</Notice>
          </div>
        )}
        <SignInForm csrfToken={token} failed={knownError(error)} account={typeof set === "string" ? set : ""} />
        {oidcProvider() && <OtherWay csrfToken={token} />}
        <p className="mt-6 border-t border-line pt-5 text-ink-2">{say("forgotten")}</p>
        {office.phone && <p className="text-ink-2">{say("phone", { phone: office.phone })}</p>}
        <p className="mt-16 text-ink-3">{say("noSecrets")}</p>
      </section>
    </main>
  );
}

/** Of what next-auth puts into the address only what there is a sentence for; the rest is a wrong password. */
function knownError(error: unknown): SignInError | undefined {
  if (error === undefined) return undefined;
  const known: readonly SignInError[] = ["codeWanted", "code", "noAccount", "noStep", "OAuthSignin", "OAuthCallback"];
  return known.find((each) => each === error) ?? "wrong";
}

async function csrfToken(): Promise<string> {
  const jar = await cookies();
  return jar.get(cookieName("csrf-token"))?.value.split("|")[0] ?? "";
}

/** An empty bulletin page that waits: masthead, red rule, manuscript squares. */
function EmptyPage({ office, marking, name }: { office: string; marking: string; name: string }) {
  return (
    <section
      aria-hidden
      className="flex flex-col justify-center border-r border-line-2 bg-sheet px-[112px] py-14 max-lg:hidden"
    >
      <p className="font-bold">{marking}</p>
      <p className="text-center font-serif text-[150px] leading-[1.4] font-black tracking-[0.12em] text-vermilion">
        {name}
      </p>
      <div className="flex justify-between border-b-4 border-vermilion px-5 pb-2 text-edit">
        <span>{office}</span>
        <span>{formatMasthead(today())}</span>
      </div>
      <svg
        viewBox="0 0 616 440"
        className="mt-2 text-vermilion opacity-35"
        fill="none"
        stroke="currentColor"
        strokeWidth=".8"
      >
        {Array.from({ length: 14 }, (_, row) => (
          <path
            key={`row ${row + 1}`}
            d={`M.5 ${row * 32 + 0.5}h615v22h-615z${Array.from({ length: 27 }, (_, at) => `M${(at + 1) * 22} ${row * 32}v22`).join("")}`}
          />
        ))}
      </svg>
    </section>
  );
}

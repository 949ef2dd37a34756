import { cookies } from "next/headers";
import { acting } from "@/app/document/acting";
import { endSession } from "@/bulletin/people/signIn";
import type { Outcome } from "@/lib/action";
import { languageCookie, languages } from "@/lib/languages";
import { sessionIdOfRequest } from "@/lib/session";
import { isHttps } from "@/lib/token";

const done: Outcome = { ok: true, value: null };

/** What concerns one's own session and browser: the language, and leaving. From any page, also without scripts. */
export async function POST(request: Request): Promise<Response> {
  return acting(request, { language: chooseLanguage, signOut }, pageBefore(request));
}

/** The page on which the form stood; `//name` at its beginning would be another host. */
function pageBefore(request: Request): string {
  const from = request.headers.get("referer") ?? "";
  if (!URL.canParse(from)) return "/";
  const { pathname, search } = new URL(from);
  return `${pathname.replace(/^[/\\]+/, "/")}${search}`;
}

async function signOut(): Promise<Outcome> {
  const sessionId = await sessionIdOfRequest();
  if (sessionId) await endSession(sessionId);
  const jar = await cookies();
  // A __Host- cookie is only taken back with the marks with which it was set.
  const gone = { httpOnly: true, sameSite: "lax", path: "/", secure: isHttps(), maxAge: 0 } as const;
  for (const { name } of jar.getAll()) if (name.includes("next-auth.session-token")) jar.set(name, "", gone);
  return done;
}

async function chooseLanguage(data: FormData): Promise<Outcome> {
  const language = String(data.get("language"));
  if ((languages as readonly string[]).includes(language))
    (await cookies()).set(languageCookie, language, {
      ...{ path: "/", sameSite: "lax", secure: isHttps(), maxAge: 365 * 86_400 },
    });
  return done;
}

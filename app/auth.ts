import { headers } from "next/headers";
import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { deviceOf } from "@/bulletin/people/device";
import { signInByClaim } from "@/bulletin/people/oidc";
import { endSession, signIn, type Whence } from "@/bulletin/people/signIn";
import { clientAddress } from "@/lib/clientAddress";
import { log } from "@/lib/log";
import { currentActor, longestSession } from "@/lib/session";
import { cookieName, isHttps } from "@/lib/token";
import { oidcProvider } from "./oidc";

/**
 * next-auth keeps a token; the token only names a session row (lib/session.ts), which is what counts.
 */
export function authOptions(whence: () => Promise<Whence> = whenceOfRequest): NextAuthOptions {
  const oidc = oidcProvider();
  return {
    secret: process.env.NEXTAUTH_SECRET,
    session: { strategy: "jwt", maxAge: longestSession },
    cookies: {
      sessionToken: cookie("session-token"),
      csrfToken: cookie("csrf-token"),
      callbackUrl: cookie("callback-url"),
    },
    // Never what it says in words: states and codes of sign-ins stand there.
    logger: {
      error(code, said) {
        const error = said instanceof Error ? said : said.error;
        log.warn({ code, failure: error.name }, "next-auth");
      },
      warn: (code) => log.debug({ code }, "next-auth"),
      debug: () => {},
    },
    pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/sign-in" },
    providers: [
      CredentialsProvider({
        credentials: { account: {}, password: {}, code: {} },
        async authorize(credentials) {
          const { account, password, code } = credentials ?? {};
          if (typeof account !== "string" || typeof password !== "string") return null;
          const result = await signIn(account, password, typeof code === "string" ? code : "", await whence());
          // The password was right: next-auth hands the name of the error to the form.
          if (!result.ok && result.codeWanted) throw new Error(code ? "code" : "codeWanted");
          return result.ok ? { id: result.accountId, name: result.name, sessionId: result.sessionId } : null;
        },
      }),
      ...(oidc ? [oidc.provider] : []),
    ],
    callbacks: {
      redirect: ({ url, baseUrl }) => ownAddress(url, baseUrl),
      async signIn({ user, account, profile }) {
        if (account?.type !== "oauth") return true;
        const claim = (profile as Record<string, unknown> | undefined)?.[oidc?.claim ?? ""];
        const person = await signInByClaim(claim, await whence());
        if ("refused" in person) return `/sign-in?error=${person.refused}`;
        Object.assign(user, person);
        return true;
      },
      jwt({ token, user }) {
        // Nothing of what an identity service tells of a person goes into the cookie.
        return user ? { name: user.name, sessionId: (user as { sessionId?: string }).sessionId } : token;
      },
      async session({ session }) {
        const actor = await currentActor();
        return { expires: session.expires, user: actor ? { name: actor.name } : undefined };
      },
    },
    events: {
      async signOut({ token }) {
        if (typeof token?.sessionId === "string") await endSession(token.sessionId);
      },
    },
  };
}

async function whenceOfRequest(): Promise<Whence> {
  const sent = await headers();
  return { address: clientAddress(sent), device: deviceOf(sent.get("user-agent") ?? "") };
}

/** Where one goes after signing in or out: an address of ours, whatever was asked for. */
export function ownAddress(wanted: string, base: string): string {
  if (!URL.canParse(wanted, base)) return base;
  const address = new URL(wanted, base);
  return address.origin === new URL(base).origin ? address.href : base;
}

/** For this host alone, read by no script, and not sent along from another site's form. */
function cookie(name: Parameters<typeof cookieName>[0]) {
  return {
    name: cookieName(name),
    options: { httpOnly: true, sameSite: "lax", path: "/", secure: isHttps() } as const,
  };
}

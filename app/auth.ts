import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { endSession, signIn } from "@/bulletin/people/signIn";
import { currentActor, sessionHours } from "@/lib/session";
import { cookieName, isHttps } from "@/lib/token";

/**
 * next-auth keeps a token; the token only names a session row (lib/session.ts), which is what counts.
 */
export const authOptions: NextAuthOptions = {
  secret: process.env.NEXTAUTH_SECRET,
  session: { strategy: "jwt", maxAge: sessionHours * 3_600 },
  cookies: {
    sessionToken: cookie("session-token"),
    csrfToken: cookie("csrf-token"),
    callbackUrl: cookie("callback-url"),
  },
  pages: { signIn: "/sign-in", error: "/sign-in", signOut: "/sign-in" },
  providers: [
    CredentialsProvider({
      credentials: { account: {}, password: {} },
      async authorize(credentials) {
        const { account, password } = credentials ?? {};
        if (typeof account !== "string" || typeof password !== "string") return null;
        const result = await signIn(account, password);
        return result.ok ? { id: result.accountId, name: result.name, sessionId: result.sessionId } : null;
      },
    }),
  ],
  callbacks: {
    redirect: ({ url, baseUrl }) => ownAddress(url, baseUrl),
    jwt({ token, user }) {
      if (user) token.sessionId = (user as { sessionId?: string }).sessionId;
      return token;
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

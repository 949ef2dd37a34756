import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { endSession, signIn } from "@/bulletin/people/signIn";

/** A working day: afterwards one signs in again. */
const maxAge = 12 * 60 * 60;

/**
 * next-auth keeps a token; the token only names a session row (lib/session.ts), which is what counts.
 */
export const authOptions: NextAuthOptions = {
  secret: process.env.NEXTAUTH_SECRET,
  session: { strategy: "jwt", maxAge },
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
    jwt({ token, user }) {
      if (user) token.sessionId = (user as { sessionId?: string }).sessionId;
      return token;
    },
    session({ session, token }) {
      return { expires: session.expires, user: { name: token.name } };
    },
  },
  events: {
    async signOut({ token }) {
      if (typeof token?.sessionId === "string") await endSession(token.sessionId);
    },
  },
};

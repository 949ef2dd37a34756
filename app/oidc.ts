import type { OAuthConfig } from "next-auth/providers/oauth";
import type { TokenSet } from "openid-client";
import { readEnv } from "@/lib/env";

type Claims = { sub: string; [claim: string]: unknown };

/** The office's own identity service, where one is configured; and the claim that names an account. */
export function oidcProvider(): { provider: OAuthConfig<Claims>; claim: string } | null {
  const env = readEnv();
  if (!env.OIDC_ISSUER || !env.OIDC_CLIENT_ID || !env.OIDC_CLIENT_SECRET) return null;
  const provider: OAuthConfig<Claims> = {
    id: "oidc",
    name: "OIDC",
    type: "oauth",
    wellKnown: `${env.OIDC_ISSUER.replace(/\/$/, "")}/.well-known/openid-configuration`,
    clientId: env.OIDC_CLIENT_ID,
    clientSecret: env.OIDC_CLIENT_SECRET,
    authorization: { params: { scope: "openid profile" } },
    checks: ["pkce", "state", "nonce"],
    idToken: true,
    // Some services tell the account in the token, others only when asked; openid-client holds both to one subject.
    userinfo: {
      async request({ client, tokens }) {
        const asked = client.issuer.metadata.userinfo_endpoint ? await client.userinfo(tokens as TokenSet) : {};
        return { ...asked, ...(tokens as TokenSet).claims() } as never;
      },
    },
    // Who that is here is looked up in the signIn callback.
    profile: ({ sub }) => ({ id: sub }),
  };
  return { provider, claim: env.OIDC_CLAIM };
}

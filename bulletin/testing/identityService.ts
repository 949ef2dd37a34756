import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";

export const client = { id: "bianfa", secret: "what the two services know of each other" };

/**
 * An identity service as an office might run one: a real OpenID provider on this machine that insists on PKCE. Whoever
 * signs in there as X is told as `preferred_username` X; their password is not asked. It answers once it knows its client.
 */
export async function identityService() {
  let answer: ReturnType<Provider["callback"]> | undefined;
  const server = createServer((request, response) => (answer ? answer(request, response) : response.end()));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;
  const serve = (redirectTo: string) => {
    answer = providerOf(issuer, redirectTo).callback();
  };
  const close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { issuer, port, serve, close };
}

function providerOf(issuer: string, redirectTo: string): Provider {
  return new Provider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [redirectTo],
        response_types: ["code"],
        grant_types: ["authorization_code"],
      },
    ],
    claims: { openid: ["sub"], profile: ["preferred_username", "employee"] },
    cookies: { keys: ["a key for the cookies of a test"] },
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 600, IdToken: 60, Interaction: 600, Session: 600 },
    pkce: { required: () => true },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({ sub: `subject of ${id}`, preferred_username: id, employee: `${id}-7` }),
    }),
  });
}

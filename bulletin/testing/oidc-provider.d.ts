/** What the tests use of it; it brings no types of its own. */
declare module "oidc-provider" {
  import type { IncomingMessage, ServerResponse } from "node:http";

  type Client = {
    client_id: string;
    client_secret: string;
    redirect_uris: string[];
    response_types: string[];
    grant_types: string[];
  };

  export default class Provider {
    constructor(
      issuer: string,
      configuration: {
        clients: Client[];
        claims: Record<string, string[]>;
        cookies: { keys: string[] };
        ttl: Record<string, number>;
        pkce: { required: () => boolean };
        findAccount: (context: unknown, id: string) => { accountId: string; claims: () => Record<string, string> };
      },
    );
    callback(): (request: IncomingMessage, response: ServerResponse) => void;
  }
}

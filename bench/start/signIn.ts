import { demonstrationPassword } from "@/seeds/people";

/** Signs in as a script does (CONTRACT.md); returns the cookies. */
export async function signIn(web: string, account: string): Promise<string> {
  const first = await fetch(`${web}/api/auth/csrf`);
  const { csrfToken } = (await first.json()) as { csrfToken: string };
  const jar = new Map(cookiesOf(first));
  const second = await fetch(`${web}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie: asHeader(jar), origin: web, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ csrfToken, account, password: demonstrationPassword, json: "true" }),
  });
  for (const [name, value] of cookiesOf(second)) jar.set(name, value);
  return asHeader(jar);
}

function cookiesOf(response: Response): [string, string][] {
  return response.headers.getSetCookie().map((each) => {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(each) ?? [];
    return [name, value];
  });
}

const asHeader = (jar: Map<string, string>) => [...jar].map((each) => each.join("=")).join("; ");

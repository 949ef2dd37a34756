import { type BrowserContext, test as base, expect, type Page } from "@playwright/test";
import { demonstrationPassword } from "@/seeds/people";

type Options = { password?: string; width?: number; height?: number; touch?: boolean; fresh?: boolean };

type Fixtures = {
  /** A page of that person, in a browser of their own. `fresh` asks for a new session. */
  signIn: (account: string, options?: Options) => Promise<Page>;
  /** An empty page of nobody. */
  stranger: () => Promise<Page>;
  /** Browser errors that belong to the story, such as those of a server that was killed. */
  tolerate: (error: RegExp) => void;
};

type Kept = { sessions: Map<string, Awaited<ReturnType<BrowserContext["storageState"]>>> };

export const test = base.extend<Fixtures, Kept>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
  sessions: [({}, use) => use(new Map()), { scope: "worker" }],

  tolerate: [
    async ({ context }, use) => {
      const tolerated: RegExp[] = [];
      const errors: string[] = [];
      watched.set(context, errors);
      await use((error) => void tolerated.push(error));
      expect(errors.filter((error) => !tolerated.some((each) => each.test(error)))).toEqual([]);
    },
    { auto: true },
  ],

  stranger: async ({ browser, context, contextOptions }, use) => {
    const opened: BrowserContext[] = [];
    await use(async () => {
      const other = await browser.newContext(contextOptions);
      opened.push(other);
      watch(other, watched.get(context) ?? []);
      return patient(await other.newPage());
    });
    for (const each of opened) await each.close();
  },

  signIn: async ({ browser, context, contextOptions, sessions }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (account, options = {}) => {
      const { password = demonstrationPassword, width = 1440, height = 900, touch = false, fresh = false } = options;
      const storageState = fresh ? undefined : sessions.get(account);
      const viewport = { width, height };
      const own = await browser.newContext({ ...contextOptions, viewport, hasTouch: touch, storageState });
      opened.push(own);
      watch(own, watched.get(context) ?? []);
      if (!storageState) {
        await enter(own, account, password);
        if (!fresh) sessions.set(account, await own.storageState());
      }
      return patient(await own.newPage());
    });
    for (const each of opened) await each.close();
  },
});

const watched = new WeakMap<BrowserContext, string[]>();

function watch(context: BrowserContext, errors: string[]): void {
  context.on("console", (message) => {
    if (message.type() === "error") errors.push(`${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (error) => errors.push(String(error.error().stack)));
}

/**
 * Done when scripts are at work in the page, if it has any: a button that is pressed before does nothing. Pages that
 * are opened by their address wait by themselves (patient), those that a form or a reload brings do not.
 */
export async function alive(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const drawn = document.querySelector("main") ?? document.body;
    const scripted = document.querySelector('script[src^="/_next/"]') !== null;
    return !scripted || Object.keys(drawn).some((key) => key.startsWith("__react"));
  });
}

/** The page, whose `goto` is done when the page is alive, unless the story waits for less than its loading. */
function patient(page: Page): Page {
  const go = page.goto.bind(page);
  page.goto = async (url, options) => {
    const answer = await go(url, options);
    if (!options?.waitUntil) await alive(page);
    return answer;
  };
  return page;
}

/** As a script signs in (CONTRACT.md): the token, then the form, keeping the cookies. */
async function enter({ request }: BrowserContext, account: string, password: string): Promise<void> {
  const { csrfToken } = await (await request.get("/api/auth/csrf")).json();
  const form = { csrfToken, account, password, json: "true" };
  const response = await request.post("/api/auth/callback/credentials", { form });
  expect(response.status(), `${account} signs in`).toBe(200);
}

/** A web server of the story's own, on the same database, which it may kill and start again. */
export async function ownServer() {
  const [url = "", which = ""] = await control("another");
  return { url, kill: () => control(`kill/${which}`), start: () => control(`start/${which}`) };
}

/** A web server whose way to the database a story may cut and mend, and which counts the statements that go along it. */
export async function distantServer() {
  const [url = "", which = ""] = await control("distant");
  const asked = async () => Number((await control(`asked/${which}`))[0]);
  return { url, asked, cut: () => control(`cut/${which}`), mend: () => control(`mend/${which}`) };
}

/** A web server that knows an identity service at that port. */
export async function ownServerWith(port: number) {
  const [url = ""] = await control(`identity/${port}`);
  return url;
}

/** An installation without anybody in it: its address and the one-time code of its first visit. */
export async function emptyInstallation() {
  const [url = "", code = ""] = await control("empty");
  return { url, code };
}

async function control(act: string): Promise<string[]> {
  const response = await fetch(`${process.env.E2E_CONTROL}/${act}`);
  const answer = await response.text();
  expect(response.status, answer).toBe(200);
  return answer.split(" ");
}

export { expect };

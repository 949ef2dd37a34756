import { whereIn, withOpened } from "./standing";

const served = new WeakMap<Element, string>();
const told: (() => void)[] = [];

note(document);

/** Called after parts of the page were read again. */
export function whenRefreshed(run: () => void): void {
  told.push(run);
}

/**
 * Reads the page again and puts in what has changed, part by part (`data-part`): what somebody has opened, marked or
 * scrolled to in another part stays. Where another page stands at the address by now (a new edition, the notice of a
 * recall), it takes its place.
 */
export async function refresh(): Promise<void> {
  const answer = await fetch(location.href, { headers: { accept: "text/html" } }).catch(() => null);
  // Without a line, or where the server cannot just now, the page stays as it is; what is told while it is open tries again.
  if (!answer || answer.status >= 500) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const after = partsOf(page);
  // A page of another kind, as that of signing in, brings scripts of its own.
  if (!answer.ok || page.body.dataset.unreachable === undefined) return location.assign(answer.url);
  if (answer.redirected) history.replaceState(null, "", answer.url);
  note(page);
  document.title = page.title;
  take(document.body, page.body);
  const before = partsOf(document);
  if ([...before.keys()].join() === [...after.keys()].join())
    for (const [name, part] of after) replace(before.get(name) as HTMLElement, part);
  else replaceAll(page);
  for (const run of told) run();
}

function replace(old: HTMLElement, part: HTMLElement): void {
  const [was, is] = [served.get(old) ?? "", served.get(part) ?? ""];
  if (was === is) return;
  served.set(old, is);
  // Where only its own look has changed, what stands in it stays, and with it the place at which somebody reads.
  if (insideOf(was) === insideOf(is)) {
    take(old, part);
    return;
  }
  const next = document.importNode(part, true);
  served.set(next, is);
  const focus = whereIn(old);
  withOpened(old, next);
  old.replaceWith(next);
  focus(next);
}

/** All but what the scripts have added at the end (islands.tsx). */
function replaceAll(page: Document): void {
  const ours = [...document.body.querySelectorAll(":scope > [data-added]")];
  const theirs = [...page.body.childNodes].map((each) => document.importNode(each, true));
  document.body.replaceChildren(...theirs, ...ours);
  note(document);
  window.scrollTo(0, 0);
}

function take(old: HTMLElement, part: HTMLElement): void {
  for (const { name } of [...old.attributes]) if (!part.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of part.attributes) old.setAttribute(name, value);
}

function insideOf(html: string): string {
  return html.slice(html.indexOf(">"));
}

function partsOf(page: Document): Map<string, HTMLElement> {
  return new Map([...page.querySelectorAll<HTMLElement>("[data-part]")].map((part) => [part.dataset.part ?? "", part]));
}

/** As it came, before scripts touched it. */
function note(page: Document): void {
  for (const part of partsOf(page).values()) served.set(part, part.outerHTML);
}

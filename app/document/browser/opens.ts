import { tellOffline } from "./offline";

/** What a button opens over the page; the first time it has to come, and where it does not the page says so. */
export async function open(button: HTMLElement): Promise<void> {
  const about = JSON.parse(button.dataset.about ?? "{}");
  const islands = await import("./islands").catch(() => null);
  if (!islands) return tellOffline();
  if (button.dataset.opens === "search") islands.showSearch(about);
  else islands.showInstruct(about);
}

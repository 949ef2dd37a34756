/** What a button opens over the page; the first time it has to come. */
export async function open(button: HTMLElement): Promise<void> {
  const { showInstruct, showSearch } = await import("./islands");
  const about = JSON.parse(button.dataset.about ?? "{}");
  if (button.dataset.opens === "search") showSearch(about);
  else showInstruct(about);
}

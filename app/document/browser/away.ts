const pause = 3_000;

/**
 * On a page that did not open: whether it is because the database is away. The page says so then, looks again every
 * few seconds, and opens by itself once it is back.
 */
export async function waitForDatabase(wasAway = false): Promise<void> {
  if (!document.querySelector("[data-failed]")) return;
  const isReady = await fetch("/api/health/ready", { cache: "no-store" }).then(
    ({ ok }) => ok,
    () => false,
  );
  if (isReady && wasAway) return location.reload();
  if (isReady) return;
  for (const words of document.querySelectorAll<HTMLElement>("[data-away]")) words.hidden = words.dataset.away === "no";
  setTimeout(() => void waitForDatabase(true), pause);
}

let going: ReturnType<typeof setTimeout> | undefined;

/** Says in a line above the bar that there is no line to the server, for as long as it takes to read it. The sentence stands on the body. */
export function tellOffline(): void {
  document.querySelector("[data-added='told']")?.remove();
  clearTimeout(going);
  const told = document.createElement("p");
  told.dataset.added = "told";
  told.setAttribute("role", "alert");
  told.className =
    "fixed inset-x-4 bottom-24 z-40 mx-auto max-w-[720px] border border-line-2 border-l-4 border-l-ochre bg-warn px-4 py-2.5";
  told.textContent = document.body.dataset.offline ?? "";
  document.body.append(told);
  going = setTimeout(() => told.remove(), 10_000);
}

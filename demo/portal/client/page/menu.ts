/** The account menu closes on Escape and on a press elsewhere; opening is the browser's own. */
export function startMenus(): void {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>("details.cs-menu")) {
    document.addEventListener("pointerdown", (event) => {
      if (event.target instanceof Node && !menu.contains(event.target)) menu.open = false;
    });
    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !menu.open) return;
      menu.open = false;
      menu.querySelector("summary")?.focus();
    });
  }
  // Dialogs before anything was made close on Escape.
  const dismiss = document.querySelector<HTMLAnchorElement>("a[data-dismiss]");
  if (dismiss === null) return;
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") dismiss.click();
  });
}

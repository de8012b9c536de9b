/** `/` anywhere goes to the search box; the arrow keys go from there through the results and back. */
export function walkResults(box: HTMLInputElement, links: () => readonly HTMLElement[]): void {
  document.addEventListener('keydown', (event) => {
    // Suggestions have taken it.
    if (event.defaultPrevented) return;
    if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    const active = document.activeElement;
    if (event.key === '/' && !isWriting(active)) {
      event.preventDefault();
      box.focus();
      box.select();
      return;
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const stops = [box, ...links()];
    const at = stops.findIndex((stop) => stop === active);
    const next = at === -1 ? undefined : stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  });
}

function isWriting(active: Element | null): boolean {
  return active instanceof HTMLSelectElement || (active instanceof HTMLInputElement && active.type !== 'checkbox');
}

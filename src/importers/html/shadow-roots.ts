/**
 * Puts what a browser shows of an element with a shadow root of its own into the page: the template, and in its slots what stands
 * in the element. What has no slot is marked as hidden, as a browser does not show it.
 */
export function showShadowRoots(document: Document): void {
  for (;;) {
    // One after the other, since a template may hold elements with others.
    const template = document.querySelector<HTMLTemplateElement>('template[shadowrootmode]');
    if (!template) return;
    const mode = template.getAttribute('shadowrootmode') ?? '';
    template.removeAttribute('shadowrootmode');
    const host = template.parentElement;
    if (!host || !/^(?:open|closed)$/i.test(mode)) continue;
    const given = [...host.childNodes].filter((node) => node !== template);
    const shown = document.createElement('div');
    shown.append(...template.content.childNodes);
    for (const slot of [...shown.querySelectorAll('slot')]) {
      const name = slot.getAttribute('name') ?? '';
      const own = given.filter((node) => slotOf(node) === name && node.parentNode === host);
      // Without any it shows what stands in the slot itself.
      slot.replaceWith(...(own.some(isFilled) ? own : [...slot.childNodes]));
    }
    const rest = given.filter((node) => node.parentNode === host);
    const hidden = document.createElement('div');
    hidden.setAttribute('hidden', '');
    hidden.append(...rest);
    host.replaceChildren(...shown.childNodes, ...(rest.some(isFilled) ? [hidden] : []));
  }
}

function slotOf(node: Node): string {
  return node.nodeType === 1 ? ((node as Element).getAttribute('slot') ?? '') : ''; // 1 is an element
}

function isFilled({ nodeType, textContent }: Node): boolean {
  return nodeType === 1 || (textContent ?? '').trim() !== '';
}

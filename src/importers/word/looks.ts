import { all, isOn, value } from './numbers.ts';
import { child, stylesOf, type Styles } from './styles.ts';

/** Gives each text by itself what its styles say of it and its words depend on: struck out, raised or lowered, in capitals. */
export function writeLooks(document: Document, styles: Styles): void {
  for (const run of all(document, 'w:r')) {
    if (!child(run, 'w:t')) continue;
    const { own, around } = stylesOf(run);
    if (own === '' && around === '') continue;
    for (const name of ['w:strike', 'w:dstrike', 'w:caps', 'w:vertAlign']) {
      if (child(child(run, 'w:rPr'), name)) continue;
      const looks = [styles.look(own, name), styles.look(around, name)];
      // Where both styles say so, Word takes it back (ECMA-376, 17.7.3).
      const counts = name === 'w:vertAlign' || looks.filter(isOn).length === 1;
      const look = counts ? (looks.find(isOn) ?? undefined) : undefined;
      if (look && value(look, 'w:val') !== 'baseline') propertiesOf(run).append(look.cloneNode(true));
    }
  }
}

/** Writes what is set in capitals in them, as it is seen. */
export function writeCapitals(document: Document): void {
  for (const run of all(document, 'w:r')) {
    if (!isOn(child(child(run, 'w:rPr'), 'w:caps'))) continue;
    for (const text of all(run, 'w:t')) text.textContent = text.textContent.toUpperCase();
  }
}

function propertiesOf(run: Element): Element {
  const properties = child(run, 'w:rPr') ?? run.ownerDocument.createElement('w:rPr');
  run.prepend(properties);
  return properties;
}

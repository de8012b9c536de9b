import { run } from './labels.ts';
import { all, value } from './numbers.ts';
import { child } from './styles.ts';
import { unwrap } from './text-of.ts';

/** Each formula becomes a run of text: `(a)/(b)`, `x^2`, `∑_(i=1)^n x`. */
export function writeFormulas(document: Document): number {
  const formulas = all(document, 'm:oMath');
  for (const formula of formulas) formula.replaceWith(run(document, formulaText(formula)));
  for (const wrapper of all(document, 'm:oMathPara')) unwrap(wrapper);
  return formulas.length;
}

function formulaText(node: Element): string {
  const parts = (name: string) => [...node.children].filter(({ nodeName }) => nodeName === name).map(formulaText);
  const part = (name: string) => parts(name).join('');
  /** A sign that the formula's properties name; where they name none, the usual one. */
  const sign = (name: string, usual: string) => {
    const named = child(child(node, `${node.nodeName}Pr`), name);
    return named ? value(named, 'm:val') : usual;
  };
  const below = () => (part('m:sub') === '' ? '' : `_${grouped(part('m:sub'))}`);
  const above = () => (part('m:sup') === '' ? '' : `^${grouped(part('m:sup'))}`);
  switch (node.nodeName) {
    case 'm:t':
      return node.textContent;
    case 'm:f':
      return `(${part('m:num')})/(${part('m:den')})`;
    case 'm:sSup':
    case 'm:sSub':
    case 'm:sSubSup':
      return `${part('m:e')}${below()}${above()}`;
    case 'm:nary':
      return `${sign('m:chr', '∫')}${below()}${above()} ${part('m:e')}`;
    case 'm:rad':
      return `${part('m:deg') === '' ? '' : `[${part('m:deg')}]`}√(${part('m:e')})`;
    case 'm:d':
      return `${sign('m:begChr', '(')}${parts('m:e').join(sign('m:sepChr', '|'))}${sign('m:endChr', ')')}`;
    case 'm:acc':
      return `${part('m:e')}${sign('m:chr', '\u0302')}`;
    case 'm:func':
      return `${part('m:fName')} ${part('m:e')}`;
    case 'm:limLow':
      return `${part('m:e')}_${grouped(part('m:lim'))}`;
    case 'm:limUpp':
      return `${part('m:e')}^${grouped(part('m:lim'))}`;
    case 'm:mr':
      return parts('m:e').join(' ');
    case 'm:m':
      return parts('m:mr').join('; ');
    case 'm:eqArr':
      return parts('m:e').join('; ');
    default:
      return [...node.children].map(formulaText).join('');
  }
}

/** More than one word or number in brackets. */
function grouped(text: string): string {
  return /^[\p{L}\p{N}.,]*$/u.test(text) ? text : `(${text})`;
}

import path from 'node:path';
import { portabilityFault } from '../release/file-name.ts';
import { quote } from '../text/quote.ts';
import type { Finding } from '../release/problem.ts';

/** Why an id cannot be an address that works on every system, or `undefined`. */
export function idFault(id: string): Finding | undefined {
  const segments = id.split('/');
  const wrong = segments.find((segment) => !/^[A-Za-z0-9_-]+(?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?$/.test(segment));
  const last = segments.at(-1) ?? '';
  const better = (segment: string) =>
    segment
      .normalize('NFKD')
      .replace(/[\u0300-\u036f]/g, '')
      .replace(/[^A-Za-z0-9_.-]+/g, '-')
      .replace(/^[-.]+|[-.]+$/g, '') || 'release';
  if (wrong !== undefined) {
    return {
      rule: 'id-unportable',
      message: `The name ${quote(wrong)} cannot be part of an address on every system.`,
      hint: `Rename it with letters a to z, digits, hyphens and inner dots: ${better(wrong)}${wrong === last ? '.md' : ''}.`,
    };
  }
  if (/^\d+$/.test(last)) {
    return {
      rule: 'id-unportable',
      message: `The name ${quote(`${last}.md`)} holds digits only; such addresses are pages of lists.`,
      hint: `Rename it with a word in it, for example ${last}-release.md.`,
    };
  }
  const reserved = segments.find((segment) => portabilityFault(segment) !== undefined);
  const ending = segments.find((segment) => /\.(md|html?|xml|json)$/i.test(segment));
  if (reserved !== undefined || ending !== undefined) {
    return {
      rule: 'id-unportable',
      message: `The name ${quote(reserved ?? ending ?? '')} ${reserved === undefined ? 'ends like a file that the site itself makes' : portabilityFault(reserved)}.`,
      hint:
        reserved === undefined && ending === last
          ? `Rename it to ${last.replace(/\.\w+$/, '')}.md.`
          : 'Rename it with a date and a few words, for example 2020-07-30-first-metal.md.',
    };
  }
  return undefined;
}

/** What is wrong with a release's file whose ending is written `.MD` or `.Md`. */
export function endsInCapitals(below: string): Finding {
  const name = path.posix.basename(below);
  return {
    rule: 'id-unportable',
    message: `The name ${quote(name)} ends in capitals; some systems would look for another file.`,
    hint: `Rename it to ${name.slice(0, -'.md'.length)}.md.`,
  };
}

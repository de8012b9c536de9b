import type { WholeDraft } from '../../release/schema.ts';
import { CONTROLS } from '../../text/characters.ts';
import type { Finding } from '../../release/problem.ts';
import { quote } from '../../text/quote.ts';
import type { ReleaseCheck } from './context.ts';

/** Characters that turn the direction of what follows: a figure or a name may then read otherwise than it is written. */
export function turningFinding(text: string, of: string): (Finding & { readonly index: number }) | undefined {
  const turning = TURNING.exec(text);
  if (!turning) return undefined;
  return {
    index: turning.index,
    rule: 'title-invisible-character',
    message: `The ${of} holds an invisible character (${quote(turning[0])}) that changes the direction of what follows it.`,
    hint: 'Delete it, or type the words again.',
  };
}

/** Embeddings, overrides and isolates of Unicode's bidirectional algorithm. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/;

/** The first character of a text that turns its direction, and its first control character; where it is half of a sign that was read in the wrong encoding, the sign. */
export function checkControls({ release, report }: ReleaseCheck<WholeDraft>): void {
  const turning = turningFinding(release.body, 'text');
  if (turning) {
    const { index, ...finding } = turning;
    report(release.body.slice(0, index).split('\n').length, 'warning', finding);
  }
  const control = CONTROL.exec(release.body);
  if (!control) return;
  const line = release.body.slice(0, control.index).split('\n').length;
  const [broken, sign] = misread(release.body, control.index) ?? [];
  if (broken !== undefined && sign !== undefined) {
    report(line, 'warning', {
      rule: 'control-character-in-text',
      message: `The text has ${quote(broken)} where ${quote(sign)} is meant: it was read in the wrong encoding, and pages and feeds leave a part of it out.`,
      hint: `Write ${quote(sign)} here and in the other places, or take the text from its source again, as UTF-8.`,
    });
    return;
  }
  report(line, 'warning', {
    rule: 'control-character-in-text',
    message: `The text holds a control character (${quote(control[0])}), which readers cannot see; pages and feeds leave it out.`,
    hint: 'Delete it; text copied from a PDF often holds form feeds between pages.',
  });
}

const CONTROL = new RegExp(`[${CONTROLS}]`);

/** The characters around a place that are together one character of UTF-8, each of its bytes taken for one, and that character. */
function misread(text: string, at: number): readonly [string, string] | undefined {
  for (let start = Math.max(0, at - 3); start < at; start++) {
    const bytes =
      /^(?:[\u00c2-\u00df][\u0080-\u00bf]|[\u00e0-\u00ef][\u0080-\u00bf]{2}|[\u00f0-\u00f4][\u0080-\u00bf]{3})/.exec(
        text.slice(start, start + 4),
      )?.[0];
    if (bytes === undefined || start + bytes.length <= at) continue;
    const sign = Buffer.from(bytes, 'latin1').toString('utf8');
    if (!sign.includes('\ufffd')) return [bytes, sign];
  }
  return undefined;
}

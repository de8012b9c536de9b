import type { WholeDraft } from '../../release/schema.ts';
import { CONTROLS } from '../../text/characters.ts';
import { quote } from '../../text/quote.ts';
import type { ReleaseCheck } from './context.ts';

/** The first control character of a text; where it is half of a sign that was read in the wrong encoding, the sign. */
export function checkControls({ release, report }: ReleaseCheck<WholeDraft>): void {
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

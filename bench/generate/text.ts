import { drawCount, drawFigure, drawHole, tenths } from './amounts.ts';
import type { Chance } from './chance.ts';
import { capitalised, drawRank, vocabulary } from './words.ts';

/** What a text is made of beside its paragraphs. */
interface TextForm {
  /** About so many words, tables left out. */
  readonly words: number;
  /** How many tables there are. */
  readonly tables: number;
}

/** A release's text as Markdown: paragraphs, and the longer it is the more section headings, lists and tables among them. */
export function drawText(chance: Chance, { words, tables }: TextForm): string {
  const draw = wordsOfOneText(chance);
  const blocks: string[] = [];
  let written = 0;
  let tablesLeft = tables;
  let untilHeading = chance.between(1, 4);
  while (written < words) {
    if (words > 350 && untilHeading-- === 0) {
      blocks.push(`## ${capitalised(phrase(chance, draw, 2, 6))}`);
      untilHeading = chance.between(2, 6);
    }
    const block = chance.happens(0.1) ? list(chance, draw) : paragraph(chance, draw, Math.min(90, words - written));
    blocks.push(block);
    written += block.split(/\s+/).length;
    if (tablesLeft > 0 && chance.happens(Math.max(tables / (words / 70), 0.15))) {
      blocks.push(table(chance, draw));
      tablesLeft -= 1;
    }
  }
  while (tablesLeft-- > 0) blocks.push(table(chance, draw));
  return blocks.join('\n\n');
}

/** Some words as they come in running text, without an end. */
export function drawPhrase(chance: Chance, least: number, most: number): string {
  return phrase(chance, wordsOfOneText(chance), least, most);
}

type Draw = () => string;

/** A text has its subject: a word that is not among the most frequent comes again soon, with this probability. */
const AGAIN = 0.4;
const FREQUENT = 60;
const FIGURES = 0.035;

function wordsOfOneText(chance: Chance): Draw {
  const used: string[] = [];
  return () => {
    if (chance.happens(FIGURES)) return drawFigure(chance);
    const rank = drawRank(chance);
    if (rank < FREQUENT) return vocabulary[rank] ?? '';
    const word = used.length > 0 && chance.happens(AGAIN) ? chance.from(used) : (vocabulary[rank] ?? '');
    used.push(word);
    return word;
  };
}

function phrase(chance: Chance, draw: Draw, least: number, most: number): string {
  return Array.from({ length: chance.between(least, most) }, draw).join(' ');
}

function sentence(chance: Chance, draw: Draw): string {
  const words = Array.from({ length: Math.round(Math.min(50, 4 + chance.around(17, 0.5))) }, draw);
  const comma = words.length > 14 ? chance.between(4, words.length - 4) : -1;
  const text = words.map((word, index) => (index === comma ? `${word},` : word)).join(' ');
  return `${capitalised(/^[a-z]/.test(text) ? text : `the ${text}`)}.`;
}

function paragraph(chance: Chance, draw: Draw, words: number): string {
  const sentences: string[] = [];
  let written = 0;
  const wanted = Math.max(8, Math.min(words, chance.around(55, 0.5)));
  while (written < wanted) {
    const text = sentence(chance, draw);
    sentences.push(text);
    written += text.split(' ').length;
  }
  return sentences.join(' ');
}

function list(chance: Chance, draw: Draw): string {
  return Array.from(
    { length: chance.between(3, 7) },
    () => `- ${capitalised(`the ${phrase(chance, draw, 5, 18)}`)}`,
  ).join('\n');
}

function table(chance: Chance, draw: Draw): string {
  const columns = chance.between(2, 5);
  // One table in twelve lists drill holes or holders over pages.
  const rows = chance.happens(0.08) ? chance.between(30, 90) : chance.between(3, 14);
  const holes = chance.happens(0.3);
  const cells = [
    [holes ? 'Hole' : 'Item', ...Array.from({ length: columns }, () => capitalised(phrase(chance, draw, 1, 2)))],
    ['---', ...Array.from({ length: columns }, () => '---:')],
    ...Array.from({ length: rows }, () => [
      holes ? drawHole(chance) : capitalised(phrase(chance, draw, 1, 4)),
      ...Array.from({ length: columns }, () => (chance.happens(0.6) ? drawCount(chance) : tenths(chance, 400))),
    ]),
  ];
  return cells.map((row) => `| ${row.join(' | ')} |`).join('\n');
}

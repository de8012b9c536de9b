/** `1st`, `22nd`, `113th`. */
export function ordinalOf(count: number): string {
  const isTeen = Math.floor((count % 100) / 10) === 1;
  return `${count}${(isTeen ? undefined : ['th', 'st', 'nd', 'rd'][count % 10]) ?? 'th'}`;
}

/** `One`, `Twenty-two`; of a number above 99, its digits. */
export function cardinalWordOf(count: number): string {
  if (count < 1 || count > 99) return String(count);
  const tens = TENS[Math.floor(count / 10)];
  if (tens === undefined) return capital(BELOW_TWENTY[count] ?? '');
  return capital(count % 10 === 0 ? tens : `${tens}-${BELOW_TWENTY[count % 10] ?? ''}`);
}

/** `First`, `Twenty-second`; of a number above 99, its digits. */
export function ordinalWordOf(count: number): string {
  if (count < 1 || count > 99) return ordinalOf(count);
  return cardinalWordOf(count).replace(/[a-z]+$/i, (last) => {
    const irregular = IRREGULAR[last.toLowerCase()] ?? `${last.toLowerCase().replace(/y$/, 'ie')}th`;
    return /^[A-Z]/.test(last) ? capital(irregular) : irregular;
  });
}

const BELOW_TWENTY =
  ' one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS: readonly (string | undefined)[] = [
  undefined,
  undefined,
  ...'twenty thirty forty fifty sixty seventy eighty ninety'.split(' '),
];
const IRREGULAR: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
};

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

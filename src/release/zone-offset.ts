/** The offset that the short name of a zone stands for, `+10:00` for `AEST` whatever Sydney's clocks showed; `undefined` for other names. */
export function zoneOffset(name: string): string | undefined {
  return OFFSETS[name.toUpperCase()];
}

const OFFSETS: Readonly<Record<string, string>> = {
  AEST: '+10:00',
  AEDT: '+11:00',
  ACST: '+09:30',
  ACDT: '+10:30',
  AWST: '+08:00',
  UTC: 'Z',
  GMT: 'Z',
};

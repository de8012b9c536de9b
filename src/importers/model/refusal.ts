/** A file that is not imported; the message says why, and what to do instead. */
export class ImportRefusal extends Error {}

/** A PDF that opens with a password alone, which was not given or is another one. */
export class LockedPdf extends ImportRefusal {}

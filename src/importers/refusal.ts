/** Why a file cannot be imported, in a full sentence. */
export class ImportRefusal extends Error {}

/** A message, whatever format it was saved in. */
export interface Mail {
  readonly subject: string;
  /** Who sent it and to whom, as people: `Kim Marsh <kim@example.com>`; empty where it does not say. */
  readonly from: string;
  readonly to: string;
  /** When it was sent, in milliseconds since 1970 UTC, where it says so with its zone. */
  readonly sent?: number;
  readonly html?: string;
  readonly text?: string;
  readonly attachments: readonly MailPart[];
  /** What a person should know of how it was read. */
  readonly notes: readonly string[];
}

/** A file in a message. */
export interface MailPart {
  readonly name: string;
  /** Media type in lower case. */
  readonly type: string;
  readonly bytes: Uint8Array;
  /** By which its text shows it, without the pointed brackets. */
  readonly contentId?: string;
  /** What its sender says of it; in a saved page, its address. */
  readonly description?: string;
  /** True for a picture that its text shows. */
  readonly inText: boolean;
}

/** What a message says to whom. */
export interface MessageContent {
  to: MessagePerson[];
  cc: MessagePerson[];
  /** Empty where nothing readable is in it. */
  text: string;
  /** Harmless by `harmlessHtml`; null where the message has none. */
  html: string | null;
  /** Pictures that the HTML would have loaded from elsewhere. */
  remoteImages: number;
  attachments: MessageAttachment[];
  /** Whether something could not be read, or was more than the limits allow. */
  incomplete: boolean;
}

export interface MessagePerson {
  name: string | null;
  address: string | null;
}

export interface MessageAttachment {
  name: string | null;
  /** Media type, in lower case. */
  type: string;
  octets: number;
  /** A picture that stands in the text. */
  embedded: boolean;
}

/** What a thread is to do with the message that is written to its standard input. */
export type ReadingTask = { kind: 'content' } | { kind: 'attachment'; index: number };

/** What it answers; the octets of an attachment come on its standard output. */
export type ReadingAnswer =
  | { kind: 'content'; content: MessageContent }
  | { kind: 'attachment'; name: string | null; type: string }
  | { kind: 'no-attachment' };

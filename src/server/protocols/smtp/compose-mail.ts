import MailComposer from 'nodemailer/lib/mail-composer';

export interface MailFields {
  from: string;
  to: string;
  subject: string;
  text: string;
  date: Date;
  /** In angle brackets (RFC 5322 section 3.6.4). */
  messageId: string;
}

/** A message of plain text, in ASCII whatever the text. It says that a program wrote it, so that nobody's absence replies. */
export function composeMail({ from, to, subject, text, date, messageId }: MailFields): Promise<Buffer> {
  return new MailComposer({
    // As objects: an address in words would be taken apart for names and groups.
    from: { name: '', address: from },
    to: [{ name: '', address: to }],
    subject,
    text,
    date,
    messageId,
    headers: { 'Auto-Submitted': 'auto-generated' }, // RFC 3834 section 5
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: '\r\n',
  })
    .compile()
    .build();
}

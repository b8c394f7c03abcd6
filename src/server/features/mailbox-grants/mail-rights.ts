/** The rights of a mailbox sign-in, as Microsoft names them without their resource. */
const mailRights = ['POP.AccessAsUser.All', 'SMTP.Send'] as const;
export type MailRight = (typeof mailRights)[number];

/** Which of the rights asked for were not granted. A scope may come with its resource before it or without. */
export function missingMailRights(scopes: readonly string[]): MailRight[] {
  const granted = new Set(scopes.map((scope) => scope.slice(scope.lastIndexOf('/') + 1).toLowerCase()));
  return mailRights.filter((right) => !granted.has(right.toLowerCase()));
}

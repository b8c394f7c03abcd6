/** The resource of POP3 and SMTP tokens in the global cloud; national clouds have their own. */
export const outlookResource = 'https://outlook.office.com';

const mailRights = (resource: string): string =>
  `${resource}/POP.AccessAsUser.All ${resource}/SMTP.Send offline_access`;

/**
 * What a mailbox sign-in asks for (Microsoft: "Authenticate an IMAP, POP or SMTP connection using OAuth"). No scope of
 * Graph may stand in it: the first one named decides the audience, and a mail host refuses a token for Graph.
 */
export function mailSignInScope(resource: string = outlookResource): string {
  return `${mailRights(resource)} openid profile`;
}

/** The same rights without the sign-in: who signed in is settled, so no id token is made, sent and checked each hour. */
export function mailRefreshScope(resource: string = outlookResource): string {
  return mailRights(resource);
}

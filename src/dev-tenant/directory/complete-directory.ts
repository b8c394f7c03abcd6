import type { Directory, Mailbox, Tenant } from './model.ts';

/** Fields that a data folder of an earlier release does not have, with the values its tenant behaved by. */
type Added<Item, Fields extends keyof Item> = Omit<Item, Fields> & Partial<Pick<Item, Fields>>;

export type StoredDirectory = Omit<Directory, 'tenants' | 'mailboxes'> & {
  tenants: Added<Tenant, 'userConsent' | 'smtpClientAuthenticationDisabled'>[];
  mailboxes: Added<Mailbox, 'smtpClientAuthenticationDisabled' | 'popEnabled'>[];
};

/** Brings a directory that an earlier release has stored to the present form; what it says already stays. */
export const completeDirectory = (stored: StoredDirectory): Directory => ({
  ...stored,
  tenants: stored.tenants.map((tenant) => ({
    userConsent: 'recommended',
    smtpClientAuthenticationDisabled: true,
    ...tenant,
  })),
  mailboxes: stored.mailboxes.map((mailbox) => ({
    smtpClientAuthenticationDisabled: null,
    popEnabled: true,
    ...mailbox,
  })),
});

import type { Encryption } from '../../storage/encryption/encryption.ts';
import type { MailboxKey } from '../mailboxes/index.ts';

/** Ciphertexts bound to the row and column of their grant: moved elsewhere they cannot be opened. */
export interface SealedTokens {
  refresh: Buffer;
  /** null when there is none that may be used. */
  access: Buffer | null;
}

/** Encrypts and decrypts the tokens of grants, of which a mailbox has one at most. Never to be called inside a transaction: a tenant's key may have to be read. */
export interface TokenSeals {
  seal(key: MailboxKey, tokens: { refreshToken: string; accessToken: string | null }): Promise<SealedTokens>;
  /** @throws EncryptionError when it was not written at this place, is damaged, or its key is unknown. */
  openRefresh(key: MailboxKey, ciphertext: Buffer): Promise<string>;
  openAccess(key: MailboxKey, ciphertext: Buffer): Promise<string>;
}

export function createTokenSeals(encryption: Encryption): TokenSeals {
  const place = ({ tenantId, mailboxId }: MailboxKey, column: string) => ({
    tenantId,
    table: 'mailbox_grants',
    rowId: mailboxId,
    column,
  });
  const refresh = 'refresh_ciphertext';
  const access = 'access_ciphertext';
  return {
    seal: async (key, { refreshToken, accessToken }) => ({
      refresh: await encryption.encrypt(place(key, refresh), refreshToken),
      access: accessToken === null ? null : await encryption.encrypt(place(key, access), accessToken),
    }),
    openRefresh: (key, ciphertext) => encryption.decrypt(place(key, refresh), ciphertext),
    openAccess: (key, ciphertext) => encryption.decrypt(place(key, access), ciphertext),
  };
}

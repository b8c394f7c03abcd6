import { exportSPKI, generateKeyPair, SignJWT } from 'jose';

/** Claims that replace the usual ones; times in seconds since 1970. */
export interface TokenClaims {
  issuer?: string;
  expiresAt?: number;
  /** More of them makes the token longer. */
  groups?: readonly string[];
}

export interface TokenIssuer {
  name: string;
  keyId: string;
  /** In PEM. */
  publicKey: string;
  issue(address: string, claims?: TokenClaims): Promise<string>;
}

/** Signs access tokens with the claims that Exchange's have, as far as Dovecot looks at them. */
export async function createTokenIssuer(): Promise<TokenIssuer> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const name = 'https://login.test.example/v2.0';
  const keyId = 'test-key';
  return {
    name,
    keyId,
    publicKey: await exportSPKI(publicKey),
    issue: (address, claims = {}) => {
      const now = Math.floor(Date.now() / 1000);
      const payload = { preferred_username: address, upn: address, scp: 'POP.AccessAsUser.All SMTP.Send' };
      return new SignJWT({ ...payload, ...(claims.groups ? { groups: claims.groups } : {}) })
        .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: keyId })
        .setIssuer(claims.issuer ?? name)
        .setAudience('https://outlook.office.com')
        .setSubject(address)
        .setIssuedAt(now)
        .setNotBefore(now - 5)
        .setExpirationTime(claims.expiresAt ?? now + 3600)
        .sign(privateKey);
    },
  };
}

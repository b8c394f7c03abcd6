import type { Authority } from './tenant-path.ts';

/** A request to the token endpoint whose client is named; nothing else has been checked. */
export interface TokenRequest {
  authority: Authority;
  form: URLSearchParams;
  clientId: string;
  clientSecret: string | undefined;
  /** Header `Origin`: a browser asks across origins. */
  origin: string | undefined;
}

/** "OAuth 2.0 authorization code flow", successful response. Lives in seconds. */
export interface TokenResponse {
  token_type: 'Bearer';
  scope?: string;
  expires_in: number;
  ext_expires_in: number;
  access_token: string;
  refresh_token?: string;
  refresh_token_expires_in?: number;
  id_token?: string;
  client_info?: string;
}

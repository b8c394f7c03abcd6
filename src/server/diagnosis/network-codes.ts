import type { Finding } from './finding.ts';

const untrusted: Finding = { cause: 'tls-untrusted' };
/** Without a chain to a public root, an inspecting proxy is as likely as a wrong certificate. */
const perhapsInspected: Finding = { cause: 'tls-untrusted', alternatives: ['proxy-blocked'] };
const timeout: Finding = { cause: 'timeout', alternatives: ['proxy-blocked', 'network-unreachable'] };
const dropped: Finding = { cause: 'connection-dropped', alternatives: ['proxy-blocked'] };
const unreachable: Finding = { cause: 'network-unreachable', alternatives: ['proxy-blocked'] };
const oldTls: Finding = { cause: 'protocol-misuse', alternatives: ['proxy-blocked'] };
/** TLS was spoken to something that answers in clear: a wrong port, or a box that answers in Microsoft's place. */
const notTls: Finding = { cause: 'proxy-blocked', alternatives: ['protocol-misuse', 'tls-untrusted'] };

/** Codes of Node.js (errors, X509 verification), undici, OpenSSL and nodemailer. */
export const networkCodes: Readonly<Record<string, Finding>> = {
  ENOTFOUND: { cause: 'dns' },
  EAI_AGAIN: { cause: 'dns' },
  EAI_FAIL: { cause: 'dns' },
  EAI_NODATA: { cause: 'dns' },
  EAI_NONAME: { cause: 'dns' },
  ENODATA: { cause: 'dns' },
  ESERVFAIL: { cause: 'dns' },
  EDNS: { cause: 'dns' },

  ECONNREFUSED: unreachable,
  EHOSTUNREACH: unreachable,
  ENETUNREACH: unreachable,
  EHOSTDOWN: unreachable,
  ENETDOWN: unreachable,
  EADDRNOTAVAIL: unreachable,
  EACCES: unreachable,
  // Our own allow-list of outbound hosts, which follows the configured cloud.
  EHOSTNOTALLOWED: { cause: 'network-unreachable', retry: 'after-fix' },

  ETIMEDOUT: timeout,
  ESOCKETTIMEDOUT: timeout,
  UND_ERR_CONNECT_TIMEOUT: timeout,
  UND_ERR_HEADERS_TIMEOUT: timeout,
  UND_ERR_BODY_TIMEOUT: timeout,
  TimeoutError: timeout,
  AbortError: timeout,
  ABORT_ERR: timeout,

  ECONNRESET: dropped,
  ECONNABORTED: dropped,
  EPIPE: dropped,
  UND_ERR_SOCKET: dropped,
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: dropped,
  ERR_STREAM_PREMATURE_CLOSE: dropped,

  CERT_HAS_EXPIRED: untrusted,
  CERT_NOT_YET_VALID: untrusted,
  CERT_REVOKED: untrusted,
  CERT_SIGNATURE_FAILURE: untrusted,
  CERT_CHAIN_TOO_LONG: untrusted,
  INVALID_CA: untrusted,
  INVALID_PURPOSE: untrusted,
  ERR_TLS_CERT_ALTNAME_INVALID: perhapsInspected,
  HOSTNAME_MISMATCH: perhapsInspected,
  CERT_UNTRUSTED: perhapsInspected,
  CERT_REJECTED: perhapsInspected,
  DEPTH_ZERO_SELF_SIGNED_CERT: perhapsInspected,
  SELF_SIGNED_CERT_IN_CHAIN: perhapsInspected,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: perhapsInspected,
  UNABLE_TO_GET_ISSUER_CERT: perhapsInspected,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: perhapsInspected,

  ERR_SSL_WRONG_VERSION_NUMBER: notTls,
  ERR_SSL_PACKET_LENGTH_TOO_LONG: notTls,
  ERR_SSL_HTTP_REQUEST: notTls,
  HPE_INVALID_CONSTANT: notTls,
  EPROTO: notTls,
  ERR_SSL_UNSUPPORTED_PROTOCOL: oldTls,
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: oldTls,
  ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE: oldTls,
  ERR_TLS_PROTOCOL_VERSION_CONFLICT: oldTls,
};

/** English words of OpenSSL and undici, for errors that lost their code on the way. Specific ones first. */
export const networkProse: readonly (readonly [pattern: RegExp, finding: Finding])[] = [
  [
    /self[- ]signed certificate|unable to (?:verify the first|get local issuer) certificate/i,
    perhapsInspected,
  ],
  [/certificate has expired|certificate is not yet valid/i, untrusted],
  [/does not match certificate's altnames/i, perhapsInspected],
  [/wrong version number|packet length too long/i, notTls],
  [/unsupported protocol|alert protocol version/i, oldTls],
  [/getaddrinfo|name (?:or service )?not (?:known|resolved)/i, { cause: 'dns' }],
  [/connection refused|no route to host|network is unreachable/i, unreachable],
  [/timed out|timeout|greeting never received/i, timeout],
  [
    /other side closed|socket hang up|socket disconnected|connection (?:reset|closed|lost)|terminated/i,
    dropped,
  ],
];

export interface PostfixPlace {
  folder: string;
  port: number;
  /** Of the Dovecot that checks the tokens. */
  saslPort: number;
  /** To which everything is passed on. */
  sinkPort: number;
}

/** Submission over STARTTLS alone; who has signed in sends as the addresses that `senders` gives (Postfix 3.7). */
export function postfixConfiguration({ folder, saslPort, sinkPort }: PostfixPlace): string {
  return `
compatibility_level = 3.6
queue_directory = ${folder}/queue
data_directory = ${folder}/data
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
mail_owner = postfix
setgid_group = postdrop
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = localhost
mydestination =
mynetworks =
alias_maps =
alias_database =
maillog_file = ${folder}/log
maillog_file_prefixes = ${folder}
relayhost = [127.0.0.1]:${sinkPort}
smtpd_tls_cert_file = ${folder}/certificate.pem
smtpd_tls_key_file = ${folder}/key.pem
smtpd_tls_security_level = encrypt
smtpd_tls_auth_only = yes
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = inet:127.0.0.1:${saslPort}
smtpd_sasl_security_options = noanonymous
smtpd_relay_restrictions = permit_sasl_authenticated, reject
smtpd_sender_login_maps = texthash:${folder}/senders
smtpd_sender_restrictions = reject_sender_login_mismatch
message_size_limit = 1000000
# The usual 2048 is too short for the response with a token.
line_length_limit = 12288
`;
}

/** Its services, none of them in a changed root. */
export function postfixServices({ port }: { port: number }): string {
  return `
127.0.0.1:${port} inet n - n - - smtpd
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
smtp unix - - n - - smtp
relay unix - - n - - smtp
error unix - - n - - error
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
tlsmgr unix - - n 1000? 1 tlsmgr
proxymap unix - - n - - proxymap
postlog unix-dgram n - n - 1 postlogd
`;
}

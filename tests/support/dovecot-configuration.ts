export interface DovecotPlace {
  folder: string;
  port: number;
  /** Where other servers ask it about sign-ins. */
  saslPort: number;
  user: string;
  group: string;
}

/** Everything in one folder, run by one ordinary account, POP3S and questions about sign-ins on loopback (Dovecot 2.3). */
export function dovecotConfiguration({ folder, port, saslPort, user, group }: DovecotPlace): string {
  return `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
protocols = pop3
listen = 127.0.0.1
default_login_user = ${user}
default_internal_user = ${user}
default_internal_group = ${group}
ssl = required
ssl_cert = <${folder}/certificate.pem
ssl_key = <${folder}/key.pem
ssl_min_protocol = TLSv1.2
auth_mechanisms = xoauth2
auth_failure_delay = 0
passdb {
  driver = oauth2
  mechanisms = xoauth2
  args = ${folder}/tokens.conf
}
userdb {
  driver = static
  args = uid=${user} gid=${group} home=${folder}/mail/%u
}
first_valid_uid = 1
first_valid_gid = 1
mail_location = maildir:~/Maildir
# Changing root needs root, which this is not.
service anvil {
  chroot =
  # Without this a refused sign-in delays all later ones from the same address by up to 15 s.
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service pop3-login {
  chroot =
  service_count = 0
  inet_listener pop3 {
    port = 0
  }
  inet_listener pop3s {
    port = ${port}
    ssl = yes
  }
}
service pop3 {
  chroot =
}
service auth {
  unix_listener auth-userdb {
    mode = 0600
  }
  inet_listener sasl {
    address = 127.0.0.1
    port = ${saslPort}
  }
}
`;
}

/** Tokens are checked by the key in the folder: signature, times, issuer and user name, but not the audience. */
export function tokenConfiguration({ folder, issuer }: { folder: string; issuer: string }): string {
  return `
introspection_mode = local
local_validation_key_dict = fs:posix:prefix=${folder}/keys/
issuers = ${issuer}
username_attribute = preferred_username
username_format = %u
`;
}

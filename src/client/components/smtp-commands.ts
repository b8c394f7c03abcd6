/**
 * Commands of the PowerShell module ExchangeOnlineManagement (Microsoft: "Enable or disable authenticated client SMTP
 * submission (SMTP AUTH) in Exchange Online", "Set-CASMailbox", "Set-TransportConfig").
 */
export const connectCommands = 'Install-Module ExchangeOnlineManagement\nConnect-ExchangeOnline';

/** `address` has no quotes (domain/registration-input.ts), so that single ones around it let nothing be read as a command. */
export function switchCommands(address: string): { switchOn: string; look: string } {
  return {
    switchOn: `Set-CASMailbox -Identity '${address}' -SmtpClientAuthenticationDisabled $false -PopEnabled $true`,
    look: `Get-CASMailbox -Identity '${address}' | Format-List SmtpClientAuthenticationDisabled,PopEnabled`,
  };
}

export const organisationCommands = {
  look: 'Get-TransportConfig | Format-List SmtpClientAuthenticationDisabled',
  switchOn: 'Set-TransportConfig -SmtpClientAuthenticationDisabled $false',
};

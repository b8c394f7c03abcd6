import type { Cause } from '../../../causes.ts';
import type { CauseText } from '../../cause-text.ts';

/** Between here and Microsoft, and what nobody can name. */
export const networkCauses = {
  throttled: {
    title: 'Microsoft asks for a pause',
    meaning: 'Nothing is broken. Too many requests came in a short time; the last known state still holds.',
    steps: [
      'Wait for some minutes. It is tried again by itself within a quarter of an hour.',
      'If it keeps happening, look whether another program uses the same app.',
    ],
  },
  'service-unavailable': {
    title: 'Microsoft 365 is not available at the moment',
    meaning:
      'Whether the connection works cannot be checked now. The fault lies with Microsoft or on the way there; your settings are kept and nobody has to sign in again.',
    steps: [
      'Try again in a few minutes.',
      'If it lasts, look in the Microsoft 365 admin center under Health, Service health.',
    ],
  },
  'proxy-blocked': {
    title: 'Something in your network answered instead of Microsoft',
    meaning:
      'The connection does not reach Microsoft. A proxy, firewall or web filter of the network in which the server stands has answered in its place.',
    steps: [
      'Have your network supporter permit the host named below, and login.microsoftonline.com, graph.microsoft.com and outlook.office365.com, without sign-in and without inspection.',
      'If the server has to use a proxy, enter it in the server’s configuration.',
      'Choose Test connection.',
    ],
  },
  dns: {
    title: 'The name of the server was not found',
    meaning:
      'Microsoft cannot be reached from here, because the name service of the network does not know the address.',
    steps: [
      'Check that the LEGAL 365 Connect server is connected to the internet.',
      'Have your network supporter check its name server (DNS) for the host named below.',
      'Choose Test connection.',
    ],
  },
  'network-unreachable': {
    title: 'No connection to Microsoft',
    meaning: 'Nothing could be checked. The connection was refused, or there is no way to the server.',
    steps: [
      'Check that the LEGAL 365 Connect server is connected to the internet.',
      'Have your network supporter permit outgoing connections to the host named below: port 443, for mail 995 and 587.',
      'Choose Test connection.',
    ],
  },
  timeout: {
    title: 'No answer in time',
    meaning: 'Whether the connection works cannot be said: Microsoft did not answer within the time allowed.',
    steps: [
      'Choose Test connection again.',
      'If it stays like this, your network supporter checks whether a firewall silently drops connections to the host named below.',
    ],
  },
  'connection-dropped': {
    title: 'The connection broke off',
    meaning:
      'Whether the connection works cannot be said: it was cut in the middle. It is tried again by itself within a quarter of an hour.',
    steps: ['Choose Test connection again.', 'If it keeps happening, have firewall and proxy checked.'],
  },
  'tls-untrusted': {
    title: 'The certificate is not trusted',
    meaning:
      'To protect your data the connection was not used. The certificate shown does not come from Microsoft or has expired; mostly a device in your network inspects encrypted connections.',
    steps: [
      'Have your network supporter exempt the host named below from inspection.',
      'If inspection is required, the certificate authority of your firm has to be entered on the LEGAL 365 Connect server.',
      'Check date and time of the server, then choose Test connection.',
    ],
  },
  unknown: {
    title: 'The cause is not known',
    meaning: 'It did not work, and the answer does not say why. We prefer to say so rather than to guess.',
    steps: [
      'Try again in a few minutes.',
      'If it fails again, send Microsoft’s answer below to LEGAL 365 support.',
    ],
  },
} as const satisfies Partial<Record<Cause, CauseText>>;

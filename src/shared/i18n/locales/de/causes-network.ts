import type { Cause } from '../../../causes.ts';
import type { CauseText } from '../../cause-text.ts';

/** Between here and Microsoft, and what nobody can name. */
export const networkCauses = {
  throttled: {
    title: 'Microsoft bittet um eine Pause',
    meaning:
      'Es ist nichts kaputt. In kurzer Zeit kamen zu viele Anfragen; der letzte bekannte Zustand gilt weiter.',
    steps: [
      'Warten Sie einige Minuten. Es wird innert einer Viertelstunde von selbst noch einmal versucht.',
      'Geschieht es immer wieder, sehen Sie nach, ob ein anderes Programm dieselbe App benutzt.',
    ],
  },
  'service-unavailable': {
    title: 'Microsoft 365 ist im Moment nicht verfügbar',
    meaning:
      'Ob die Anbindung funktioniert, lässt sich jetzt nicht prüfen. Der Fehler liegt bei Microsoft oder auf dem Weg dorthin; Ihre Einstellungen bleiben, und niemand muss sich neu anmelden.',
    steps: [
      'Versuchen Sie es in einigen Minuten noch einmal.',
      'Dauert es an, sehen Sie im Microsoft 365 Admin Center unter «Integrität» (Health), «Dienststatus» (Service health) nach.',
    ],
  },
  'proxy-blocked': {
    title: 'Etwas in Ihrem Netz hat statt Microsoft geantwortet',
    meaning:
      'Die Verbindung erreicht Microsoft nicht. Ein Proxy, eine Firewall oder ein Webfilter in dem Netz, in dem der Server steht, hat an dessen Stelle geantwortet.',
    steps: [
      'Lassen Sie Ihre Netzwerkbetreuung den unten genannten Host sowie login.microsoftonline.com, graph.microsoft.com und outlook.office365.com freigeben, ohne Anmeldung und ohne Prüfung des Inhalts.',
      'Muss der Server einen Proxy benutzen, tragen Sie ihn in der Konfiguration des Servers ein.',
      'Wählen Sie «Anbindung testen».',
    ],
  },
  dns: {
    title: 'Der Name des Servers wurde nicht gefunden',
    meaning:
      'Microsoft ist von hier aus nicht erreichbar, weil der Namensdienst des Netzes die Adresse nicht kennt.',
    steps: [
      'Prüfen Sie, ob der Server von LEGAL 365 Connect mit dem Internet verbunden ist.',
      'Lassen Sie Ihre Netzwerkbetreuung den Namensdienst (DNS) für den unten genannten Host prüfen.',
      'Wählen Sie «Anbindung testen».',
    ],
  },
  'network-unreachable': {
    title: 'Keine Verbindung zu Microsoft',
    meaning:
      'Es liess sich nichts prüfen. Die Verbindung wurde abgewiesen, oder es führt kein Weg zum Server.',
    steps: [
      'Prüfen Sie, ob der Server von LEGAL 365 Connect mit dem Internet verbunden ist.',
      'Lassen Sie Ihre Netzwerkbetreuung ausgehende Verbindungen zum unten genannten Host zulassen: Port 443, für Mails 995 und 587.',
      'Wählen Sie «Anbindung testen».',
    ],
  },
  timeout: {
    title: 'Keine Antwort innert der Frist',
    meaning:
      'Ob die Anbindung funktioniert, lässt sich nicht sagen: Microsoft hat in der erlaubten Zeit nicht geantwortet.',
    steps: [
      'Wählen Sie noch einmal «Anbindung testen».',
      'Bleibt es dabei, prüft Ihre Netzwerkbetreuung, ob eine Firewall Verbindungen zum unten genannten Host stillschweigend verwirft.',
    ],
  },
  'connection-dropped': {
    title: 'Die Verbindung ist abgebrochen',
    meaning:
      'Ob die Anbindung funktioniert, lässt sich nicht sagen: Die Verbindung wurde mittendrin getrennt. Es wird innert einer Viertelstunde von selbst noch einmal versucht.',
    steps: [
      'Wählen Sie noch einmal «Anbindung testen».',
      'Geschieht es immer wieder, lassen Sie Firewall und Proxy prüfen.',
    ],
  },
  'tls-untrusted': {
    title: 'Dem Zertifikat wird nicht vertraut',
    meaning:
      'Zum Schutz Ihrer Daten wurde die Verbindung nicht benutzt. Das gezeigte Zertifikat stammt nicht von Microsoft oder ist abgelaufen; meist prüft ein Gerät in Ihrem Netz verschlüsselte Verbindungen.',
    steps: [
      'Lassen Sie Ihre Netzwerkbetreuung den unten genannten Host von der Prüfung ausnehmen.',
      'Ist die Prüfung vorgeschrieben, muss die Zertifizierungsstelle Ihrer Kanzlei auf dem Server von LEGAL 365 Connect eingetragen werden.',
      'Prüfen Sie Datum und Uhrzeit des Servers und wählen Sie dann «Anbindung testen».',
    ],
  },
  unknown: {
    title: 'Die Ursache ist nicht bekannt',
    meaning:
      'Es ist nicht gelungen, und die Antwort sagt nicht, weshalb. Das sagen wir lieber, als zu raten.',
    steps: [
      'Versuchen Sie es in einigen Minuten noch einmal.',
      'Misslingt es wieder, senden Sie die Antwort von Microsoft unten an den Support von LEGAL 365.',
    ],
  },
} as const satisfies Partial<Record<Cause, CauseText>>;

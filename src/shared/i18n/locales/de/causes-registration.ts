import type { Cause } from '../../../causes.ts';
import type { CauseText } from '../../cause-text.ts';

/** The app registration, its consent and its tokens. */
export const registrationCauses = {
  'secret-wrong': {
    title: 'Der geheime Clientschlüssel wird nicht angenommen',
    meaning:
      'LEGAL 365 kann keine Daten mit Microsoft 365 austauschen. Microsoft kennt den hier hinterlegten Schlüssel nicht: Oft wurde die geheime ID statt des Werts kopiert, der Wert abgeschnitten oder der Schlüssel gelöscht.',
    steps: [
      'Öffnen Sie im Microsoft Entra Admin Center «App-Registrierungen» (App registrations), dann Ihre App, dann «Zertifikate & Geheimnisse» (Certificates & secrets).',
      'Wählen Sie «Neuer geheimer Clientschlüssel» (New client secret), 24 Monate, «Hinzufügen». Kopieren Sie sofort die Spalte «Wert» (Value): Sie wird nur dieses eine Mal gezeigt. Die geheime ID (Secret ID) daneben nützt hier nichts.',
      'Fügen Sie den Wert hier unter «Client Anmelde-Information (Wert)» ein und wählen Sie «Speichern und testen».',
      'Verwenden Sie denselben Wert für jede Entität, die diese App mitbenutzt.',
    ],
  },
  'secret-expired': {
    title: 'Der geheime Clientschlüssel ist abgelaufen',
    meaning:
      'LEGAL 365 kann keine Daten mit Microsoft 365 austauschen, bis ein neuer Schlüssel hinterlegt ist. Das Enddatum des jetzigen ist vorbei. Zustimmung und Anmeldungen der Postfächer bleiben bestehen.',
    steps: [
      'Öffnen Sie im Microsoft Entra Admin Center «App-Registrierungen» (App registrations), dann Ihre App, dann «Zertifikate & Geheimnisse» (Certificates & secrets).',
      'Wählen Sie «Neuer geheimer Clientschlüssel» (New client secret), 24 Monate, «Hinzufügen», und kopieren Sie sofort die Spalte «Wert» (Value).',
      'Fügen Sie Wert und Enddatum hier ein und wählen Sie «Speichern und testen».',
      'Wenn der Test für jede Entität mit dieser App grün ist, löschen Sie den abgelaufenen Schlüssel im Portal.',
    ],
  },
  'secret-missing': {
    title: 'Es wurde kein geheimer Clientschlüssel gesendet',
    meaning:
      'Die Anbindung kommt nicht zustande. Microsoft hat den Schlüssel der App erwartet und keinen erhalten: Entweder ist hier keiner hinterlegt, oder die Umleitungs-URI der App steht unter der falschen Plattform.',
    steps: [
      'Prüfen Sie, ob für diese Entität eine Client Anmelde-Information hinterlegt ist.',
      'Öffnen Sie im Microsoft Entra Admin Center «App-Registrierungen» (App registrations), dann Ihre App, dann «Authentifizierung» (Authentication). Die Umleitungs-URI von LEGAL 365 Connect gehört unter die Plattform «Web».',
      'Stimmt beides, senden Sie die Antwort von Microsoft unten an den Support von LEGAL 365.',
    ],
  },
  'app-not-found': {
    title: 'Die App ist in diesem Verzeichnis unbekannt',
    meaning:
      'LEGAL 365 erreicht Microsoft 365 nicht. Im angegebenen Verzeichnis gibt es keine App mit dieser Anwendungs-ID: Eine der beiden IDs ist falsch, statt der Anwendungs-ID wurde die Objekt-ID kopiert, oder die App wurde gelöscht.',
    steps: [
      'Öffnen Sie im Microsoft Entra Admin Center «App-Registrierungen» (App registrations), dann Ihre App, dann «Übersicht» (Overview).',
      'Kopieren Sie «Anwendungs-ID (Client)» und «Verzeichnis-ID (Mandant)» und vergleichen Sie sie mit den hier eingegebenen Werten. Die Objekt-ID ist eine andere Nummer.',
      'Wurde die App eben erst registriert, warten Sie zwei Minuten.',
      'Wählen Sie «Speichern und testen».',
    ],
  },
  'app-disabled': {
    title: 'Die App ist ausgeschaltet',
    meaning:
      'LEGAL 365 erhält keinen Zugang zu Microsoft 365. Jemand in Ihrer Kanzlei oder Microsoft selbst hat die Anmeldung für diese App ausgeschaltet.',
    steps: [
      'Öffnen Sie im Microsoft Entra Admin Center «Unternehmensanwendungen» (Enterprise apps), dann Ihre App, dann «Eigenschaften» (Properties).',
      'Setzen Sie «Aktiviert für die Benutzeranmeldung» (Enabled for users to sign in) auf «Ja» und speichern Sie.',
      'Lässt sie sich nicht einschalten, hat Microsoft die App gesperrt: Registrieren Sie eine neue und tragen Sie deren Werte hier ein.',
      'Wählen Sie «Anbindung testen».',
    ],
  },
  'app-config-wrong': {
    title: 'Eine Einstellung der App-Registrierung passt nicht',
    meaning:
      'Microsoft kennt die App, lehnt diesen Schritt aber ab. Die Plattform der Umleitungs-URI, die Kontotypen, die Liste der API-Berechtigungen oder eine Regel Ihrer Organisation für Schlüssel passt nicht. Welche, steht in der Antwort von Microsoft unten.',
    steps: [
      'Öffnen Sie im Microsoft Entra Admin Center «App-Registrierungen» (App registrations), dann Ihre App, dann «Authentifizierung» (Authentication). Die Umleitungs-URI gehört unter «Web», der Kontotyp lautet «Nur Konten in diesem Organisationsverzeichnis».',
      'Vergleichen Sie unter «API-Berechtigungen» (API permissions) die Liste mit jener der Einrichtung hier und ergänzen Sie, was fehlt.',
      'Spricht die Antwort von einer Richtlinie für Schlüssel, wählen Sie eine kürzere Gültigkeit oder lassen Sie diese App von der Richtlinie ausnehmen.',
      'Wiederholen Sie den Schritt.',
    ],
  },
  'tenant-not-found': {
    title: 'Das Verzeichnis wurde nicht gefunden',
    meaning:
      'LEGAL 365 erreicht Ihr Microsoft 365 nicht. Microsoft kennt kein Verzeichnis mit der angegebenen ID; sie enthält vielleicht einen Tippfehler oder gehört zu einer anderen Microsoft-Cloud.',
    steps: [
      'Öffnen Sie im Microsoft Entra Admin Center «App-Registrierungen» (App registrations), dann Ihre App, dann «Übersicht» (Overview).',
      'Kopieren Sie «Verzeichnis-ID (Mandant)» (Directory (tenant) ID) mit der Schaltfläche daneben und fügen Sie sie hier ein.',
      'Wählen Sie «Speichern und testen».',
    ],
  },
  'consent-missing': {
    title: 'Die Zustimmung fehlt',
    meaning:
      'LEGAL 365 darf diese Daten noch nicht lesen und ändern. Niemand hat dem zugestimmt, was die App tun darf, oder die Zustimmung wurde zurückgezogen.',
    steps: [
      'Für die ganze Kanzlei: Wählen Sie hier «Administratorzustimmung erteilen» und melden Sie sich als Globaler Administrator oder Administrator für privilegierte Rollen an. Der Weg im Portal: «App-Registrierungen», Ihre App, «API-Berechtigungen», «Administratorzustimmung erteilen» (Grant admin consent).',
      'Warten Sie eine Minute und wählen Sie dann «Anbindung testen». Microsoft braucht einen Moment, um die Zustimmung weiterzugeben.',
    ],
  },
  'admin-approval-needed': {
    title: 'Ein Administrator muss dies genehmigen',
    meaning:
      'Sie können diesen Schritt nicht selbst abschliessen. In Ihrer Organisation darf nur ein Administrator dem zustimmen, was die App verlangt.',
    steps: [
      'Bitten Sie einen Globalen Administrator oder Administrator für privilegierte Rollen, hier «Administratorzustimmung erteilen» zu wählen. Anwendungsadministrator genügt für diese Berechtigungen nicht.',
      'Bietet Microsoft an, eine Anforderung zu senden, senden Sie sie. Administratoren finden sie unter «Unternehmensanwendungen», «Anforderungen zur Administratoreinwilligung» (Admin consent requests).',
      'Wiederholen Sie danach Ihren Schritt.',
    ],
  },
  'user-declined': {
    title: 'Die Zustimmungsseite wurde abgebrochen',
    meaning:
      'Es hat sich nichts geändert. Auf der Seite von Microsoft hat jemand «Abbrechen» gewählt oder durfte nicht zustimmen.',
    steps: [
      'Beginnen Sie den Schritt noch einmal und nehmen Sie die Berechtigungen auf der Seite von Microsoft an. Sie dienen nur den hier gewählten Modulen.',
      'Für die Zustimmung der ganzen Kanzlei melden Sie sich als Globaler Administrator oder Administrator für privilegierte Rollen an.',
    ],
  },
  'resource-not-in-tenant': {
    title: 'Ihrem Verzeichnis fehlt der Dienst',
    meaning:
      'Die Daten sind nicht erreichbar, weil Exchange Online oder ein anderer nötiger Dienst nicht zu diesem Verzeichnis gehört: Es gibt kein Abonnement, es ist abgelaufen, oder die Postfächer liegen in einem anderen Verzeichnis.',
    steps: [
      'Prüfen Sie, ob die «Verzeichnis-ID (Mandant)» jene des Verzeichnisses mit Ihren Postfächern ist.',
      'Öffnen Sie im Microsoft 365 Admin Center «Abrechnung» (Billing), «Ihre Produkte» (Your products) und sehen Sie nach, ob ein Abonnement mit Exchange Online aktiv ist.',
      'Steht in der App-Registrierung eine API-Berechtigung eines Dienstes, den es nicht mehr gibt, entfernen Sie sie und erteilen Sie die Administratorzustimmung neu.',
      'Wählen Sie «Anbindung testen».',
    ],
  },
  'redirect-mismatch': {
    title: 'Die Umleitungs-URI ist nicht eingetragen',
    meaning:
      'Anmeldung und Zustimmung enden auf einer Seite von Microsoft, statt hierher zurückzukehren. Die Adresse, an die Microsoft zurückleiten soll, steht nicht in der App oder weicht um ein Zeichen ab.',
    steps: [
      'Kopieren Sie die Umleitungs-URI, die in der Einrichtung hier gezeigt wird.',
      'Öffnen Sie im Microsoft Entra Admin Center «App-Registrierungen» (App registrations), dann Ihre App, dann «Authentifizierung» (Authentication), «Plattform hinzufügen» (Add a platform), «Web», und fügen Sie sie ein. Sie muss Zeichen für Zeichen stimmen.',
      'Speichern Sie, warten Sie eine Minute und wiederholen Sie den Schritt.',
    ],
  },
  'request-malformed': {
    title: 'Microsoft hat unsere Anfrage nicht angenommen',
    meaning:
      'Dieser Schritt ist misslungen, weil LEGAL 365 Connect falsch gefragt hat. Sie haben nichts falsch gemacht.',
    steps: [
      'Versuchen Sie den Schritt noch einmal.',
      'Misslingt er wieder, senden Sie die Antwort von Microsoft unten an den Support von LEGAL 365.',
    ],
  },
  'permission-missing': {
    title: 'Eine Berechtigung fehlt',
    meaning:
      'Dieses Modul kann nicht arbeiten. Der App fehlt die unten genannte Berechtigung, sie wurde als delegierte statt als Anwendungsberechtigung hinzugefügt, oder es hat ihr noch niemand zugestimmt.',
    steps: [
      'Öffnen Sie im Microsoft Entra Admin Center «App-Registrierungen» (App registrations), dann Ihre App, dann «API-Berechtigungen» (API permissions), «Berechtigung hinzufügen», «Microsoft Graph», «Anwendungsberechtigungen» (Application permissions).',
      'Kreuzen Sie die unten genannte Berechtigung an und wählen Sie «Berechtigungen hinzufügen».',
      'Wählen Sie «Administratorzustimmung erteilen» (Grant admin consent). Der Status muss auf erteilt stehen. Dazu braucht es einen Globalen Administrator oder Administrator für privilegierte Rollen.',
      'Warten Sie eine Minute und wählen Sie dann «Anbindung testen».',
    ],
  },
  'policy-restricts-mailbox': {
    title: 'Ihre Kanzlei hält die App von diesem Postfach fern',
    meaning:
      'Die Berechtigung ist da, aber eine Regel in Exchange beschränkt die App auf bestimmte Postfächer, und dieses gehört nicht dazu. Ist das gewollt, ist alles in Ordnung und nur das Testpostfach muss wechseln.',
    steps: [
      'Soll das Postfach verschlossen bleiben, wählen Sie hier ein anderes Testpostfach, eines aus der zugelassenen Gruppe.',
      'Sonst nimmt ein Exchange-Administrator das Postfach in die Gruppe oder den Bereich der Regel auf (RBAC for Applications oder Application Access Policy).',
      'Änderungen solcher Regeln brauchen bis zu zwei Stunden. Wählen Sie dann «Anbindung testen».',
    ],
  },
  'token-wrong-audience': {
    title: 'Der Zugang galt einem anderen Dienst',
    meaning:
      'Dieser Schritt ist misslungen, weil LEGAL 365 Connect ein Zugriffstoken für einen anderen Dienst von Microsoft vorgewiesen hat.',
    steps: [
      'Testen Sie die Anbindung noch einmal.',
      'Misslingt es wieder, senden Sie die Antwort von Microsoft unten an den Support von LEGAL 365.',
    ],
  },
  'token-invalid': {
    title: 'Das Zugriffstoken wurde nicht angenommen',
    meaning:
      'Microsoft hat das kurzlebige Zugriffstoken abgelehnt. Meist gelingt es mit dem nächsten; auch eine falsch gehende Uhr des Servers kommt in Frage.',
    steps: [
      'Wählen Sie «Anbindung testen»: Es wird ein neues Token geholt.',
      'Misslingt es wieder, prüfen Sie die Uhrzeit des Servers und senden Sie die Antwort von Microsoft unten an den Support von LEGAL 365.',
    ],
  },
  'cae-challenge': {
    title: 'Microsoft verlangt ein frisches Zugriffstoken',
    meaning:
      'Es ist nichts kaputt. Eine Regel oder ein Konto hat sich geändert, und Microsoft nimmt das bisherige Token nicht mehr an. Ein neues wird von selbst geholt.',
    steps: [
      'Wählen Sie noch einmal «Anbindung testen».',
      'Kommt dies wieder, sucht ein Administrator im Microsoft Entra Admin Center in den Anmeldeprotokollen (Sign-in logs) die Richtlinie für bedingten Zugriff, die diese App betrifft.',
    ],
  },
} as const satisfies Partial<Record<Cause, CauseText>>;

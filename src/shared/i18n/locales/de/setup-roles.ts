import type { SetupMessages } from '../../messages.ts';

export const rolesStep: SetupMessages['rolesStep'] = {
  intro:
    'In zehn Schritten erhält LEGAL 365 einen eigenen, begrenzten Zugang zu Ihrem Microsoft 365. Sie arbeiten in den Portalen von Microsoft neben dieser Seite; hier steht, wo Sie klicken, was Sie kopieren und ob es geklappt hat. Sie können jederzeit aufhören und später weitermachen oder jemand anderen weitermachen lassen.',
  you: (name, username) => `Sie sind angemeldet als ${name} (${username}).`,
  canConsent:
    'Ihre Rolle im Verzeichnis erlaubt Ihnen jeden Schritt in Entra, auch die Administratorzustimmung.',
  cannotConsent:
    'Ihre Rolle im Verzeichnis erlaubt die Administratorzustimmung (Schritt 6) nicht: Ein Anwendungsadministrator oder Cloudanwendungsadministrator kann Anwendungsberechtigungen von Microsoft Graph nicht zustimmen. Authentifiziertes SMTP (Schritt 7) braucht einen Exchange-Administrator oder Globalen Administrator. Machen Sie alle anderen Schritte; bei Schritt 6 erhalten Sie einen Link für jemanden, der es darf.',
  consentUnknown:
    'Ob Sie die Administratorzustimmung (Schritt 6) erteilen dürfen, ist von hier aus nicht zu sehen. Es braucht einen Globalen Administrator oder einen Administrator für privilegierte Rollen.',
  tableTitle: 'Welche Rolle jeder Schritt braucht',
  step: 'Schritt',
  role: 'Rolle in Microsoft Entra',
  rows: {
    registration: {
      what: 'Registrierung, geheimer Clientschlüssel und Berechtigungen (2, 3, 5)',
      role: 'Anwendungsadministrator, Cloudanwendungsadministrator oder Globaler Administrator. Für eine eigene Registrierung genügt Anwendungsentwickler.',
    },
    values: {
      what: 'Werte und Test in dieser App (4, 8)',
      role: 'Administrator von LEGAL 365 Connect: eine der Rollen oben oder die App-Rolle Admin.',
    },
    consent: {
      what: 'Administratorzustimmung (6)',
      role: 'Globaler Administrator oder Administrator für privilegierte Rollen. Anwendungsadministrator genügt nicht.',
    },
    smtp: {
      what: 'Authentifiziertes SMTP (7)',
      role: 'Exchange-Administrator oder Globaler Administrator.',
    },
    legal365: {
      what: 'Übergabe (9)',
      role: 'Administrator von LEGAL 365 (keine Rolle in Entra).',
    },
  },
  lackTitle: 'Wenn Ihnen eine Rolle fehlt',
  lack: [
    'Machen Sie die Schritte, die Sie dürfen, und übergeben Sie die anderen mit «Einer anderen Person übergeben»: Das kopiert einen Link auf genau diesen Schritt.',
    'Wenn Sie nicht wissen, wer eine Rolle hat: Die Person oder IT-Firma, die Microsoft 365 bei Ihnen eingerichtet hat, ist Globaler Administrator.',
    'In kleinen Kanzleien ist oft das Konto, mit dem Microsoft 365 gekauft wurde, ein eigener Globaler Administrator; melden Sie sich damit beim Portal an.',
  ],
  choiceTitle: 'Wie möchten Sie beginnen?',
  fresh: 'Von Anfang an',
  freshText: 'In Entra gibt es noch keine Registrierung für timeSensor oder LEGAL 365.',
  adopt: 'Wir haben schon eine Registrierung',
  adoptText:
    'Sie wurde schon früher für LEGAL 365 angelegt, zum Beispiel nach dem älteren Hilfeartikel. Sie geben ihre Werte ein; danach sehen Sie, welche Berechtigungen fehlen oder zu viel sind. Auch was jener Artikel ausliess, kommt dazu: die Umleitungs-URIs und die delegierten Berechtigungen.',
};

import type { CallbackMessages } from '../../messages.ts';

export const callback: CallbackMessages = {
  mayClose: 'Sie können dieses Fenster schliessen.',
  consent: {
    given: {
      title: 'Die Antwort von Microsoft ist eingetroffen',
      text: 'Microsoft meldet, dass zugestimmt wurde. LEGAL 365 Connect prüft nun, bis es die Zustimmung selbst sieht; das kann einige Minuten dauern. Danach geht es dort von selbst weiter.',
    },
    refused: {
      title: 'Die Zustimmung wurde nicht erteilt',
      reason: (cause) => `Grund: ${cause}.`,
      text: 'Es wurde nichts geändert. Im Schritt «Administratorzustimmung» von LEGAL 365 Connect steht, was Sie tun können.',
    },
    'wrong-directory': {
      title: 'Diese Antwort kommt aus einem anderen Verzeichnis',
      text: 'Sie waren mit einem Konto einer anderen Organisation angemeldet als der, zu der die App-Registrierung gehört. Beginnen Sie die Zustimmung in LEGAL 365 Connect noch einmal und melden Sie sich als Administrator der richtigen Organisation an.',
    },
    unknown: {
      title: 'Diese Antwort gehört zu keiner offenen Anfrage',
      text: 'Es wurde nichts geändert. Der Link wurde vielleicht schon verwendet oder ist älter als eine Stunde. Wurde bei Microsoft zugestimmt, gilt das trotzdem: Gehen Sie zurück zu LEGAL 365 Connect, es sieht die Zustimmung von selbst.',
    },
    malformed: {
      title: 'Diese Antwort ist unvollständig',
      text: 'Es wurde nichts geändert. Gehen Sie zurück zu LEGAL 365 Connect: Wurde bei Microsoft zugestimmt, sieht es das von selbst. Wenn nicht, wählen Sie dort noch einmal «Administratorzustimmung erteilen».',
    },
  },
};

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
  signIn: {
    anotherAccount: 'einem anderen Konto',
    received: {
      title: 'Verifizierungscode erhalten',
      text: (address, account) =>
        `Sie haben sich als ${account} angemeldet. Das Postfach ${address} wird nun getestet; LEGAL 365 Connect zeigt das Ergebnis von selbst.`,
      missing: (rights) =>
        `Ein Recht hat Microsoft nicht erteilt: ${rights}. Ein Administrator muss in LEGAL 365 Connect die Administratorzustimmung erteilen; melden Sie sich danach noch einmal an.`,
    },
    waiting: {
      title: 'Verifizierungscode erhalten',
      otherPerson: (address, account, holder) =>
        `Sie haben sich als ${account} angemeldet. Diese Anmeldung hat aber jemand anderes begonnen, darum ist noch nichts verbunden. Öffnen Sie innert 24 Stunden LEGAL 365 Connect mit diesem Konto und sagen Sie dort, ob ${holder} damit die Mails von ${address} abholen und senden darf.`,
      forYourself: (address, account) =>
        `Sie haben sich als ${account} angemeldet; ein Administrator hat diese Anmeldung für Sie vorbereitet. Öffnen Sie innert 24 Stunden LEGAL 365 Connect mit diesem Konto und bestätigen Sie dort, dass das Postfach ${address} verwendet werden soll.`,
      notVisible: (address, account) =>
        `Sie haben sich als ${account} angemeldet. Microsoft sagt nicht, ob das Postfach ${address} Ihnen gehört. Gehen Sie zurück zu LEGAL 365 Connect und bestätigen Sie es innert 24 Stunden; danach wird das Postfach getestet.`,
    },
    ask: {
      title: 'Darf dieses Postfach verwendet werden?',
      unknownPerson: 'Jemand',
      who: (person, entity) => `${person}, ${entity}, hat diese Anmeldung begonnen.`,
      purpose: (address, account) =>
        `Mit Ihrem Konto ${account} würde LEGAL 365 die Mails des Postfachs ${address} abholen und von dort senden.`,
      holder: (holder, address) =>
        holder === null
          ? `Verwenden würde das Postfach, wer dort die Adresse ${address} als Benutzernamen hat.`
          : `Verwenden würde das Postfach ${holder}.`,
      advice:
        'Wenn Sie diese Person nicht kennen oder das nicht erwarten, wählen Sie «Nicht erlauben»: Dann wird nichts aufbewahrt. Diese Frage kann 10 Minuten lang beantwortet werden.',
      allow: 'Erlauben',
      decline: 'Nicht erlauben',
    },
    answered: {
      allowed: {
        title: 'Das Postfach darf verwendet werden',
        text: 'LEGAL 365 Connect testet es nun. Sie können das in der Liste Ihrer Apps bei Microsoft jederzeit zurücknehmen.',
      },
      declined: {
        title: 'Das Postfach wird nicht verwendet',
        text: 'Die Anmeldung wurde verworfen; es wurde nichts aufbewahrt. Wer sie begonnen hat, sieht, dass Sie es nicht erlaubt haben.',
      },
      overtaken: {
        title: 'Diese Anmeldung passt nicht mehr',
        text: 'Das Postfach oder seine Registrierung wurde inzwischen geändert, darum wurde die Anmeldung verworfen. Sie muss in LEGAL 365 Connect noch einmal begonnen werden.',
      },
      unasked: {
        title: 'Hier gibt es nichts zu beantworten',
        text: 'Es wurde nichts geändert. Die Frage wurde schon beantwortet, oder ihre 10 Minuten sind vorbei; dann muss die Anmeldung in LEGAL 365 Connect noch einmal begonnen werden.',
      },
    },
    mismatch: {
      title: 'Das ist ein anderes Konto',
      who: (account, address) =>
        `Sie haben sich als ${account} angemeldet; dieses Postfach ist ${address}. Es wurde nichts geändert.`,
      what: {
        'personal-account':
          'Es ist ein persönliches Microsoft-Konto. Melden Sie sich mit dem Konto Ihrer Kanzlei an.',
        'other-tenant':
          'Das Konto gehört zu einer anderen Organisation als die App-Registrierung. Melden Sie sich mit dem Konto der Organisation an, in der das Postfach liegt.',
        guest:
          'Das Konto ist in dieser Organisation ein Gast; sein Postfach liegt anderswo. Melden Sie sich mit einem Konto der Organisation selbst an.',
        'other-person':
          'Das Konto gehört einer anderen Person als das Postfach. Ist das Postfach Ihres, melden Sie sich mit Ihrem eigenen Konto an; sonst senden Sie den Link der Person, der es gehört.',
        'admin-for-user':
          'Sie haben diese Anmeldung für jemand anderen begonnen und sich selbst angemeldet. Senden Sie den Link der Person, der das Postfach gehört.',
        'address-reassigned':
          'Die Adresse gehörte früher einer anderen Person, deren Anmeldung noch gespeichert ist. Entfernen Sie das Konto in LEGAL 365 Connect, fügen Sie es wieder hinzu und melden Sie sich dann an.',
        'not-an-address':
          'Was als Adresse dieses Postfachs eingetragen ist, ist keine E-Mail-Adresse. Entfernen Sie das Konto in LEGAL 365 Connect und fügen Sie es mit seiner Adresse hinzu.',
      },
      again:
        'Gehen Sie zurück zu LEGAL 365 Connect und wählen Sie noch einmal «Mit Microsoft anmelden». Steht auf der Seite von Microsoft das richtige Konto nicht in der Liste, wählen Sie dort «Anderes Konto verwenden».',
    },
    reason: (cause) => `Grund: ${cause}.`,
    refused: {
      title: 'Die Anmeldung wurde nicht abgeschlossen',
      text: 'Es wurde nichts geändert: Was vorher verbunden war, bleibt verbunden. LEGAL 365 Connect sagt beim Postfach, was Sie tun können.',
    },
    failed: {
      title: 'Die Anmeldung konnte nicht abgeschlossen werden',
      text: 'Es wurde nichts geändert: Was vorher verbunden war, bleibt verbunden. Gehen Sie zurück zu LEGAL 365 Connect und wählen Sie noch einmal «Mit Microsoft anmelden».',
    },
    replaced: {
      title: 'Die Registrierung wurde inzwischen geändert',
      text: 'Während Sie sich anmeldeten, hat ein Administrator eine andere Registrierung gespeichert. An Ihrem Postfach wurde nichts geändert. Gehen Sie zurück zu LEGAL 365 Connect und wählen Sie noch einmal «Mit Microsoft anmelden».',
    },
    unknown: {
      title: 'Diese Antwort gehört zu keiner offenen Anmeldung',
      text: 'Es wurde nichts geändert. Der Link wurde vielleicht schon verwendet, durch einen neueren ersetzt oder ist älter als 10 Minuten. LEGAL 365 Connect zeigt, ob das Postfach verbunden ist; wenn nicht, wählen Sie dort noch einmal «Mit Microsoft anmelden».',
    },
    malformed: {
      title: 'Diese Antwort ist unvollständig',
      text: 'Es wurde nichts geändert. Gehen Sie zurück zu LEGAL 365 Connect; ist das Postfach dort nicht verbunden, wählen Sie noch einmal «Mit Microsoft anmelden».',
    },
  },
};

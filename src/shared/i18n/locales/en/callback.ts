/** Pages on which an answer of Microsoft's ends, outside the tab. */
export const callback = {
  mayClose: 'You can close this window.',
  consent: {
    given: {
      title: 'Microsoft’s answer has been received',
      text: 'Microsoft says that consent was given. LEGAL 365 Connect now checks until it sees the consent itself; this can take a few minutes. It goes on by itself.',
    },
    refused: {
      title: 'Consent was not given',
      reason: (cause: string) => `Reason: ${cause}.`,
      text: 'Nothing was changed. In LEGAL 365 Connect, the step “Admin consent” says what you can do.',
    },
    'wrong-directory': {
      title: 'This answer comes from another directory',
      text: 'You were signed in with an account of another organisation than the one the app registration belongs to. Start the consent in LEGAL 365 Connect once more, and sign in with an administrator of the right organisation.',
    },
    unknown: {
      title: 'This answer belongs to no open request',
      text: 'Nothing was changed. The link was perhaps used already, or it is older than one hour. If consent was given at Microsoft, it counts all the same: go back to LEGAL 365 Connect, it sees it by itself.',
    },
    malformed: {
      title: 'This answer is not complete',
      text: 'Nothing was changed. Go back to LEGAL 365 Connect: if consent was given at Microsoft, it sees it by itself. If not, choose “Grant admin consent” there once more.',
    },
  },
  signIn: {
    anotherAccount: 'another account',
    received: {
      title: 'Verification code received',
      text: (address: string, account: string) =>
        `You signed in as ${account}. The mailbox ${address} is now being tested; LEGAL 365 Connect shows the result by itself.`,
      missing: (rights: string) =>
        `Microsoft left out one right: ${rights}. An administrator has to grant admin consent in LEGAL 365 Connect; after that sign in once more.`,
    },
    waiting: {
      title: 'Verification code received',
      otherPerson: (address: string, account: string, holder: string) =>
        `You signed in as ${account}, but somebody else began this sign-in, so nothing is connected yet. Open LEGAL 365 Connect with this account within 24 hours, and say there whether ${holder} may retrieve and send the mail of ${address} with it.`,
      forYourself: (address: string, account: string) =>
        `You signed in as ${account}; an administrator prepared this sign-in for you. Open LEGAL 365 Connect with this account within 24 hours, and confirm there that the mailbox ${address} is to be used.`,
      notVisible: (address: string, account: string) =>
        `You signed in as ${account}. Microsoft does not say whether the mailbox ${address} is yours. Go back to LEGAL 365 Connect and confirm it within 24 hours; after that the mailbox is tested.`,
    },
    ask: {
      title: 'May this mailbox be used?',
      unknownPerson: 'Somebody',
      who: (person: string, entity: string) => `${person} of ${entity} began this sign-in.`,
      purpose: (address: string, account: string) =>
        `With your account ${account}, mail of the mailbox ${address} would be retrieved and sent by LEGAL 365.`,
      holder: (holder: string | null, address: string) =>
        holder === null
          ? `The mailbox would be used by whoever has the address ${address} as user name there.`
          : `The mailbox would be used by ${holder}.`,
      advice:
        'If you do not know this person, or do not expect this, choose “Do not allow”: nothing is kept then. This question can be answered for 10 minutes.',
      allow: 'Allow',
      decline: 'Do not allow',
    },
    answered: {
      allowed: {
        title: 'The mailbox may be used',
        text: 'LEGAL 365 Connect now tests it. You can take this back at any time in your list of apps at Microsoft.',
      },
      declined: {
        title: 'The mailbox is not used',
        text: 'The sign-in was discarded; nothing was kept. The person who began it sees that you did not allow it.',
      },
      overtaken: {
        title: 'This sign-in no longer fits',
        text: 'The mailbox or its registration was changed in the meantime, so the sign-in was discarded. It has to be started again in LEGAL 365 Connect.',
      },
      unasked: {
        title: 'There is nothing to answer here',
        text: 'Nothing was changed. The question was answered already, or its 10 minutes are over; then the sign-in has to be started again in LEGAL 365 Connect.',
      },
    },
    mismatch: {
      title: 'This is another account',
      who: (account: string, address: string) =>
        `You signed in as ${account}; this mailbox is ${address}. Nothing was changed.`,
      what: {
        'personal-account': 'It is a personal Microsoft account. Sign in with the account of your firm.',
        'other-tenant':
          'The account belongs to another organisation than the app registration. Sign in with the account of the organisation in which the mailbox is.',
        guest:
          'The account is a guest in this organisation; its mailbox is elsewhere. Sign in with an account of the organisation itself.',
        'other-person':
          'The account belongs to another person than the mailbox. If the mailbox is yours, sign in with your own account; else send the link to its owner.',
        'admin-for-user':
          'You began this sign-in for somebody else, and signed in as yourself. Send the link to the person whose mailbox it is.',
        'address-reassigned':
          'The address belonged to another person before, whose sign-in is still stored. Remove the account in LEGAL 365 Connect and add it again; then sign in.',
        'not-an-address':
          'What is entered as the address of this mailbox is no mail address. Remove the account in LEGAL 365 Connect and add it with its address.',
      },
      again:
        'Go back to LEGAL 365 Connect and choose “Sign in with Microsoft” again. On Microsoft’s page choose “Use another account” where the right one is not listed.',
    },
    reason: (cause: string) => `Reason: ${cause}.`,
    refused: {
      title: 'The sign-in was not finished',
      text: 'Nothing was changed: what was connected before stays connected. LEGAL 365 Connect says at this mailbox what you can do.',
    },
    failed: {
      title: 'The sign-in could not be completed',
      text: 'Nothing was changed: what was connected before stays connected. Go back to LEGAL 365 Connect and choose “Sign in with Microsoft” again.',
    },
    replaced: {
      title: 'The registration was changed meanwhile',
      text: 'While you signed in, an administrator stored another registration. Nothing was changed at your mailbox. Go back to LEGAL 365 Connect and choose “Sign in with Microsoft” again.',
    },
    unknown: {
      title: 'This answer belongs to no open sign-in',
      text: 'Nothing was changed. The link was perhaps used already, replaced by a newer one, or is older than 10 minutes. LEGAL 365 Connect says whether the mailbox is connected; if not, choose “Sign in with Microsoft” there again.',
    },
    malformed: {
      title: 'This answer is not complete',
      text: 'Nothing was changed. Go back to LEGAL 365 Connect; if the mailbox is not connected there, choose “Sign in with Microsoft” again.',
    },
  },
} as const;

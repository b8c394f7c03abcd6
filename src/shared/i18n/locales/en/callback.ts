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
} as const;

/** Words for signing in by a mailed code. */
export const businessSignIn = {
  title: 'Sign in',
  lead: 'We send a code to your e-mail. If you are new here, the same code opens your account.',
  email: 'E-mail at work',
  emailHint: 'We write there about your business, nothing else.',
  send: 'Send me a code',
  codeTitle: 'Enter the code',
  sentTo: (email: string) =>
    `If we can reach ${email}, a code of eight digits is on its way. It works for ten minutes.`,
  sentLead: 'Enter your e-mail and the code of eight digits from our message. It works for ten minutes.',
  sentAgain: 'We have sent another code.',
  code: 'Code',
  enter: 'Sign in',
  noCode: 'No code after five minutes? Look in the spam folder.',
  again: 'Send another code',
  otherAddress: 'Use another address',
  signOut: 'Sign out',
  signedInAs: (email: string) => `Signed in as ${email}`,
  failed: 'That did not work just now. Nothing is lost: press the button again in a moment.',
  endedTitle: 'You were signed out meanwhile',
  endedText: 'Nothing you typed is lost. Sign in in a new tab, come back here, and press the button.',
  endedSignIn: 'Sign in in a new tab',
  endedSend: 'Send it again',
  errors: {
    codeMissing: 'Enter the code from our message',
    codeWrong: 'This code is not right or has run out. Check it, or let us send another one',
  },
};

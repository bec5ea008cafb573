/** Words for signing in by a mailed code. */
export const signIn = {
  title: 'Sign in',
  lead: 'For volunteers, businesses and staff. We send a code to your e-mail; if you are new here, the same code opens your account.',
  email: 'E-mail address',
  send: 'Send me a code',
  password: 'Staff with a password sign in here',
  codeTitle: 'Enter the code',
  sentTo: (email: string) =>
    `If we can reach ${email}, a code of eight digits is on its way. It works for ten minutes, in this browser only.`,
  sentLead:
    'Enter your e-mail and the code of eight digits from our message. It works for ten minutes, in the browser that asked for it.',
  sentAgain: 'We have sent another code.',
  code: 'Code',
  enter: 'Sign in',
  noCode: 'No code after five minutes? Look in the spam folder.',
  again: 'Send another code',
  otherAddress: 'Use another address',
  signOut: 'Sign out',
  signedOut: 'You are signed out.',
  signedOutEverywhere: 'You are signed out in every browser.',
  signInAgain:
    'You are signed out here. To sign out everywhere else too, sign in once more and press the button again: this shows that it is really you.',
  signedInAs: (email: string) => `Signed in as ${email}`,
  failed: 'That did not work just now. Nothing is lost: press the button again in a moment.',
  endedTitle: 'You were signed out meanwhile',
  endedText: 'Nothing you typed is lost. Sign in in a new tab, come back here, and press the button.',
  endedSignIn: 'Sign in in a new tab',
  endedSend: 'Send it again',
  puzzle: 'Many codes were asked for with this address. Your device does a small sum before the next one is sent.',
  puzzleWorking: 'One moment, your device is doing a small sum…',
  puzzleNoScript:
    'Your browser runs no scripts, so it cannot do that sum. Please try again in an hour, or in another browser.',
  errors: {
    codeMissing: 'Enter the code from our message',
    codeWrong: 'This code is not right or has run out. Check it, or let us send another one',
  },
};

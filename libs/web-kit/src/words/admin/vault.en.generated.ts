// Made by `npm run words` of the messages in libs/web-kit/messages: write there.

export const vault = {
  passphrase: 'Your passphrase',
  passphraseHint: 'The one you made your key with. It is not your password, and it never leaves this page.',
  show: 'Show the passphrase',
  wrong: 'That is not the passphrase of your key.',
  failed: 'Your key could not be opened on this device. Try another browser.',
  unlock: 'Unlock',
  unlocking: 'Unlocking…',
  isOpen: 'Your key is in the memory of this page.',
  lockNow: 'Lock now',
  noCrypto: 'This page was not opened over https, so the browser keeps its cryptography back. Open the admin by its https address.',
};

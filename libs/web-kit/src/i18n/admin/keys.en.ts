/** Putting a key into the memory of the page, and away again. */
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
  noCrypto:
    'This page was not opened over https, so the browser keeps its cryptography back. Open the admin by its https address.',
};

/** The keys that open what people sealed in their browsers. */
export const keys = {
  title: 'Keys',
  lead: 'People can seal what they write on their own device. Only these keys open it; our server holds none that it could use.',
  what: 'the keys',
  mine: 'My key',
  mineNone: 'You have no key yet. It is made here, on this device, and put under a passphrase that only you know.',
  mineHas: 'You have a key.',
  fingerprint: 'Its fingerprint',
  fingerprintHint: 'Read it out when a colleague shares the team’s key with you.',
  locked: 'It is locked. You need it to make or share the team’s key, and to read what was sealed.',
  make: 'Make my key',
  making: 'Making your key…',
  made: 'Your key is made. Keep the passphrase where nobody else finds it.',
  passphrase: 'Passphrase',
  passphraseHint: 'At least 15 letters. Not your password. Seven odd words are good; a sentence from a song is not.',
  again: 'The same once more',
  suggest: 'Suggest one',
  suggested: 'Write this down before you go on:',
  tooShort: 'At least 15 letters, please.',
  differs: 'The two are not the same.',
  honestTitle: 'If you lose the passphrase',
  honest:
    'Nobody can give it back: not an administrator, not whoever made this software. Make a new key then, and a colleague who holds the team’s key shares it with you again. If all of us lose theirs, what was sealed can never be read by anybody.',
  renew: 'Make a new key',
  renewTitle: 'Make a new key?',
  renewText:
    'Your old key and its passphrase are of no use any more. You can read sealed texts again once a colleague has shared the team’s key with you. If nobody else holds it, those texts are lost.',
  team: 'The team’s key',
  teamNone: 'There is none yet, so what people write is sealed by our server and not on their own device.',
  teamNeedsMine: 'Make your own key first.',
  teamMake: 'Make the team’s key',
  teamMaking: 'Making the key…',
  teamMade:
    'From now on people’s browsers seal for this key. Share it with a colleague now, so that it is not lost with you.',
  teamSince: (when: string) => `In use since ${when}`,
  teamHeld: 'You hold it.',
  teamNotHeld: 'Nobody has shared it with you yet.',
  teamOld: (count: number) =>
    count === 1
      ? 'One older key is kept for texts that were sealed for it.'
      : `${count} older keys are kept for texts that were sealed for them.`,
  rotate: 'Make a new team key',
  rotateTitle: 'Make a new key for the team?',
  rotateText:
    'Do this when somebody leaves the team, or when a device was lost. New texts are sealed for the new key; older ones stay readable with the older key. Only you hold the new one until you share it.',
  rotateSubmit: 'Make it',
  people: 'Who holds what',
  peopleLead: 'At least two people should hold the team’s key.',
  peopleList: 'Colleagues and their keys',
  peopleNone:
    'You are the only advocate so far. Ask an administrator to give a colleague the role: with one holder, one lost passphrase loses everything.',
  colleague: 'Colleague',
  ownKey: 'Own key',
  teamKey: 'Team’s key',
  hasNone: 'none yet',
  hasOne: 'made',
  holds: 'holds it',
  holdsOld: 'holds an older one',
  holdsNot: 'does not hold it',
  share: 'Share',
  shareWith: (name: string) => `Share with ${name}`,
  shareText: (name: string) =>
    `Call ${name} and have the fingerprint of their key read out to you. If it is this one, the key shown here is really theirs.`,
  shareFingerprint: (name: string) => `Fingerprint of ${name}’s key`,
  shareSubmit: 'It is the same: share',
  sharing: 'Sharing…',
  shared: (name: string) => `${name} holds the team’s key now.`,
};

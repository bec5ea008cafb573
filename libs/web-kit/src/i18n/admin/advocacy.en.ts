/** Words that the screens of advocates share. */
export const advocacy = {
  gate: {
    title: 'Nothing of it was opened yet',
    text: 'This one is with a colleague, with nobody, or closed. You may open it when you need to; your name, the time and your reason are noted in the list of who read what.',
    label: 'Why do you need to read it?',
    hint: 'Say why, not what is in it. For example: I stand in for Priya this week.',
    submit: 'Open it',
  },
  contact: {
    title: 'How to reach this person safely',
    when: 'When it is safe',
    withoutValue: {
      MAIL: '',
      TEXT: '',
      CALL: '',
      ADVOCATE: 'Somebody of ours is in touch with this person. Ask your colleague; do not look for another way.',
      CODE: 'Write below. The person reads it when they come back with their code. Do not look for another way to reach them.',
    },
    leave: {
      question: 'May we leave a message?',
      yes: (call: boolean): string =>
        call
          ? 'Yes. Say your first name and “please call back”, nothing about why.'
          : 'Yes. Keep it short, and say nothing about why.',
      no: (call: boolean): string =>
        call
          ? 'No. If somebody else answers, or nobody, hang up without a word. No voicemail.'
          : 'No. Do not write first: wait until the person writes, or use the time they gave.',
      unsaid: (call: boolean): string =>
        call
          ? 'They did not say, so treat it as a no: no voicemail, and nothing to whoever else answers.'
          : 'They did not say, so treat it as a no: leave nothing that somebody else could read.',
    },
  },
  talk: {
    read: 'read',
    sending: 'Sending…',
    you: 'You',
    person: 'The person',
    advocate: 'An advocate',
    business: 'The business',
    withPerson: 'Messages with the person',
    withPersonLead: 'They read and answer with their code. Nothing is sent by mail or text.',
    nonePerson: 'Nobody has written yet.',
    writePerson: 'Write to the person',
    writePersonHint:
      'Plain and kind. Leave out names and places that would harm them if somebody looked over their shoulder.',
    sendPerson: 'Send to the person',
    again: 'Look for new messages',
  },
  record: {
    nobody: 'Nobody has taken this yet',
    nobodyText: 'Take it, and it is yours to look after. Your colleagues see that it is taken.',
    mine: 'You look after this',
    theirs: (name: string) => `${name} looks after this`,
    theirsText: 'You opened it with a reason. Take it only if you have agreed to.',
    take: 'Take it',
    taking: 'Taking…',
    reopen: 'Take it up again',
    taken: 'It is yours now.',
    takeFirst: 'Take it first, then you can write.',
    contacted: 'I have reached the person',
    contactedWorking: 'Noting…',
    contactedDone: 'Noted.',
    close: 'Close',
    closeTitle: 'Close this?',
    closeText:
      'Nothing more can be written, and its consents end: a business sees nothing of it from this moment on. It is erased by itself on the day that our rules say; whoever opens it until then has to say why.',
    closeSubmit: 'Close it',
    closing: 'Closing…',
    closed: 'Closed.',
    more: 'More actions',
    hold: 'Keep it from being erased',
    holdTitle: 'Keep this from being erased?',
    holdText:
      'Only for a reason in law, such as a court order. It then stays until somebody lifts the hold. The person can still delete it with their code.',
    holdReason: 'Reason',
    holdReasonHint:
      'Such as the number of the order, without a word about the person. It is noted in the list of who read what.',
    holdSubmit: 'Keep it',
    holdDone: 'It is kept until somebody lifts the hold.',
    lift: 'Lift the hold',
    liftTitle: 'Lift the hold?',
    liftText: 'It is erased again when its time is over.',
    liftSubmit: 'Lift it',
    liftDone: 'The hold is lifted.',
    working: 'Saving…',
    trail: 'Who has read this',
    about: 'About this',
    asked: 'Asked on',
    language: 'Language',
    erasedOn: 'Will be erased on',
    held: 'Kept from being erased',
    heldText: 'There is a reason in law to keep it.',
    code: 'Number for colleagues',
    codeHint: 'Speak of it by this number, not by a name.',
    gone: 'This is no longer there',
    goneText: 'It was erased: by the person, or because its time was over. Nothing of it is left.',
  },
  list: {
    views: { label: 'Which ones', open: 'Open', mine: 'Mine', all: 'All' },
    state: 'State',
    asked: 'Asked',
    takenBy: 'With',
    nobody: 'nobody yet',
    you: 'you',
    unread: (count: number) => (count === 1 ? '1 new message' : `${count} new messages`),
    number: (short: string) => `No. ${short}`,
  },
};

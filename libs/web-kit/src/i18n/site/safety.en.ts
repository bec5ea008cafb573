/** Words of the page before the offers, and of the page about looking around safely. */
export const safety = {
  beforeTitle: 'Work and training',
  beforeHeading: 'Before you look around',
  beforeLead: 'Jobs, training and other offers from businesses that we have checked. You need no account to look.',
  before: [
    {
      title: 'You can leave at any moment',
      text: '“Exit now” is at the top of every page. On a keyboard, press Shift three times. A weather page opens at once.',
    },
    {
      title: 'We keep no track of you',
      text: 'We do not record what you look at, and you can leave out whatever you do not want to answer.',
    },
    {
      title: 'Your browser remembers',
      text: 'We cannot erase its history. If somebody looks at this phone or computer, use another one.',
    },
  ],
  beforeGo: 'Go on to the offers',
  beforeSafely: 'How to use this site safely',
  beforeCode: 'I have a code and want to come back to something',
  beforeTalk: 'I would like to talk to the legal team',
  note: 'Leave at any moment: “Exit now”, or Shift three times.',
  title: 'Using this site',
  heading: 'Using this site safely',
  lead: 'What we can do so that nobody learns you were here, and what we cannot.',
  sections: [
    {
      title: 'Leaving quickly',
      items: [
        '“Exit now” is at the top of every page and opens a weather page. It works in every browser.',
        'On a keyboard, press Shift three times, each within five seconds of the last. For this, JavaScript must be on in your browser, as it usually is.',
        'Afterwards, Back does not show what you wrote to us. Without JavaScript, Back can still open a page of offers, so close that window too.',
        'If you come back to the offers from another site with Back, the weather page opens again: it may be somebody else who pressed it. Type our address to return.',
      ],
    },
    {
      title: 'What we cannot do',
      items: [
        'We cannot erase the history of your browser. It says that this site was open, and when. The names of these pages say little, but our own name is in the address.',
        'We cannot see or stop spying programs. Somebody can put one on a phone or a computer and then see the screen, the messages and what is typed, also in a private window.',
        'We cannot hide a visit from whoever pays for the phone or owns the network. They see the name of this site, not the pages.',
      ],
    },
    {
      title: 'A safer device',
      items: [
        'If somebody knows things they should not know, your device may be watched. Trust that feeling.',
        'Use one that this person has never had in their hands: at a library, a school, a clinic, or the phone of somebody you trust.',
        'Use a private window there, and close it when you are done. Do not sign in to your own mail or accounts.',
        'Do not delete a spying program before you have talked to somebody about it: whoever put it there may notice.',
      ],
    },
    {
      title: 'History on your own device',
      items: [
        'A private window (“incognito”) keeps no history when you close it.',
        'You can take single pages out of the history. A history that is suddenly empty can raise questions.',
        'Phones also keep a list of recent apps and windows. Close this window there too.',
      ],
    },
    {
      title: 'When we write to you',
      items: [
        'We reach you only in the way you name, at the times you name, and we leave a message only if you say that is safe.',
        'A mail from us says that there is a message, and nothing of what is in it.',
        'Nothing safe? Choose “I come back with my code”. Then we write only here, and your words open it.',
        'Keep the words where nobody looks, or learn them by heart. Whoever has them can read what is there.',
      ],
    },
  ],
  talkTitle: 'Would you rather ask somebody?',
  talkText: 'The help lines below know how to find out whether a phone is watched, and how to plan around it.',
  backToOffers: 'Look at the offers',
};

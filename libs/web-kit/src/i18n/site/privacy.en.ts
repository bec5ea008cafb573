/** What the privacy page says. */
export const privacy = {
  title: 'Privacy',
  lead: (organisation: string) => `What ${organisation} keeps about you on this site, why, and what we never do.`,
  sections: [
    {
      title: 'When you sign up',
      items: [
        'We keep your name, your e-mail address, the shift you chose and the language you read in. A phone number only if you give one.',
        'The organizers of the chapter that runs the event can see them. Nobody else can, and no public page or calendar shows who signed up.',
        'We write to you about your own sign-up only: to confirm it, to remind you, when something changes, and once afterwards to ask how it went.',
      ],
    },
    {
      title: 'Your personal link',
      items: [
        'The link in our messages opens your sign-up without a password. Treat it like a key: whoever has it can cancel your place.',
        'A place whose address nobody confirms is released automatically.',
      ],
    },
    {
      title: 'When you give',
      items: [
        'We keep your name, your e-mail address, the amount, your message if you leave one, and which fundraiser it is for. The law asks us to keep what belongs to a receipt.',
        'You pay on a page of Stripe. Your card number goes to Stripe only; we never see it.',
        'If you tick “Do not show my name”, no public page, export or mail to others names you. Only those who keep the books see it.',
        'News of a fundraiser comes only if you tick it, and each one has a link that stops it.',
      ],
    },
    {
      title: 'When you look for work, or talk to our legal team',
      items: [
        'Looking at offers leaves nothing with us. What you do not want to see is hidden by your own browser; we never learn it.',
        'When you answer an offer or ask to talk, we keep only what you write: a name to use, a safe way to reach you, and your words. It is locked away from the rest of this site. Only advocates can open it, and each time they do is recorded.',
        'A business learns nothing about you unless you agree in writing: what, to whom and until when. You can take that back at any time, and nothing you get from us depends on it.',
        'With your code you can read what there is, change it, or erase all of it at once.',
      ],
    },
    {
      title: 'On your device',
      items: [
        'These pages load nothing from other companies and count nobody. There is no cookie banner because there is nothing to ask.',
        'They run one small script of our own, which makes leaving quicker and stores nothing. Everything works without it.',
        'Two pages have another small script of our own: the one for talking to our legal team, which locks what you write before it is sent, and the gift form while card thieves are trying things out there, which does a sum.',
        'If you change the language, one cookie remembers it until you close the browser. People who sign in get cookies for that; one of them lets us know the browser again for half a year, so that strangers who try their address do not keep them out. After you sign up for a shift, another keeps the address you typed for ten minutes, so that the next page can say where our mail went.',
        '“Exit now” removes them and opens a weather page. It cannot erase your browser history.',
      ],
    },
    {
      title: 'What we never do',
      items: [
        'We do not sell or trade details, and we do not show them to advertisers.',
        'We do not take reports of crimes here. The help lines below do, and they are confidential.',
      ],
    },
    {
      title: 'Your say',
      items: [
        'Would you like to know what we have about you, correct it or have it removed? Write to the contact named on the event, or simply answer one of our messages.',
      ],
    },
  ],
};

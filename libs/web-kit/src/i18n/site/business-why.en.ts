/** Words for a business that wonders whether to begin, and for the frame around its pages. */
export const businessWhy = {
  title: 'Offer work that is safe',
  lead: 'A job, an internship, a training: for people who start again. You say what you offer, we make sure that it is safe, and an advocate brings the two of you together.',
  begin: 'Begin',
  signIn: 'Sign in',
  ownPage: 'Your own page',
  beginHint: 'It takes about ten minutes. Have your registration number at hand. There is no password, and no fee.',
  give: 'What you give',
  gives: [
    'Work that is what you say it is: the pay, the hours and the place.',
    'A person with a name who is in charge and can be reached.',
    'No questions about a gap in a résumé.',
  ],
  get: 'What you get',
  gets: [
    'People who read your listing and said yes to it themselves.',
    'One advocate to talk to, before the first day and after it.',
    'No fee, ever: not from you, and not from those who apply.',
  ],
  how: 'How we get to know you',
  steps: [
    {
      title: 'You register',
      text: 'Legal name, registration number, address, website, and who is in charge. One page.',
    },
    {
      title: 'We check',
      text: 'We look you up in the public register, send a mail to your own domain, and call you back on a number that we find ourselves.',
    },
    {
      title: 'Two people decide',
      text: 'Two of our team say yes, each on their own. Most businesses hear from us within ten working days, and your page shows where things stand.',
    },
    {
      title: 'Once a year, again',
      text: 'An approval holds for one year. We write to you before it ends. When it runs out, your listings are hidden until you are approved again.',
    },
  ],
  never: 'What we never allow',
  nevers: [
    'Fees for applying, for training, for uniforms or for anything else.',
    'Keeping somebody’s passport, papers or phone.',
    'Housing or travel that comes bundled with the job.',
    'Pay that is not said, or sounds too good to be true.',
    'Talking elsewhere at once: a private number, another app.',
    'Work for anybody under 18.',
  ],
  neverText:
    'A person of our team reads every listing before anybody sees it. If one of these turns up, we ask you about it. If it was meant, we part.',
  see: 'What you will never see',
  sees: [
    'Who somebody is, unless they choose to tell you. You see the name they want to be called, what they decided to share, and when they have time.',
    'Their story, their address, their phone number. Messages go through us.',
    'An introduction that was taken back. People agree in writing, for a limited time, and may change their mind. Then it is gone from your page.',
  ],
  seeText: 'You do not need to know more to be a good employer. Please do not try to find out.',
};

/** What each rule over listings looks for, and why somebody has to look there. It accuses nobody: a person decides. */
export const redFlag = {
  FEE_ASKED:
    'It seems to ask for money: for the place, training, equipment or a visa, or out of the pay later. Nobody should pay to work; debts like this are how people are held.',
  MONEY_MOVED:
    'It speaks of money that goes through cash apps, gift cards or somebody’s own bank account. That is how fees are collected and stolen money is moved.',
  KEEPS_DOCUMENTS:
    'It speaks of a passport or of keeping papers. Whoever keeps somebody’s papers can keep that person from leaving.',
  HOUSING_BUNDLED: 'A place to live seems to come with the work. Whoever leaves the one would lose the other.',
  TRAVEL_BUNDLED:
    'The business seems to arrange the way there: tickets, a visa, being picked up. People are lured far from everybody they know like this.',
  PAY_TOO_GOOD: 'The pay is far above what such work pays. What is too good to be true is used as bait.',
  PAY_UNSTATED:
    'It does not say what is paid, or says that it is told later. Pay belongs in the listing, before anybody says yes.',
  PAY_BELOW_MINIMUM: 'The pay is below the lowest that the law of the place allows.',
  CONTACT_ELSEWHERE:
    'It asks people to leave this site and get in touch directly. Here somebody stands between; elsewhere nobody does.',
  PHONE_NUMBER: 'There is a phone number in it, perhaps in words. People apply here, so that somebody stands between.',
  MAIL_ADDRESS: 'There is a mail address in it. People apply here, so that somebody stands between.',
  MESSENGER: 'It names a messenger, or an account in one. People apply here, so that somebody stands between.',
  WEB_ADDRESS: 'It leads to another website, where we cannot see what is asked of people.',
  HIDDEN_CHARACTERS:
    'It has characters in it that nobody can see. They are used to hide words from a check such as this.',
  LOOKALIKE_LETTERS:
    'It has words with letters of another alphabet that only look the same. They are used to hide words from a check such as this.',
  MINORS: 'It seems to be open to people under 18, or says that age does not matter.',
  APPEARANCE: 'It asks about looks, photos, or for young women, instead of what the work needs.',
  NIGHT_ALONE: 'Somebody would work at night with nobody else there.',
  CONTROLS_PEOPLE:
    'It seems to cut people off: no phone, no visitors, not leaving, telling nobody, or wages that are kept back.',
  TOO_QUICK: 'People would be hired or taken along before they could ask anything.',
  NAMES_READERS: 'It names those it is for with words that would tell everybody who reads along what happened to them.',
};

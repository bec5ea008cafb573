import { quoted } from './compile-message.mjs';
import { languages, readMessages } from './read-messages.mjs';

/** Whose words a person finds in the tables of what they take along: dotted names of messages, each by what it is called there. */
const sets = {
  ...Object.fromEntries(
    [
      ...[
        'signupStatus',
        'pageKind',
        'pageStatus',
        'campaignStatus',
        'giftMethod',
        'giftStatus',
        'recurringGiftStatus',
      ],
      ...['refundStatus', 'refundReason', 'pledgeStatus', 'mailStatus', 'dataRequestKind', 'dataRequestStatus'],
      ...['businessRole', 'schoolAskStatus', 'siteMessageStatus', 'volunteerStanding', 'volunteerEventKind'],
      ...['hoursStatus', 'credentialStatus', 'guardianRelation'],
    ].map((name) => [name, `enums.${name}`]),
  ),
  dedication: 'admin.gifts.dedications',
  mail: 'admin.mailLog.templates',
  securityEvent: 'admin.securityEvents.kinds',
  staffAction: 'admin.staffActions.operations',
  businessEvent: 'admin.businesses.history.kinds',
};

/** Where they are kept: the server has no words of the admin. */
export const codeWordsFile = 'libs/identity/src/peoples-data/my-data/code-words.generated.ts';

/** The words of codes for the server, out of the one catalogue: by language, set and code (in small letters, with `_`). */
export function printCodeWords() {
  const parts = languages.map((language) => {
    const { tree } = readMessages(language);
    const lines = Object.entries(sets).map(([name, place]) => {
      const words = place.split('.').reduce((at, key) => at[key], tree);
      const each = Object.entries(words).map(([code, text]) => `${normal(code)}: ${plain(text, place)}`);
      return `    ${name}: { ${each.join(', ')} },\n`;
    });
    return `  ${language}: {\n${lines.join('')}  },\n`;
  });
  return `// Made by \`npm run words\` of the messages in libs/web-kit/messages: write there.\nexport const codeWords = {\n${parts.join('')}};\n`;
}

const normal = (code) => code.toLowerCase().replaceAll('-', '_');

function plain(text, place) {
  if (typeof text !== 'string' || /[{}']/.test(text)) throw new Error(`${place}: a word of a code has no gaps.`);
  return quoted(text);
}

import { quoteText } from './compile-message.mjs';
import { languages, readMessages, readPartialLanguages } from './read-messages.mjs';
import { writeGenerated } from './write-generated.mjs';

const sets = {
  ...Object.fromEntries(
    [
      'signupStatus',
      'standingSignupStatus',
      'registrationStatus',
      'pageKind',
      'pageStatus',
      'campaignStatus',
      'giftMethod',
      'giftStatus',
      'recurringGiftStatus',
      'refundStatus',
      'refundReason',
      'pledgeStatus',
      'mailStatus',
      'notificationTopic',
      'notificationFrequency',
      'deliveryProblemKind',
      'smsChannel',
      'smsConsentSource',
      'smsOutcome',
      'smsRevocation',
      'smsStatus',
      'dataRequestKind',
      'dataRequestStatus',
      'businessRole',
      'schoolAskStatus',
      'schoolTalkStatus',
      'siteMessageStatus',
      'volunteerStanding',
      'volunteerEventKind',
      'hoursStatus',
      'credentialStatus',
      'guardianRelation',
    ].map((name) => [name, `enums.${name}`]),
  ),
  dedication: 'admin.gifts.dedications',
  mail: 'admin.deliveryLog.templates',
  securityEvent: 'admin.securityEvents.kinds',
  staffAction: 'admin.staffActions.operations',
  businessEvent: 'admin.businesses.history.kinds',
};

function printCodeWords() {
  const parts = languages.map((language) => {
    const { tree } = readMessages(language);
    const lines = Object.entries(sets).map(([name, place]) => {
      const words = place.split('.').reduce((at, key) => at[key], tree);
      const each = Object.entries(words).map(
        ([code, text]) => `${normalizeCode(code)}: ${requirePlainText(text, place)}`,
      );
      return `    ${name}: { ${each.join(', ')} },\n`;
    });
    return `  ${language}: {\n${lines.join('')}  },\n`;
  });
  return `// Written by \`npm run generate\` from libs/web-kit/messages.\nexport const codeWords = {\n${parts.join('')}};\n`;
}

function normalizeCode(code) {
  return code.toLowerCase().replaceAll('-', '_');
}

function requirePlainText(text, place) {
  if (typeof text !== 'string' || /[{}']/.test(text)) throw new Error(`${place}: a word of a code has no gaps.`);
  return quoteText(text);
}

writeGenerated('libs/identity/src/peoples-data/my-data/code-words.generated.ts', printCodeWords());

/** Languages in which the site has texts, for the setting that chooses the offered ones. */
const installed = [...languages, ...readPartialLanguages().map(({ code }) => code)].map((code) => quoteText(code));
writeGenerated(
  'libs/identity/src/languages/installed-languages.generated.ts',
  `// Written by \`npm run generate\` from libs/web-kit/messages.\nexport const installedLanguages: readonly string[] = [${installed.join(', ')}];\n`,
);

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/paths.mjs';
import { findStrangeWords } from '../words/glossary.mjs';
import { librariesWithMails, mailCatalogsIn, printMailWords, readMailCatalog } from '../generate/print-mail-words.mjs';
import { readMessages } from '../generate/read-messages.mjs';
import { formalMessages, isFormal, identicalKeys, untranslated } from '../words/spanish.mjs';
import { textsOf } from './discreet-words.mjs';

const mails = librariesWithMails()
  .flatMap(mailCatalogsIn)
  .map((catalog) => [catalog, readMailCatalog(catalog)]);
const mailsIn = (language) => Object.fromEntries(mails.map(([catalog, messages]) => [catalog, messages[language]]));
const complaints = mails.flatMap(([catalog, messages]) => printMailWords(catalog, messages).complaints);
if (complaints.length) {
  console.error(complaints.join('\n'));
  process.exit(1);
}

/** Finds texts copied from the other language. (Missing messages already fail `npm run generate`.) */
const untranslatedKeys = [
  ...untranslated(readMessages('en').tree, readMessages('es').tree),
  ...untranslated(mailsIn('en'), mailsIn('es')),
];
if (untranslatedKeys.length) {
  const more = untranslatedKeys.length > 20 ? `\n  and ${untranslatedKeys.length - 20} more` : '';
  console.error(
    `These texts are the same in English and Spanish:\n  ${untranslatedKeys.slice(0, 20).join('\n  ')}${more}`,
  );
  process.exit(1);
}

const strangeTexts = [...findStrangeWords(readMessages('en').tree), ...findStrangeWords(mailsIn('en'))];
if (strangeTexts.length) {
  console.error(`These words differ from the API's:\n  ${strangeTexts.join('\n  ')}`);
  process.exit(1);
}

/** Code with Spanish emails and documents. The catalog of the screens has its own test. */
const spokenFiles = /^libs\/(?!web-kit\/)[^/]+\/src\/.*\.ts$/;
/** Excluded: red flags, which match texts of other people, and code word lists. */
const excludedFiles = /\.spec\.ts$|\/red-flags\/|\/codes\//;
const formal = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'libs'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((name) => spokenFiles.test(name) && !excludedFiles.test(name))
  .flatMap((name) => textsOf(name, readFileSync(join(root, name), 'utf8'), isFormal));
formal.push(...formalMessages(mailsIn('es')));
if (formal.length) {
  console.error(`These texts use "usted" instead of "tú":\n  ${formal.join('\n  ')}`);
  process.exit(1);
}
console.log(`Every text is translated (${identicalKeys.length} are intentionally the same).`);

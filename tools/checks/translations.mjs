import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../lib/paths.mjs';
import { strangeWords } from '../words/glossary.mjs';
import { readMessages } from '../generate/read-messages.mjs';
import { isFormal, sameInBoth, untranslated } from '../words/spanish.mjs';
import { textsOf } from './discreet-words.mjs';

/** Finds texts copied from the other language. (Missing messages already fail `npm run generate`.) */
const found = untranslated(readMessages('en').tree, readMessages('es').tree);
if (found.length) {
  const more = found.length > 20 ? `\n  and ${found.length - 20} more` : '';
  console.error(`These texts are the same in English and Spanish:\n  ${found.slice(0, 20).join('\n  ')}${more}`);
  process.exit(1);
}

const strange = strangeWords(readMessages('en').tree);
if (strange.length) {
  console.error(`These words differ from the API's:\n  ${strange.join('\n  ')}`);
  process.exit(1);
}

/** Code with Spanish emails and documents. The catalog has its own test. */
const spoken = /^libs\/(?!web-kit\/)[^/]+\/src\/.*\.ts$/;
/** Excluded: red flags, which match texts of other people, and code word lists. */
const notOurs = /\.spec\.ts$|\/red-flags\/|\/codes\//;
const formal = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'libs'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((name) => spoken.test(name) && !notOurs.test(name))
  .flatMap((name) => textsOf(name, readFileSync(join(root, name), 'utf8'), isFormal));
if (formal.length) {
  console.error(`These texts use "usted" instead of "tú":\n  ${formal.join('\n  ')}`);
  process.exit(1);
}
console.log(`Every text is translated (${sameInBoth.length} are intentionally the same).`);

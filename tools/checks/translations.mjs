import { sameInBoth, untranslated } from '../../libs/web-kit/src/i18n/check.ts';

/** A key missing in one language is an error of the compiler; a text that was copied and forgotten is found here. */
const found = untranslated();
if (found.length) {
  const more = found.length > 20 ? `\n  and ${found.length - 20} more` : '';
  console.error(`These texts read the same in English and Spanish:\n  ${found.slice(0, 20).join('\n  ')}${more}`);
  process.exit(1);
}
console.log(`Every text has two languages (${sameInBoth.length} are rightly the same).`);

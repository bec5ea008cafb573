import { printMessages } from './print-words.mjs';
import { quoteText } from './compile-message.mjs';
import { fileOf, messages, readMessages, readPartialLanguages } from './read-messages.mjs';

const head = '// Written by `npm run generate` from libs/web-kit/messages.\n';

/**
 * Compiles the languages that translate only some texts: one file with the texts of each, and one with the facts about
 * all of them. `complete` in `language.json` lists the areas in which no text may be missing.
 * @returns {{ made: Array<{ name: string, text: string }>, complaints: string[] }}
 */
export function printPartialWords(folder = messages) {
  const english = readMessages('en', folder).tree;
  const languages = readPartialLanguages(folder);
  const complaints = [];
  const made = languages.map(({ code, facts, content, tree, files }) => {
    const uses = new Set();
    const complain = (name, what) => {
      const { file, key } = fileOf(files, name);
      complaints.push(`${file}: ${key} ${what}`);
    };
    const context = { language: code, complain, uses };
    const areas = Object.entries(tree).map(([area, words]) => {
      const shape = shapeOf(english[area] ?? {}, words, area, facts.complete);
      return `  ${area}: ${printMessages(shape, words, area, context, '  ')},\n`;
    });
    const helpers = [...uses].sort().map((helper) => `${helper.slice(1)}: ${helper}`);
    const imports = helpers.length ? `import { writing } from './writing.js';\n` : '';
    const setup = helpers.length ? `\nconst { ${helpers.join(', ')} } = writing('${facts.tag}');\n` : '';
    const known = Object.entries(content).map(([text, own]) => `    ${quoteText(text)}: ${quoteText(own)},\n`);
    const note = `  notTranslated: ${quoteText(facts.notTranslated)},\n`;
    return {
      name: `partial.${code}.generated.ts`,
      text: `${head}${imports}import type { PartialWords } from './catalog.js';\n${setup}\nexport const words: PartialWords = {\n${areas.join('')}  content: {\n${known.join('')}  },\n${note}};\n`,
    };
  });
  return { made: [...made, languageFacts(languages), wordsOfEach(languages)], complaints };
}

/** Returns the English messages that a partial language has to follow: all of a complete area, else those it has. */
function shapeOf(english, words, name, complete) {
  if (complete.includes(name) || typeof english !== 'object' || Array.isArray(english)) return english;
  if (typeof words !== 'object' || Array.isArray(words)) return english;
  const keys = Object.keys(words).filter((key) => Object.hasOwn(english, key));
  return Object.fromEntries(keys.map((key) => [key, shapeOf(english[key], words[key], `${name}.${key}`, complete)]));
}

function languageFacts(languages) {
  const lines = languages.map(({ code, facts: { tag, name, pages } }) => {
    const paths = pages.map((path) => quoteText(path)).join(', ');
    return `  ${code}: { tag: ${quoteText(tag)}, name: ${quoteText(name)}, pages: [${paths}] },\n`;
  });
  return {
    name: 'partial-languages.generated.ts',
    text: `${head}\nexport const partialLanguages = {\n${lines.join('')}} as const;\n`,
  };
}

function wordsOfEach(languages) {
  const imports = languages.map(({ code }) => `import { words as ${code} } from './partial.${code}.generated.js';\n`);
  const codes = languages.map(({ code }) => code).join(', ');
  return {
    name: 'partial-words.generated.ts',
    text: `${head}${imports.join('')}\nexport const partialWords = { ${codes} };\n`,
  };
}

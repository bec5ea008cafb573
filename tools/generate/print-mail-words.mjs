import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from '../lib/paths.mjs';
import { printMessages } from './print-words.mjs';
import { languages } from './read-messages.mjs';

const tags = { en: 'en-US', es: 'es-US' };

/** The number and plural formatting of web-kit, copied here because server libraries can't depend on it. */
export const writingFile = 'libs/notifications/src/templates/writing.generated.ts';

/** For example `libs/events/src/mails/thank-you.mail` or `…/receipts/receipt.texts`. */
export function mailCatalogsIn(library) {
  return readdirSync(join(root, library, 'src'), { recursive: true })
    .filter((name) => /\.(mail|texts)\.en\.json$/.test(name))
    .map((name) => `${library}/src/${name.replaceAll('\\', '/').slice(0, -'.en.json'.length)}`)
    .sort();
}

export function librariesWithMails() {
  return readdirSync(join(root, 'libs'))
    .map((name) => `libs/${name}`)
    .filter((library) => mailCatalogsIn(library).length > 0);
}

/** @throws Error if a file is missing or isn't JSON */
export function readMailCatalog(catalog) {
  return Object.fromEntries(languages.map((language) => [language, readJson(`${catalog}.${language}.json`)]));
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8'));
  } catch (error) {
    throw new Error(`${path}: ${error.message}`, { cause: error });
  }
}

/**
 * Exports `words.en` and `words.es`, with typed functions for texts with arguments. The English messages define the
 * shape; differences in other languages are reported.
 * @returns {{ text: string, complaints: string[] }}
 */
export function printMailWords(catalog, messages) {
  const complaints = [];
  const used = new Set();
  const parts = languages.map((language) => {
    const uses = new Set();
    const addFault = (name, what) => complaints.push(`${catalog}.${language}.json: ${name.slice(1)} ${what}`);
    const words = printMessages(messages.en, messages[language], '', { language, complain: addFault, uses });
    const type = language === 'en' ? '' : ': typeof en';
    if (uses.size === 0) return `const ${language}${type} = ${words};\n`;
    used.add('writing');
    const helpers = [...uses].sort().map((helper) => `${helper.slice(1)}: ${helper}`);
    return `const ${language}${type} = (({ ${helpers.join(', ')} }) => (${words}))(writing('${tags[language]}'));\n`;
  });
  const source = catalog.startsWith(dirname(dirname(writingFile)))
    ? pathToFormatters(catalog)
    : '@upstander/notifications';
  const imports = used.size > 0 ? `import { writing } from '${source}';\n\n` : '';
  const head = `// Written by \`npm run generate\` from ${catalog}.{${languages.join(',')}}.json.\n`;
  return {
    text: `${head}${imports}${parts.join('')}\nexport const words = { ${languages.join(', ')} };\n`,
    complaints,
  };
}

function pathToFormatters(catalog) {
  const path = relative(dirname(catalog), writingFile).replaceAll('\\', '/').replace(/\.ts$/, '.js');
  return path.startsWith('.') ? path : `./${path}`;
}

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from '../lib/paths.mjs';
import { quoteText } from './compile-message.mjs';
import { printMessages } from './print-words.mjs';
import { languages } from './read-messages.mjs';

/** Registers the texts of emails. */
const editableTextsFile = 'libs/notifications/src/wording/editable-texts.ts';

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
 * Separates the texts of a catalog from the `about` of its emails: name and occasion in both languages, and in English
 * the texts that admins can't change.
 */
function separateAbout(messages, complain) {
  const emails = [];
  const strip = (part, path) => {
    const { en } = part;
    if (typeof en !== 'object' || en === null || Array.isArray(en)) return part;
    const descriptions = languages.map((language) => [language, part[language]?.about]);
    if (typeof en.about === 'object') {
      for (const [language, about] of descriptions) {
        for (const key of ['name', 'when']) {
          if (typeof about?.[key] !== 'string') complain(language, [...path, 'about', key].join('.'), 'is missing');
        }
      }
      const rules = Object.fromEntries(Object.entries(en.about).filter(([key]) => !['name', 'when'].includes(key)));
      const about = Object.fromEntries(
        descriptions.map(([language, its]) => [language, { name: its?.name, when: its?.when }]),
      );
      emails.push({ path, about, ...rules });
    }
    const keys = new Set(languages.flatMap((language) => Object.keys(part[language] ?? {})));
    if (typeof en.about === 'object') keys.delete('about');
    const stripped = Object.fromEntries(languages.map((language) => [language, {}]));
    for (const key of keys) {
      const inner = strip(Object.fromEntries(languages.map((language) => [language, part[language]?.[key]])), [
        ...path,
        key,
      ]);
      for (const language of languages) if (inner[language] !== undefined) stripped[language][key] = inner[language];
    }
    return stripped;
  };
  return { messages: strip(messages, []), emails };
}

/**
 * Exports `words.en` and `words.es`, with typed functions for texts with arguments. The English messages define the
 * shape; differences in other languages are reported. Emails also register their messages, so that admins can edit them.
 * @returns {{ text: string, complaints: string[] }}
 */
export function printMailWords(catalog, catalogMessages) {
  const complaints = [];
  const { messages, emails } = separateAbout(catalogMessages, (language, name, what) =>
    complaints.push(`${catalog}.${language}.json: ${name} ${what}`),
  );
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
  if (emails.length === 0) {
    const imports = used.size > 0 ? `import { writing } from '${source(catalog, writingFile)}';\n\n` : '';
    return {
      text: `${head(catalog)}${imports}${parts.join('')}\nexport const words = { ${languages.join(', ')} };\n`,
      complaints,
    };
  }
  const name = `${catalog.split('/')[1]}:${catalog
    .split('/')
    .at(-1)
    .replace(/\.mail$/, '')}`;
  const [texts, formatters] = [source(catalog, editableTextsFile), source(catalog, writingFile)];
  const names = ['editableTexts', ...(used.size > 0 ? ['writing'] : [])];
  const imports =
    texts === formatters
      ? `import { ${names.join(', ')} } from '${texts}';\n`
      : names.map((one) => `import { ${one} } from '${one === 'writing' ? formatters : texts}';\n`).join('');
  const registration = [
    quoteText(name),
    `{ ${languages.join(', ')} }`,
    JSON.stringify(messages),
    JSON.stringify(emails),
  ];
  return {
    text: `${head(catalog)}${imports}\n${parts.join('')}\nexport const words = editableTexts(\n${registration.map((line) => `  ${line},\n`).join('')});\n`,
    complaints,
  };
}

function head(catalog) {
  return `// Written by \`npm run generate\` from ${catalog}.{${languages.join(',')}}.json.\n`;
}

/** Libraries above notifications import its index. */
function source(catalog, file) {
  if (!catalog.startsWith('libs/notifications/')) return '@upstander/notifications';
  const path = relative(dirname(catalog), file).replaceAll('\\', '/').replace(/\.ts$/, '.js');
  return path.startsWith('.') ? path : `./${path}`;
}

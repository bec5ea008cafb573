import { compileMessage, quoteText } from './compile-message.mjs';
import { fileOf, languages, messages, readMessages } from './read-messages.mjs';

const head = '// Written by `npm run generate` from libs/web-kit/messages.\n';

/** Split into one file per part, so each admin screen loads only its own texts. */
const inParts = 'admin';

/**
 * One TypeScript file per area and language. Texts with arguments become functions.
 * @returns {{ made: Array<{ name: string, text: string }>, complaints: string[] }}
 */
export function printWords(folder = messages) {
  const complaints = [];
  const english = readMessages('en', folder);
  const made = [];
  for (const language of languages) {
    const read = language === 'en' ? english : readMessages(language, folder);
    const addFault = (name, what) => {
      const { file, key } = fileOf(read.files, name);
      complaints.push(`${file}: ${key} ${what}`);
    };
    for (const [area, shape] of Object.entries(english.tree)) {
      const file = (name, path, part, words) => {
        const uses = new Set();
        const text = printMessages(part, words, path, { language, complain: addFault, uses });
        made.push({ name: `${name}.${language}.generated.ts`, text: fileText(name, language, text, uses) });
      };
      if (area !== inParts) {
        file(area, area, shape, read.tree[area]);
        continue;
      }
      for (const [part, its] of Object.entries(shape)) {
        file(`${area}/${part}`, `${area}.${part}`, its, read.tree[area]?.[part]);
      }
      made.push({ name: `${area}.${language}.generated.ts`, text: printWhole(area, Object.keys(shape), language) });
    }
    for (const area of Object.keys(read.tree)) if (!english.tree[area]) addFault(area, 'is not there in English');
  }
  const parts = Object.keys(english.tree[inParts] ?? {});
  if (parts.length) made.push({ name: `${inParts}-areas.generated.ts`, text: loaders(inParts, parts) });
  return { made, complaints };
}

function fileText(name, language, text, uses) {
  const [area, up] = name.includes('/') ? [name.split('/').at(-1), '../'] : [name, './'];
  const helpers = uses.size ? `import { ${[...uses].sort().join(', ')} } from '${up}${language}.js';\n` : '';
  if (language === 'en') return `${head}${helpers}\nexport const ${area} = ${text};\n`;
  return `${head}import type { ${area} as english } from './${area}.en.generated.js';\n${helpers}\nexport const ${area}: typeof english = ${text};\n`;
}

/** Includes all parts of an area, for tests and as the type of the separately loaded parts. */
function printWhole(area, parts, language) {
  const imports = parts.map((part) => `import { ${part} } from './${area}/${part}.${language}.generated.js';\n`);
  return `${head}${imports.join('')}\nexport const ${area} = {\n${parts.map((part) => `  ${part},\n`).join('')}};\n`;
}

function loaders(area, parts) {
  const lines = (language) =>
    parts.map((part) => `    ${part}: () => import('./${area}/${part}.${language}.generated.js'),\n`);
  const groups = languages.map((language) => `  ${language}: {\n${lines(language).join('')}  },\n`);
  return `${head}\nexport const ${area}Areas = {\n${groups.join('')}};\n`;
}

/** Prints messages recursively, following the English shape. */
export function printMessages(shape, words, name, about, indent = '') {
  const kind = kindOf(shape);
  if (words === undefined) {
    about.complain(name, 'is missing');
    return 'undefined';
  }
  if (kindOf(words) !== kind) {
    about.complain(name, `is a ${kindOf(words)}, and a ${kind} in English`);
    return 'undefined';
  }
  if (kind === 'text') return message(shape, words, name, about);
  for (const key of Object.keys(words)) {
    if (!Object.hasOwn(shape, key)) about.complain(`${name}.${key}`, 'is not there in English');
  }
  const inner = `${indent}  `;
  const entries = Object.entries(shape).map(([key, value]) => {
    const printed = printMessages(value, words[key], `${name}.${key}`, about, inner);
    if (kind === 'list') return `${inner}${printed},\n`;
    return `${inner}${/^[a-z_$][\w$]*$/i.test(key) ? key : quoteText(key)}: ${printed},\n`;
  });
  const [open, close] = kind === 'list' ? '[]' : '{}';
  return `${open}\n${entries.join('')}${indent}${close}`;
}

function kindOf(words) {
  if (typeof words === 'string') return 'text';
  if (Array.isArray(words)) return 'list';
  return typeof words === 'object' && words !== null ? 'group' : `${words}`;
}

function message(shape, text, name, { language, complain, uses }) {
  let compiled;
  let args;
  try {
    compiled = compileMessage(text, language);
  } catch (error) {
    complain(name, error.message);
    return 'undefined';
  }
  try {
    ({ args } = language === 'en' ? compiled : compileMessage(shape, 'en'));
  } catch {
    return 'undefined'; // The English message already has an error.
  }
  for (const [arg, type] of compiled.args) {
    const known = args.get(arg);
    if (!known) complain(name, `names {${arg}}, which English does not`);
    else if (known !== type) complain(name, `takes {${arg}} for a ${type}, and English for a ${known}`);
  }
  for (const arg of args.keys()) if (!compiled.args.has(arg)) complain(name, `does not say {${arg}}`);
  for (const helper of compiled.uses) uses.add(helper);
  if (args.size === 0) return compiled.code;
  const names = [...args.keys()].join(', ');
  if (language !== 'en') return `({ ${names} }) => ${compiled.code}`;
  const types = [...args].map(([arg, type]) => `${arg}: ${type}`).join('; ');
  return `({ ${names} }: { ${types} }): string => ${compiled.code}`;
}

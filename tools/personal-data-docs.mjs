import { existsSync, readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import prettier from 'prettier';
import { root } from './lib/paths.mjs';

/**
 * Generates docs/security/personal-data.md from the registers of every library (`npm run docs`).
 * With `--check`, fails if the file is outdated.
 */
const target = join(root, 'docs/security/personal-data.md');
const { isPersonal, personalData } = await import('@upstander/platform');
const libraries = readdirSync(join(root, 'libs'));
const owned = [];
for (const library of libraries) {
  const file = join(root, 'libs', library, 'src', `${library}.personal-data.ts`);
  if (existsSync(file)) owned.push([library, Object.keys(Object.values(await import(file)).find(isRegister))]);
}
const wanted = await page();
if (!process.argv.includes('--check')) {
  await writeFile(target, wanted);
  console.log('Wrote docs/security/personal-data.md.');
} else if ((await readFile(target, 'utf8').catch(() => '')) !== wanted) {
  console.error('docs/security/personal-data.md is outdated. Run: npm run docs');
  process.exit(1);
} else {
  console.log('docs/security/personal-data.md is up to date.');
}

function isRegister(exported) {
  return typeof exported === 'object';
}

async function page() {
  const tables = new Map(personalData.all());
  const sections = owned.map(([library, names]) => {
    const personal = names.filter((name) => isPersonal(tables.get(name)));
    const others = names.filter((name) => !isPersonal(tables.get(name)));
    const nobody = others.length === 0 ? '' : `Nobody is named in ${others.map(code).join(', ')}.`;
    return [`## ${library}`, ...personal.map((name) => section(name, tables.get(name))), nobody]
      .filter(Boolean)
      .join('\n\n');
  });
  const text = `# What is kept of people, column by column

Printed from the \`*.personal-data.ts\` of every library by \`npm run docs\`; [why it is said there](../decisions/peoples-data.md). What is
not listed here is an id, a time, a number or a word of the program. A test compares this list with the columns of a real
database, erases somebody of whom everything is kept, and looks for them in every column. The sealed zone
has [rules of its own](../decisions/the-sealed-zone.md).

A row is found by the person's address, whoever it was typed by. Law that keeps something is named where it does; names and
addresses are never among it, unless somebody placed a [legal hold](../operator-guide.md#peoples-data).

${sections.join('\n\n')}
`;
  return prettier.format(text, { ...(await prettier.resolveConfig(target)), filepath: target });
}

function section(name, table) {
  const whose = Object.entries(table.of).map(([who, sql]) =>
    sql === null ? `${who} (named by others; no address leads there)` : who,
  );
  const without = table.without ? ` Not taken along: ${table.without.why}.` : '';
  const rows = Object.entries(table.columns).map(
    ([column, { class: kind, erased, of, withheld }]) =>
      `| \`${column}\` | ${kind}${of && whose.length > 1 ? `, of the ${of}` : ''} | ${erased.words} | ${withheld ? `no: ${withheld}` : whose.every((who) => who.includes('(')) ? 'no' : 'yes'} |`,
  );
  return `### ${code(name)}: ${table.noun}

About: ${whose.join(', ')}. Kept: ${table.kept}. Seen by: ${table.seenBy}.${without}

| column | class | an erasure | taken along |
| --- | --- | --- | --- |
${rows.join('\n')}`;
}

function code(name) {
  return `\`${name}\``;
}

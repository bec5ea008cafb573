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
    const withoutPeople = others.length === 0 ? '' : `No personal data in ${others.map(code).join(', ')}.`;
    return [`## ${library}`, ...personal.map((name) => section(name, tables.get(name))), withoutPeople]
      .filter(Boolean)
      .join('\n\n');
  });
  const text = `# Personal data by column

This page is generated from the \`*.personal-data.ts\` files by \`npm run docs\` ([why](../decisions/personal-data.md)). Columns that
aren't listed contain IDs, times, numbers or codes. A test compares this list with the columns of a real database, erases a person with
data everywhere, and searches every column for that person. The sealed zone has [its own rules](../decisions/sealed-zone.md).

Rows are found by the person's email address, no matter who entered it. If a law requires data to be kept, the row says so. Names and
addresses are never kept for legal reasons, unless someone placed a [legal hold](../operator-guide.md#handle-personal-data-requests).

${sections.join('\n\n')}
`;
  return prettier.format(text, { ...(await prettier.resolveConfig(target)), filepath: target });
}

function section(name, table) {
  const whose = Object.entries(table.of).map(([who, sql]) =>
    sql === null ? `${who} (named by others; not found by address)` : who,
  );
  const without = table.exportExclusion ? ` Not exported: ${table.exportExclusion.why}.` : '';
  const rows = Object.entries(table.columns).map(
    ([column, { class: kind, erased, of, withheld }]) =>
      `| \`${column}\` | ${kind}${of && whose.length > 1 ? `, of the ${of}` : ''} | ${erased.words} | ${withheld ? `no: ${withheld}` : whose.every((who) => who.includes('(')) ? 'no' : 'yes'} |`,
  );
  return `### ${code(name)}: ${table.noun}

About: ${whose.join(', ')}. Kept: ${table.kept}. Seen by: ${table.seenBy}.${without}

| column | class | erasure | exported |
| --- | --- | --- | --- |
${rows.join('\n')}`;
}

function code(name) {
  return `\`${name}\``;
}

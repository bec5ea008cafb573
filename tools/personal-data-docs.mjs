import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { allowedImports } from './boundaries.mjs';
import { formatText } from './lib/format.mjs';
import { root } from './lib/paths.mjs';

/**
 * Generates docs/security/personal-data.md from the entities of every library (`npm run docs`).
 * With `--check`, fails if the file is outdated.
 */
const target = join(root, 'docs/security/personal-data.md');
const { isPersonal, personalData } = await import('@upstander/platform');
const ownedTables = await tablesByLibrary();
const expectedPage = await page();
if (!process.argv.includes('--check')) {
  await writeFile(target, expectedPage);
  console.log('Wrote docs/security/personal-data.md.');
} else if ((await readFile(target, 'utf8').catch(() => '')) !== expectedPage) {
  console.error('docs/security/personal-data.md is outdated. Run: npm run docs');
  process.exitCode = 1;
} else {
  console.log('docs/security/personal-data.md is up to date.');
}

/** Libraries and tables are in the order of their names. */
async function tablesByLibrary() {
  const tables = new Map();
  const libraries = Object.keys(allowedImports).filter((name) => existsSync(join(root, 'libs', name)));
  // A library declares the tables that no library it imports has declared.
  const load = async (library) => {
    if (tables.has(library)) return;
    for (const other of allowedImports[library]) await load(other);
    const before = new Set(library === 'platform' ? [] : personalData.names());
    await import(`@upstander/${library}`);
    tables.set(
      library,
      personalData
        .names()
        .filter((name) => !before.has(name))
        .sort(),
    );
  };
  for (const library of libraries) await load(library);
  return [...tables].filter(([, names]) => names.length > 0).sort(([a], [b]) => (a < b ? -1 : 1));
}

async function page() {
  const tables = new Map(personalData.all());
  const sections = ownedTables.map(([library, names]) => {
    const personal = names.filter((name) => isPersonal(tables.get(name)));
    const others = names.filter((name) => !isPersonal(tables.get(name)));
    const withoutPeople = others.length === 0 ? '' : `No personal data in ${others.map(code).join(', ')}.`;
    return [`## ${library}`, ...personal.map((name) => section(name, tables.get(name))), withoutPeople]
      .filter(Boolean)
      .join('\n\n');
  });
  const text = `# Personal data by column

This page is generated from the entities (\`@PersonalData\`) by \`npm run docs\` ([why](../decisions/personal-data.md)). Columns that
aren't listed contain IDs, times, numbers or codes. A test compares this list with the columns of a real database, erases a person with
data everywhere, and searches every column for that person. The sealed zone has [its own rules](../decisions/sealed-zone.md).

Rows are found by the person's email address, no matter who entered it. If a law requires data to be kept, the row says so. Names and
addresses are never kept for legal reasons, unless someone placed a [legal hold](../operator-guide.md#handle-personal-data-requests).

${sections.join('\n\n')}
`;
  return formatText(target, text);
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

import { existsSync, readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatText } from './lib/format.mjs';
import { root } from './lib/paths.mjs';

/**
 * Generates docs/security/limits.md from the limits of every library (`npm run docs`).
 * With `--check`, fails if the file is outdated.
 */
const target = join(root, 'docs/security/limits.md');
const { documentLimits, settings } = await import('@upstander/platform');
const { limits, pointsOf } = await import('@upstander/identity');
for (const library of readdirSync(join(root, 'libs'))) {
  for (const kind of ['settings', 'limits']) {
    const file = join(root, 'libs', library, 'src', `${library}.${kind}.ts`);
    if (existsSync(file)) await import(file);
  }
}
const standard = Object.fromEntries(
  settings.all().map(([name, { schema }]) => [name, schema.safeParse(undefined).data]),
);
const expectedPage = await page();
if (!process.argv.includes('--check')) {
  await writeFile(target, expectedPage);
  console.log('Wrote docs/security/limits.md.');
} else if ((await readFile(target, 'utf8').catch(() => '')) !== expectedPage) {
  console.error('docs/security/limits.md is outdated. Run: npm run docs');
  process.exitCode = 1;
} else {
  console.log('docs/security/limits.md is up to date.');
}

function renderRow([name, limit]) {
  const { counts, points, seconds, shared } = limit;
  const setting = typeof points === 'string' ? ` (\`${points}\`)` : '';
  const by = shared ? 'all processes together' : 'each process';
  return `| \`${name}\` | ${counts}${setting} | ${pointsOf(limit, standard)} | ${span(seconds)} | ${by} |`;
}

async function page() {
  const documents = Object.entries(documentLimits).map(([name, most]) => `${name} ${most}`);
  const text = `# Limits

This page is generated from the \`*.limits.ts\` files by \`npm run docs\`. A number followed by a setting is the default of that
setting. All other limits are constants and the same for every installation and role. A network is an IPv4 address or an IPv6 /64;
a /48 has ten times the limit. Above a limit, the API returns \`TOO_MANY_TRIES\` with the seconds to wait, unless the table says
otherwise, and records \`limit-reached\`. Business limits (capacity of a shift, two people for money and roles, the settled net
amount of a fundraiser) are described in the guides; limits of files and expensive operations in
[files and expensive operations](files-and-expensive-operations.md).

| limit | counts | maximum | per | counted by |
| --- | --- | --- | --- | --- |
${limits.all().map(renderRow).join('\n')}

Limits of a GraphQL document: ${documents.join(', ')}. A GraphQL request body can have up to 100 kB, a form of the site 32 kB, and a page of a list 100 rows.
`;
  return formatText(target, text);
}

function span(seconds) {
  if (seconds % 86_400 === 0) return plural(seconds / 86_400, 'day');
  if (seconds % 3_600 === 0) return plural(seconds / 3_600, 'hour');
  return plural(seconds / 60, 'minute');
}

function plural(count, unit) {
  return count === 1 ? `a ${unit}`.replace('a hour', 'an hour') : `${count} ${unit}s`;
}

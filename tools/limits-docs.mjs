import { existsSync, readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import prettier from 'prettier';
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
const wanted = await page();
if (!process.argv.includes('--check')) {
  await writeFile(target, wanted);
  console.log('Wrote docs/security/limits.md.');
} else if ((await readFile(target, 'utf8').catch(() => '')) !== wanted) {
  console.error('docs/security/limits.md is outdated. Run: npm run docs');
  process.exit(1);
} else {
  console.log('docs/security/limits.md is up to date.');
}

function row([name, limit]) {
  const { counts, points, seconds, shared } = limit;
  const setting = typeof points === 'string' ? ` (\`${points}\`)` : '';
  const by = shared ? 'all processes together' : 'each process';
  return `| \`${name}\` | ${counts}${setting} | ${pointsOf(limit, standard)} | ${span(seconds)} | ${by} |`;
}

async function page() {
  const documents = Object.entries(documentLimits).map(([name, most]) => `${name} ${most}`);
  const text = `# Limits

Printed from the \`*.limits.ts\` of every library by \`npm run docs\`. Where a setting is named, the figure is what it is without
that setting; all others are constants of the code, the same for every installation and every role. A network is an IPv4
address or of IPv6 the /64 of a household; a /48 has ten times as much. Above a limit the answer is \`TOO_MANY_TRIES\` with the seconds to
wait, unless the table says otherwise; it is written down as \`limit-reached\`. Limits of the business (places of a shift, two people for
money and power, the settled net of a fundraiser) are in the guides; limits of files and of costly operations in
[what comes in](what-comes-in.md).

| limit | counts | at most | in | counted by |
| --- | --- | --- | --- | --- |
${limits.all().map(row).join('\n')}

One GraphQL document has at most: ${documents.join(', ')}. A body of it has 100 kB, a form of the site 32 kB, a page of a list 100 rows.
`;
  return prettier.format(text, { ...(await prettier.resolveConfig(target)), filepath: target });
}

function span(seconds) {
  if (seconds % 86_400 === 0) return plural(seconds / 86_400, 'day');
  if (seconds % 3_600 === 0) return plural(seconds / 3_600, 'hour');
  return plural(seconds / 60, 'minute');
}

function plural(count, unit) {
  return count === 1 ? `a ${unit}`.replace('a hour', 'an hour') : `${count} ${unit}s`;
}

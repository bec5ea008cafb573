import '@swc-node/register/esm-register';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import prettier from 'prettier';
import { root } from './lib/paths.mjs';

/**
 * Prints docs/configuration.md from the one list of settings. With `--check` it writes nothing and fails when the
 * committed file says something else.
 */
const target = join(root, 'docs/configuration.md');
const { configKeys } = await import('../libs/platform/src/config/config.keys.ts');
const wanted = await page(Object.entries(configKeys));
if (!process.argv.includes('--check')) {
  await writeFile(target, wanted);
  console.log('Wrote docs/configuration.md.');
} else if ((await readFile(target, 'utf8').catch(() => '')) !== wanted) {
  console.error('docs/configuration.md is not what the settings say. Run: node tools/config-docs.mjs');
  process.exit(1);
} else {
  console.log('docs/configuration.md is what the settings say.');
}

async function page(entries) {
  const rows = entries.map(([name, key]) => {
    const empty = key.schema.safeParse(undefined);
    const standard = empty.success ? (empty.data === undefined ? 'not set' : `\`${empty.data}\``) : '**required**';
    return `| \`${name}\` | ${cell(key.about)}${key.secret ? ' _Secret._' : ''} | ${standard} | \`${cell(key.example)}\` |`;
  });
  const text = `# Configuration

Printed from \`libs/platform/src/config/config.keys.ts\` by \`node tools/config-docs.mjs\`. Settings are environment
variables; all are checked when a process starts, and a wrong one stops it with a sentence. \`npm start\` makes up every
required one.

| Setting | What it is for | Without it | Example |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
  return prettier.format(text, { ...(await prettier.resolveConfig(target)), filepath: target });
}

function cell(text) {
  return text.replaceAll('|', '\\|');
}

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join } from 'node:path';
import { quietNx } from '../lib/build.mjs';
import { root } from '../lib/paths.mjs';

/**
 * Without a project graph, Nx silently skips its boundary rule. Snippets that break each rule are linted beside the
 * names of real files, in a folder of their own, and must be reported.
 */
const BOUNDARY = 'upstander/boundaries';
const FATAL = 'a syntax error';
const TEXTS = 'upstander/texts-in-messages';
const cases = [
  { file: 'libs/platform/src/index.ts', text: "import '@upstander/events';", rule: BOUNDARY },
  { file: 'libs/platform/src/index.ts', text: "import '@upstander/files';", rule: BOUNDARY },
  { file: 'libs/volunteers/src/index.ts', text: "import '@upstander/events';", rule: BOUNDARY },
  { file: 'libs/web-kit/src/index.ts', text: "import '@upstander/platform';", rule: BOUNDARY },
  { file: 'libs/accounting/src/index.ts', text: "import '@upstander/payments';", rule: BOUNDARY },
  { file: 'libs/payments/src/index.ts', text: "import '@upstander/donations';", rule: BOUNDARY },
  { file: 'libs/donations/src/index.ts', text: "import '@upstander/campaigns';", rule: BOUNDARY },
  { file: 'libs/events/src/index.ts', text: "import '@upstander/api';", rule: BOUNDARY },
  { file: 'libs/events/src/index.ts', text: "import '../../platform/src/index.js';", rule: BOUNDARY },
  {
    file: 'libs/events/src/index.ts',
    text: "import '@upstander/platform/src/clock/clock.js';",
    rule: 'no-restricted-imports',
  },
  { file: 'libs/events/src/index.ts', text: "import '@upstander/platform';", rule: null },
  {
    file: 'libs/events/src/index.ts',
    text: "import { Query } from '@nestjs/graphql';\nexport class A { @Query(() => String) a() { return 'a'; } }",
    rule: 'upstander/allow-on-operations',
  },
  {
    file: 'apps/api/src/index.ts',
    text: "import { Get, Controller } from '@nestjs/common';\n@Controller() export class A { @Get('a') @Allow() a() {} }",
    rule: 'upstander/allow-on-operations',
  },
  {
    file: 'libs/events/src/index.ts',
    text: "import { Query } from '@nestjs/graphql';\nexport class A { @Query(() => String) @Allow('anyone') a() { return 'a'; } }",
    rule: null,
  },
  {
    file: 'libs/events/src/index.ts',
    text: "export const is = URL.canParse('http://a.example');",
    rule: 'no-restricted-properties',
  },
  {
    file: 'libs/events/src/index.ts',
    text: 'await Promise.all([tx.query("select 1"), tx.query("select 2")]);',
    rule: 'upstander/no-parallel-tx',
  },
  { file: 'libs/platform/src/index.ts', text: "export const job = 'expire-gifts';", rule: 'upstander/no-domain-words' },
  { file: 'libs/identity/src/index.ts', text: 'export const campaigns = 1;', rule: 'upstander/no-domain-words' },
  { file: 'libs/events/src/index.ts', text: "export const job = 'expire-signups';", rule: null },
  { file: 'apps/site/src/routes.ts', text: 'export const newListing = 1;', rule: 'upstander/one-noun' },
  { file: 'libs/advocacy/src/index.ts', text: 'export const eyesOf = 1;', rule: 'upstander/one-noun' },
  { file: 'libs/advocacy/src/index.ts', text: 'export const tellers = 1;', rule: null },
  { file: 'libs/donations/src/index.ts', text: 'export class GiftMoment {}', rule: 'upstander/one-noun' },
  { file: 'libs/donations/src/index.ts', text: 'export const planId = 1;', rule: 'upstander/one-noun' },
  { file: 'libs/ledger/src/index.ts', text: 'export const holdAccounts = 1;', rule: 'upstander/one-noun' },
  { file: 'libs/donations/src/index.ts', text: 'export const startDonation = 1;', rule: null },
  { file: 'libs/donations/src/index.ts', text: 'export const lastDonation = 1;', rule: 'upstander/one-noun' },
  { file: 'apps/admin/src/main.tsx', text: 'export const a = <p>Nothing here</p>;', rule: TEXTS },
  { file: 'apps/site/src/root.tsx', text: 'export const a = <input aria-label="Your name" />;', rule: TEXTS },
  { file: 'apps/site/src/root.tsx', text: "export const a = (n) => <b>{n ? 'Yes' : n}</b>;", rule: TEXTS },
  {
    file: 'apps/site/src/root.tsx',
    text: 'export const a = (t) => <p className="lead" title={t.title}>{t.lead} · 5</p>;',
    rule: null,
  },
  {
    file: 'apps/admin/src/main.tsx',
    text: "import { useId } from 'react';\nexport const useA = (n: boolean) => n && useId();",
    rule: 'rules-of-hooks',
  },
  {
    file: 'apps/site/src/root.tsx',
    text: "import { useMemo } from 'react';\nexport const useA = (n: number) => useMemo(() => n, []);",
    rule: 'exhaustive-deps',
  },
  {
    file: 'apps/admin/src/main.tsx',
    text: "import { useWords } from './words/words';\nexport type A = ReturnType<typeof useWords<'roster'>>;",
    rule: 'no-restricted-syntax',
  },
  {
    file: 'tools/check.mjs',
    text: 'export function a(n) {\n  if (n) return 1;\n  else return 2;\n  n();\n}',
    rule: 'no-unreachable',
  },
];
for (const library of [
  'platform',
  'files',
  'money',
  'ledger',
  'identity',
  'notifications',
  'volunteers',
  'learning',
  'events',
  'accounting',
  'payments',
  'donations',
  'campaigns',
  'opportunities',
  'outreach',
  'integrations',
  'advocacy',
]) {
  const file = `libs/${library}/src/index.ts`;
  cases.push(
    { file, text: 'export const zone = process.env.TZ;', rule: 'no-restricted-syntax' },
    { file, text: "console.log('here');", rule: 'no-console' },
    { file, text: 'export const sql = `select now()`;', rule: 'upstander/no-sql-now' },
  );
}
const isProven = (rule) =>
  /^(exhaustive-deps|no-console|no-restricted-(imports|properties|syntax)|no-unreachable|rules-of-hooks)$/.test(rule) ||
  rule.startsWith('upstander/');

const complaints = [];
const found = lintSamples();
for (const [index, { file, text, rule }] of cases.entries()) {
  const names = (found.get(index) ?? []).filter((name) => name === FATAL || isProven(name));
  if (rule ? !names.includes(rule) : names.length > 0) {
    complaints.push(
      `${file} with\n  ${text}\nshould report ${rule ?? 'nothing'}, but reported ${names.join(', ') || 'nothing'}.`,
    );
  }
}
complaints.push(...findUnreportedPromises(), ...findDisablingComments());
if (complaints.length) {
  console.error(complaints.join('\n'));
  process.exit(1);
}
console.log(`${cases.length + 1} sample files were linted as expected.`);

/** @returns the names of the rules that each case breaks, by its index */
function lintSamples() {
  const folder = mkdtempSync(join(tmpdir(), 'upstander-lint-'));
  try {
    const config = JSON.parse(readFileSync(join(root, '.oxlintrc.json'), 'utf8').replace(/^ *\/\/.*$/gm, ''));
    for (const plugin of config.jsPlugins) plugin.specifier = join(root, plugin.specifier);
    config.options.typeAware = false;
    writeFileSync(join(folder, '.oxlintrc.json'), JSON.stringify(config));
    for (const [index, { file, text }] of cases.entries()) {
      const sample = join(folder, sampleName(file, index));
      mkdirSync(dirname(sample), { recursive: true });
      writeFileSync(sample, `${text}\n`);
    }
    const env = { ...process.env, ...quietNx, NX_WORKSPACE_ROOT_PATH: folder };
    const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');
    const { stdout } = spawnSync(process.execPath, [oxlint, '--format=json'], { cwd: folder, env, encoding: 'utf8' });
    if (!stdout.startsWith('{')) throw new Error(stdout);
    const found = new Map();
    for (const { filename, code } of JSON.parse(stdout).diagnostics) {
      const index = Number(/\d+/.exec(basename(filename))[0]);
      // "eslint(no-console)" and "upstander(boundaries)"
      const [, plugin, rule] = /^(.*)\((.*)\)$/.exec(code ?? '') ?? [];
      const name = plugin === 'upstander' ? `${plugin}/${rule}` : (rule ?? FATAL);
      found.set(index, [...(found.get(index) ?? []), name]);
    }
    return found;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function sampleName(file, index) {
  return join(dirname(file), `sample-${index}${extname(file)}`);
}

/** Oxlint obeys comments that turn off rules, and has no option to forbid them. */
function findDisablingComments() {
  const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '--deduplicate'], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((path) => /\.[cm]?[jt]sx?$/.test(path) && existsSync(join(root, path)));
  return files
    .filter((path) => /(?:\/\/|\/\*)\s*oxlint-disable/.test(readFileSync(join(root, path), 'utf8')))
    .map((path) => `${path} turns off a rule with a comment.`);
}

/** Lints real files, because type-aware rules only work on those. */
function findUnreportedPromises() {
  const folder = mkdtempSync(join(tmpdir(), 'upstander-lint-'));
  try {
    const compilerOptions = { strict: true, target: 'es2023', module: 'nodenext', types: [] };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
    writeFileSync(
      join(folder, 'broken.ts'),
      `const one = async (): Promise<number> => 1;
       export function lost(): void { one(); }
       export async function awaited(n: number): Promise<void> { await n; }
       export const always = (): string => (one() ? 'yes' : 'no');`,
    );
    const options = ['--format=json', '-c', join(root, '.oxlintrc.json')];
    const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');
    const { stdout } = spawnSync(process.execPath, [oxlint, ...options, folder], { cwd: root, encoding: 'utf8' });
    const codes = JSON.parse(stdout).diagnostics.map(({ code }) => code);
    return ['await-thenable', 'no-floating-promises', 'no-misused-promises']
      .filter((rule) => !codes.includes(`typescript(${rule})`))
      .map((rule) => `A file that violates ${rule} was not reported.`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

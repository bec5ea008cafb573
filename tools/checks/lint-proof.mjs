import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ESLint } from 'eslint';
import { root } from '../lib/paths.mjs';

/**
 * Without a project graph, Nx silently skips its boundary rule. Snippets that break each rule are linted under the
 * names of real files and must be reported.
 */
const BOUNDARY = '@nx/enforce-module-boundaries';
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
const provenRules = new Set([
  'no-console',
  BOUNDARY,
  'no-restricted-imports',
  'no-restricted-properties',
  'no-restricted-syntax',
]);
const isProven = (rule) => provenRules.has(rule) || rule?.startsWith('upstander/');

const eslint = new ESLint({ cwd: root });
const complaints = [];
for (const { file, text, rule } of cases) {
  const [result] = await eslint.lintText(`${text}\n`, { filePath: join(root, file) });
  const found = result.messages.filter((message) => message.fatal || isProven(message.ruleId));
  const names = found.map((message) => message.ruleId ?? message.message);
  if (rule ? !names.includes(rule) : names.length > 0) {
    complaints.push(
      `${file} with\n  ${text}\nshould report ${rule ?? 'nothing'}, but reported ${names.join(', ') || 'nothing'}.`,
    );
  }
}
complaints.push(...findUnreportedPromises());
if (complaints.length) {
  console.error(complaints.join('\n'));
  process.exit(1);
}
console.log(`${cases.length + 1} sample files were linted as expected.`);

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

/**
 * Dependency rules between packages, enforced by the linter (tools/eslint/boundaries.mjs).
 * Each package is tagged `scope:<name>` in its package.json.
 */
const server = [
  'money',
  'platform',
  'files',
  'identity',
  'ledger',
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
];

export const allowedImports = {
  platform: [],
  files: ['platform'],
  // Used by the server and the front ends.
  money: [],
  identity: ['platform', 'files'],
  ledger: ['platform', 'money'],
  notifications: ['platform', 'identity', 'money'],
  volunteers: ['platform', 'files', 'identity', 'notifications'],
  events: ['platform', 'identity', 'notifications', 'volunteers'],
  learning: ['platform', 'files', 'identity', 'notifications', 'volunteers'],
  accounting: ['platform', 'files', 'identity', 'notifications', 'money', 'ledger'],
  payments: ['platform', 'identity', 'notifications', 'money', 'ledger', 'accounting'],
  donations: ['platform', 'files', 'identity', 'notifications', 'money', 'ledger', 'accounting', 'payments'],
  campaigns: [
    'platform',
    'files',
    'identity',
    'notifications',
    'money',
    'ledger',
    'accounting',
    'payments',
    'donations',
  ],
  opportunities: ['platform', 'identity', 'notifications', 'ledger'],
  outreach: ['platform', 'files', 'identity', 'notifications', 'volunteers'],
  // Names the tables of the domains in its triggers, and reads them through their services.
  integrations: ['platform', 'identity', 'notifications'],
  // The sealed zone: only programs may import it.
  advocacy: ['platform', 'identity', 'notifications', 'opportunities'],
  'api-client': ['money'],
  'web-kit': ['money'],
  'sms-sandbox': [],
  'stripe-sandbox': [],
  // Demo data creates its gifts through the sandbox.
  db: [...server, 'advocacy', 'stripe-sandbox'],
  api: [...server, 'advocacy', 'db'],
  worker: [...server, 'advocacy', 'db'],
  // `upstander serve` runs both programs.
  command: [...server, 'advocacy', 'db', 'api', 'worker'],
  admin: ['web-kit', 'api-client', 'money'],
  site: ['web-kit', 'api-client', 'money'],
  // Also covers the tests of the libraries (libs/*/test).
  tests: [
    ...server,
    'advocacy',
    'web-kit',
    'api-client',
    'db',
    'api',
    'worker',
    'admin',
    'site',
    'sms-sandbox',
    'stripe-sandbox',
  ],
};

/** The format of @nx/enforce-module-boundaries. */
export const depConstraints = Object.entries(allowedImports).map(([name, others]) => ({
  sourceTag: `scope:${name}`,
  onlyDependOnLibsWithTags: [name, ...others].map((other) => `scope:${other}`),
}));

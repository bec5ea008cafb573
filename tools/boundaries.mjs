/**
 * Who may import whom: the dependency table of the house, and the only place it is written. ESLint reads it (see
 * eslint.config.mjs); a package finds its row by the tag `scope:<name>` in its package.json.
 */
const server = [
  'money',
  'platform',
  'identity',
  'ledger',
  'notifications',
  'volunteers',
  'learning',
  'events',
  'fundraising',
  'opportunities',
  'outreach',
];

export const mayImport = {
  platform: [],
  // Amounts, for the server and the pages alike.
  money: [],
  identity: ['platform'],
  ledger: ['platform', 'money'],
  notifications: ['platform', 'identity'],
  volunteers: ['platform', 'identity', 'notifications'],
  events: ['platform', 'identity', 'notifications', 'volunteers'],
  learning: ['platform', 'identity', 'notifications', 'volunteers'],
  fundraising: ['platform', 'identity', 'notifications', 'money', 'ledger'],
  opportunities: ['platform', 'identity', 'notifications', 'ledger'],
  outreach: ['platform', 'identity', 'notifications'],
  // The sealed zone: only the programs may import it, for ever.
  advocacy: ['platform', 'identity', 'notifications', 'opportunities'],
  'api-client': ['money'],
  'web-kit': ['money'],
  'stripe-sandbox': [],
  // The demo data plays its gifts through the sandbox.
  db: [...server, 'advocacy', 'stripe-sandbox'],
  api: [...server, 'advocacy', 'db'],
  worker: [...server, 'advocacy', 'db'],
  command: [...server, 'advocacy', 'db'],
  admin: ['web-kit', 'api-client', 'money'],
  site: ['web-kit', 'api-client', 'money'],
  // So do the tests of the libraries (libs/*/test).
  tests: [...server, 'advocacy', 'web-kit', 'api-client', 'db', 'api', 'worker', 'admin', 'site', 'stripe-sandbox'],
};

/** The table in the shape that @nx/enforce-module-boundaries wants. */
export const depConstraints = Object.entries(mayImport).map(([name, others]) => ({
  sourceTag: `scope:${name}`,
  onlyDependOnLibsWithTags: [name, ...others].map((other) => `scope:${other}`),
}));

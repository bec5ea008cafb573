import { existsSync } from 'node:fs';

/**
 * Tests run as CommonJS, with the ESM packages of node_modules transformed too: Jest's own ESM mode breaks on CommonJS
 * packages that require Nest, and takes half as much CPU again.
 */
const esm = [
  '@formatjs',
  '@apollo',
  '@as-integrations',
  '@nestjs',
  '@opentelemetry',
  '@otplib',
  '@react-router',
  '@scure',
  '@seriousme',
  '@noble',
  '@upstander',
  'graphql-http',
  'file-type',
  'markdown-it',
  'otplib',
  'rate-limiter-flexible',
  'strtok3',
  'temporal-polyfill',
  'temporal-utils',
  'token-types',
  'uint8array-extras',
  '@tokenizer',
  '@borewit',
  'jose',
  'oauth4webapi',
  'openid-client',
  'typeorm',
  'uuid',
];

/** Tests that take minutes or need several servers: only `npm run faults` runs them. */
const drills = process.env.FAULTS === 'full' ? ['<rootDir>/tests/faults/*.drill.ts'] : [];

/** @type {import('jest').Config} */
export default {
  testMatch: ['<rootDir>/{libs,apps,db,tools}/**/*.spec.{ts,tsx}', '<rootDir>/tests/**/*.spec.ts', ...drills],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/build/', '/\\.data/'],
  // tools/nx is a package of the root's own name, by which `nx g upstander:…` finds it.
  modulePathIgnorePatterns: ['/dist/', '/build/', '/\\.data/', '<rootDir>/tools/nx/'],
  testEnvironment: '<rootDir>/tests/support/one-realm/environment.mjs',
  runtime: '<rootDir>/tests/support/one-realm/runtime.mjs',
  testEnvironmentOptions: { customExportConditions: ['@upstander/source', 'node', 'node-addons'] },
  // Says that something hangs, not that it is slow: a busy machine takes several times as long as a quiet one.
  testTimeout: 90_000,
  maxWorkers: process.env.CI ? 2 : '50%',
  workerIdleMemoryLimit: '2GB',
  testSequencer: '<rootDir>/tests/support/slow-first.mjs',
  globalSetup: '<rootDir>/tests/support/global-setup.mjs',
  extensionsToTreatAsEsm: [],
  moduleNameMapper: {
    '^@node-rs/argon2$': '<rootDir>/tests/support/cheap-argon2.cjs',
    '^\\./reader-program\\.js$': '<rootDir>/tests/support/built-readers.cjs',
    '^reflect-metadata$': '<rootDir>/tests/support/one-realm/reflect-metadata.cjs',
    '/jsutils/instanceOf\\.js$': '<rootDir>/tests/support/one-realm/instance-of.cjs',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: {
    '^.+\\.(ts|tsx|mts|js|mjs)$': [
      '@swc/jest',
      {
        module: { type: 'commonjs' },
        jsc: {
          target: 'es2023',
          keepClassNames: true,
          parser: { syntax: 'typescript', tsx: true, decorators: true },
          transform: {
            legacyDecorator: true,
            decoratorMetadata: true,
            useDefineForClassFields: false,
            react: { runtime: 'automatic' },
          },
        },
        sourceMaps: 'inline',
        swcrc: false,
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esm.join('|')})(/|$))`],
  cacheDirectory: existsSync('.data') || !process.env.CI ? '.data/jest' : undefined,
};

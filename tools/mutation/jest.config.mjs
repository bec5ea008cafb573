import { join } from 'node:path';
import base from '../../jest.config.mjs';

/** Stryker's copy of the project, which contains this file. */
const copy = join(import.meta.dirname, '../..');

/**
 * In the copy, node_modules links to the original, whose @upstander/… packages link to the original sources. These
 * mappings use the copy's sources instead; otherwise no mutant would be tested.
 * @type {import('jest').Config}
 */
export default {
  ...base,
  rootDir: copy,
  // Every mutant needs new modules, and Stryker can't resolve <rootDir>.
  testEnvironment: 'node',
  runtime: undefined,
  roots: ['<rootDir>/libs', '<rootDir>/apps', '<rootDir>/db', '<rootDir>/tests'],
  moduleNameMapper: {
    ...base.moduleNameMapper,
    '^@upstander/db$': '<rootDir>/db/index.ts',
    '^@upstander/(api|sms-sandbox|stripe-sandbox|worker)$': '<rootDir>/apps/$1/src/index.ts',
    '^@upstander/([a-z-]+)$': '<rootDir>/libs/$1/src/index.ts',
  },
  // The copy is in .data/, which the regular configuration ignores.
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/build/'],
  modulePathIgnorePatterns: ['/dist/', '/build/'],
  // A slow machine must not count as a detected mutant.
  testTimeout: 90_000,
  // Runs once for all mutants: tools/mutation/run-groups.mjs.
  globalSetup: undefined,
  cacheDirectory: join(process.env.MUTATION_FOLDER ?? '.data/mutation', 'jest'),
};

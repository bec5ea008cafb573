import { join } from 'node:path';
import base from '../../jest.config.mjs';

/** Where Stryker copied the project to: this file is part of the copy. */
const copy = join(import.meta.dirname, '../..');

/**
 * The project's own configuration for a copy of it. node_modules is a link to the original, whose @upstander/… are links
 * to the original sources: here they are those of the copy, or no mutant would ever be seen.
 *
 * @type {import('jest').Config}
 */
export default {
  ...base,
  rootDir: copy,
  roots: ['<rootDir>/libs', '<rootDir>/apps', '<rootDir>/db', '<rootDir>/tests'],
  moduleNameMapper: {
    ...base.moduleNameMapper,
    '^@upstander/db$': '<rootDir>/db/index.ts',
    '^@upstander/(api|stripe-sandbox|worker)$': '<rootDir>/apps/$1/src/index.ts',
    '^@upstander/([a-z-]+)$': '<rootDir>/libs/$1/src/index.ts',
  },
  // The copy lies in .data/, which the project's own run leaves out.
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/build/'],
  modulePathIgnorePatterns: ['/dist/', '/build/'],
  // A busy machine must not count as a test that noticed something.
  testTimeout: 90_000,
  // Done once for all mutants: tools/mutation/run-groups.mjs.
  globalSetup: undefined,
  cacheDirectory: join(process.env.MUTATION_FOLDER ?? '.data/mutation', 'jest'),
};

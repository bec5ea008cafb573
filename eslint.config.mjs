import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { depConstraints } from './tools/boundaries.mjs';
import upstander from './tools/eslint/index.mjs';

const sources = ['**/*.{ts,tsx}'];
const specs = ['**/*.{spec,drill}.{ts,tsx}'];
const server = [
  'libs/{platform,files,money,ledger,identity,notifications,volunteers,learning,events,accounting,payments,donations,campaigns,opportunities,outreach,integrations,advocacy}/**/*.ts',
  'apps/{api,worker,command}/**/*.ts',
  'db/**/*.ts',
];
/** The libraries that know the domain: they log by Logger, and their time comes from Clock. */
const domains = [
  'libs/{ledger,identity,notifications,volunteers,learning,events,accounting,payments,donations,campaigns,opportunities,outreach,integrations,advocacy}/src/**/*.ts',
];
/** Every library of the server. */
const libraries = [...domains, 'libs/{platform,files,money}/src/**/*.ts'];
const screens = ['apps/{admin,site}/**/*.{ts,tsx}', 'libs/{web-kit,api-client}/**/*.{ts,tsx}'];

export default [
  {
    ignores: [
      '**/*.d.mts',
      '**/{node_modules,dist,build,coverage}/**',
      '**/{.data,.nx,.react-router}/**',
      '**/*.generated.*',
      '**/graphql-env.d.ts',
    ],
  },
  // Comments can't disable rules.
  { linterOptions: { noInlineConfig: true } },

  // Rules that need types, such as unawaited promises, run in oxlint: see .oxlintrc.json.
  js.configs.recommended,
  ...tseslint.configs.recommended.map((config) => ({ ...config, files: config.files ?? sources })),
  {
    files: sources,
    plugins: { '@nx': nx, upstander },
    languageOptions: { parserOptions: { tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        {
          depConstraints,
          enforceBuildableLibDependency: false,
          allowCircularSelfDependency: false,
          // The admin loads the texts of one language dynamically, and everything else statically.
          checkDynamicDependenciesExceptions: ['@upstander/web-kit'],
          banTransitiveDependencies: false,
        },
      ],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              // Entry points that programs load separately: fonts and drawing for threads, and the texts of the admin.
              group: [
                '@upstander/*/*',
                '!@upstander/files/documents',
                '!@upstander/files/pictures',
                '!@upstander/files/reading',
                '!@upstander/tests/support',
                '!@upstander/web-kit/admin-areas',
                '!@upstander/web-kit/admin-catalog',
                '!@upstander/web-kit/fonts.css',
                '!@upstander/web-kit/newsreader-500.woff2?url',
              ],
              message: 'index.ts is the only door of a library: import from the package itself.',
            },
          ],
        },
      ],
      'no-restricted-properties': [
        'error',
        {
          object: 'URL',
          property: 'canParse',
          message: 'It is wrong about accented letters in Node 20: use parsedUrl.',
        },
      ],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      '@typescript-eslint/no-explicit-any': 'error',
      // A class that takes its fields from a type it is built of (Config) is declared twice on purpose.
      '@typescript-eslint/no-unsafe-declaration-merging': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'upstander/allow-on-operations': 'error',
      'upstander/one-line-operations': 'error',
      'upstander/no-parallel-tx': 'error',
    },
  },
  {
    files: server,
    ignores: specs,
    rules: {
      // With decorator metadata a class that is injected must be imported as a value; the compiler tells them apart.
      '@typescript-eslint/consistent-type-imports': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'MemberExpression[object.name="process"][property.name="env"]',
          message: 'Only libs/platform/src/config reads the environment: take a key from Config.',
        },
        {
          selector: 'ImportDeclaration[source.value=/^(node:)?process$/] ImportSpecifier[imported.name="env"]',
          message: 'Only libs/platform/src/config reads the environment: take a key from Config.',
        },
      ],
    },
  },
  // Programs of the database are started with an address and nothing else.
  { files: ['libs/platform/src/config/**/*.ts', 'db/*.ts'], rules: { 'no-restricted-syntax': 'off' } },
  {
    files: libraries,
    ignores: specs,
    rules: { 'no-console': 'error' },
  },
  {
    files: libraries,
    // A column's default is not the domain's time.
    ignores: [...specs, '**/*.entity.ts'],
    rules: { 'upstander/no-sql-now': 'error' },
  },
  {
    files: ['libs/{platform,files,identity}/src/**/*.ts'],
    // Roles, their areas and optional features are defined in identity, whatever they are for.
    ignores: [...specs, '**/role.ts', '**/staff-area.ts', '**/features/*.ts'],
    rules: { 'upstander/no-domain-words': 'error' },
  },
  // One noun for one thing, in the code as in the texts (tools/words/old-names.mjs).
  { files: sources, rules: { 'upstander/one-noun': ['error', { only: ['listing', 'listings'] }] } },
  {
    files: [
      'libs/{platform,files,identity,notifications,opportunities,advocacy}/src/**/*.ts',
      'apps/admin/src/{opportunities,businesses,advocacy-applications}/**/*.{ts,tsx}',
      'apps/site/src/{opportunities,businesses}/**/*.{ts,tsx}',
    ],
    // Without options, those above would apply.
    rules: { 'upstander/one-noun': ['error', {}] },
  },
  {
    files: ['libs/{accounting,payments,donations,campaigns,ledger}/src/**/*.ts'],
    rules: { 'upstander/one-noun': ['error', { money: true }] },
  },
  {
    files: screens,
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  { files: ['apps/{admin,site}/src/**/*.tsx'], ignores: specs, rules: { 'upstander/texts-in-messages': 'error' } },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: {
      globals: Object.fromEntries(
        ['console', 'process', 'fetch', 'URL', 'Buffer', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval']
          .concat([
            'performance',
            'AbortSignal',
            'AbortController',
            'Response',
            'Request',
            'TextDecoder',
            'structuredClone',
          ])
          .map((name) => [name, 'readonly']),
      ),
    },
  },
  {
    files: ['apps/admin/public/*.js'],
    languageOptions: { globals: { self: 'readonly', caches: 'readonly' } },
  },
];

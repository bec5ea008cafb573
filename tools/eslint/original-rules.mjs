import { builtinRules } from 'eslint/use-at-your-own-risk';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const ofEslint = [
  'for-direction',
  'no-constant-binary-expression',
  'no-dupe-args',
  'no-empty-static-block',
  'no-misleading-character-class',
  'no-obj-calls',
  'no-octal',
  'no-redeclare',
  'no-restricted-imports',
  'no-restricted-syntax',
  'no-unreachable',
  'no-unsafe-optional-chaining',
  'no-useless-backreference',
  'no-var',
  'prefer-spread',
  'preserve-caught-error',
  'use-isnan',
];
const ofTypescriptEslint = [
  'ban-ts-comment',
  'no-array-constructor',
  'no-duplicate-enum-values',
  'no-unused-vars',
  'prefer-as-const',
];
const ofReactHooks = ['rules-of-hooks', 'exhaustive-deps'];

/**
 * ESLint's own rules, run by oxlint. Oxlint's versions of these accept code that the tests of the original reject, or
 * don't exist (docs/decisions/npm-and-nx.md).
 */
export default {
  meta: { name: 'original' },
  rules: Object.fromEntries([
    ...ofEslint.map((name) => [name, builtinRules.get(name)]),
    ...ofTypescriptEslint.map((name) => [name, tseslint.plugin.rules[name]]),
    ...ofReactHooks.map((name) => [name, hooks.rules[name]]),
  ]),
};

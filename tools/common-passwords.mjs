import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/paths.mjs';

/**
 * `node tools/common-passwords.mjs <list>`: writes the data file of common passwords from a list of leaked ones, one a
 * line, the most common first (10_million_password_list_top_1M.txt of OWASP SecLists). Only the first 48 bits of hashes
 * are kept: the list is full of insults and of what was once somebody's secret, and nobody has to read either.
 */
const [list] = process.argv.slice(2);
if (!list) throw new Error('Usage: node tools/common-passwords.mjs <list>');
const shortest = 15;
const shortOnes = 3000;
const simple = (text) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\s\-_.'’]/gu, '');
const hash = (text) => createHash('sha256').update(text).digest().subarray(0, 6).toString('base64url');

const lines = readFileSync(list, 'utf8')
  .split(/\r?\n/)
  .filter((line) => !line.includes('@'));
const unique = (passwords) => [...new Set(passwords.map(simple))].map(hash);
const long = unique(lines.filter((line) => [...line].length >= shortest));
const words = unique(lines.filter((line) => /^\p{L}{4,14}$/u.test(line)).slice(0, shortOnes));

const inLines = (hashes) =>
  Array.from({ length: Math.ceil(hashes.length / 80) }, (_, n) => hashes.slice(n * 80, (n + 1) * 80).join('')).join(
    '\n',
  );
writeFileSync(
  join(root, 'libs/identity/src/sign-in/common-password-hashes.ts'),
  `/*
 * Written by tools/common-passwords.mjs; not to be changed by hand. From the ten million leaked passwords that Mark
 * Burnett gave away, in the form of the OWASP SecLists project (github.com/danielmiessler/SecLists,
 * 10_million_password_list_top_1M.txt; MIT License, Copyright (c) Daniel Miessler): hashes of the most common ones, 48
 * bits each, eight characters of base64url. Burnett released the original to the public domain in February 2015, and the
 * LICENSE of SecLists says MIT; copies on npm that say CC BY-SA are not what this was made of.
 */

/** Of ${long.length} passwords of at least ${shortest} characters. */
export const commonLongPasswordHashes = \`
${inLines(long)}\`;

/** Of the ${words.length} most common ones that are shorter and nothing but letters. */
export const commonWordHashes = \`
${inLines(words)}\`;
`,
);
console.log(`${long.length} long passwords, ${words.length} words.`);

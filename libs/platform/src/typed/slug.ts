import { randomInt } from 'node:crypto';

const longestTitle = 60;
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** What an address begins with: a title in plain letters. */
export function slugBase(title: string, otherwise: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longestTitle)
    .replace(/^-+|-+$/g, '');
  return plain || otherwise;
}

/** Letters that are told apart when read aloud. */
export function slugSuffix(length: number): string {
  return Array.from({ length }, () => letters[randomInt(letters.length)]).join('');
}

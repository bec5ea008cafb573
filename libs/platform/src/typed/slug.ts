import { randomInt } from 'node:crypto';

const longestTitle = 60;
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

export function slugBase(title: string, fallback: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longestTitle)
    .replace(/^-+|-+$/g, '');
  return plain || fallback;
}

/** No letters and digits that are easily confused. */
export function slugSuffix(length: number): string {
  return Array.from({ length }, () => letters[randomInt(letters.length)]).join('');
}

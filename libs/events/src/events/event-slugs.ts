import type { Tx } from '@upstander/platform';
import { randomInt } from 'node:crypto';

const longestTitle = 60;
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** What an event's address begins with: its title in plain letters, and its day. */
export function slugBase(title: string, startsAtLocal: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, longestTitle)
    .replace(/^-+|-+$/g, '');
  return `${plain || 'event'}-${startsAtLocal.slice(0, 10)}`;
}

/** A free slug, held for this transaction: the base itself, or with four letters behind it where that is taken. */
export async function claimSlug(tx: Tx, base: string): Promise<string> {
  // Two events with one name on one day wait here for each other, instead of failing on the unique index.
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7))', [base]);
  for (let slug = base; ; slug = `${base}-${suffix()}`) {
    const [taken] = await tx.query('SELECT FROM events.event WHERE slug = $1', [slug]);
    if (!taken) return slug;
  }
}

function suffix(): string {
  return Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
}

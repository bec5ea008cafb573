import { personalTables, type Database } from '@upstander/platform';
import type { KeptData } from './my-data.type.js';
import { countRows } from '../person-rows.js';

/** How much of each kind is kept of an address, and what an erasure leaves of it. */
export async function keptOf(db: Database, email: string): Promise<KeptData[]> {
  const counts = await db.query<{ noun: string; count: number }>(countRows(), [email]);
  return personalTables().flatMap(([, { noun, erasure, columns }]): KeptData[] => {
    const found = counts.find((each) => each.noun === noun);
    return found ? [{ noun, count: found.count, afterwards: afterwardsOf(erasure, columns) }] : [];
  });
}

function afterwardsOf(
  erasure: string,
  columns: Readonly<Record<string, { erased: { becomes: string | null; words: string } }>>,
) {
  if (erasure === 'none') return 'stays' as const;
  const words = Object.values(columns).map(({ erased }) => erased.words);
  return erasure === 'row' || words.every((said) => said === 'goes with its row')
    ? ('goes' as const)
    : ('nameless' as const);
}

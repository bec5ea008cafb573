import { personalTables, deletedWithRow, type Database, type PersonalTable } from '@upstander/platform';
import type { StoredData } from './my-data.type.js';
import { countRows } from '../person-rows.js';

/** Includes what an erasure leaves of the rows. */
export async function countStoredData(db: Database, email: string): Promise<StoredData[]> {
  const counts = await db.query<{ noun: string; count: number }>(countRows(), [email]);
  return personalTables().flatMap(([, table]): StoredData[] => {
    const countRow = counts.find(({ noun }) => noun === table.noun);
    return countRow ? [{ kind: table.noun, count: countRow.count, afterErasure: describeAfterwards(table) }] : [];
  });
}

function describeAfterwards({ erasure, identifiedByRecordOnly, columns }: PersonalTable) {
  if (identifiedByRecordOnly) return 'anonymized' as const;
  if (erasure === 'none') return 'kept' as const;
  const words = Object.values(columns).map(({ erased }) => erased.words);
  return erasure === 'row' || words.every((text) => text === deletedWithRow.words)
    ? ('deleted' as const)
    : ('anonymized' as const);
}

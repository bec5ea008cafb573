import { connectionFrom } from './connection.js';
import { decodeCursor, encodeCursor, pageSize } from './cursor.js';
import { keysAfter, type SortKey } from './keyset-list.js';

describe('pages', () => {
  test('encode the sort keys of a row in a cursor', () => {
    const at = new Date('2026-12-05T17:00:00Z');
    expect(decodeCursor(encodeCursor([at, 'id-1', 3, null]), 4)).toEqual([at.toISOString(), 'id-1', 3, null]);
    expect(decodeCursor(null, 2)).toBeNull();
  });

  test.each(['nonsense', 'W10', Buffer.from('[{"a":1},2]').toString('base64url')])('reject the cursor %s', (cursor) => {
    expect(() => decodeCursor(cursor, 2)).toThrow(/moved on/);
  });

  const byTime: SortKey[] = [
    { sql: 'at', type: 'timestamptz' },
    { sql: 'id', type: 'uuid' },
  ];
  const id = '0190a000-0000-7000-8000-000000000001';
  test.each(['2026-12-05T17:00:00.000Z', '2026-12-05 17:00:00.123456+00', '2026-12-05T17:00:00-07:30'])(
    'accept a cursor at %s in the format of JavaScript or PostgreSQL',
    (at) => expect(keysAfter(encodeCursor([at, id]), byTime)).toEqual([at, id]),
  );

  // Date.parse accepts all of these, and PostgreSQL none.
  test.each(['9000', '2026-02-30T00:00:00Z', '2026-12-05', 'Dec 5, 2026', '2026-12-05T24:00:00Z'])(
    'reject a cursor at %s',
    (at) => expect(() => keysAfter(encodeCursor([at, id]), byTime)).toThrow(/./),
  );

  test('have 1 to 100 rows', () => {
    expect(pageSize(undefined)).toBe(20);
    expect(() => pageSize(0)).toThrow();
    expect(() => pageSize(101)).toThrow();
  });

  test('detect a next page by one extra row, and cap the count', () => {
    const page = connectionFrom([1, 2, 3], { size: 2, after: true, total: 1001, cursor: String });
    expect(page.edges.map((e) => e.node)).toEqual([1, 2]);
    expect(page).toMatchObject({
      totalCount: 1000,
      totalIsCapped: true,
      pageInfo: { hasNextPage: true, hasPreviousPage: true, startCursor: '1', endCursor: '2' },
    });
  });
});

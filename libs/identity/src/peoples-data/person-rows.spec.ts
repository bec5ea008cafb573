import { personal, deletedWithRow, type PersonalTable } from '@upstander/platform';
import { exportQuery, parentsFirst } from './person-rows.js';

const handOvers = (subjectName: string): PersonalTable => ({
  noun: 'places handed over',
  of: { volunteer: 't.volunteer_email = $1', 'person offered the spot': 't.email = $1' },
  erasure: 'row',
  kept: 'a year',
  forgotten: { erasureScope: 'row', after: 'SIGNUP_KEPT_DAYS', since: 't.created_at' },
  about: [],
  seenBy: 'both',
  columns: { email: personal.contact(deletedWithRow, { of: subjectName }) },
});

test('exports a column only to the person it belongs to', () => {
  expect(exportQuery('events.hand_over', handOvers('person offered the spot'), 'true')).toContain(
    'CASE WHEN ((t.email = $1::citext)) THEN t.email END AS email',
  );
});

test('refuses to export a column of a person the table does not know', () => {
  expect(() => exportQuery('events.hand_over', handOvers('whoever is offered it'), 'true')).toThrow(
    'has no data subject "whoever is offered it"',
  );
});

test('orders tables so that their rows can be found until they are erased', () => {
  const found = (sql: string): PersonalTable => ({ ...handOvers('person offered the spot'), of: { volunteer: sql } });
  const tables: Array<[string, PersonalTable]> = [
    ['a.note', found('t.member_id IN (SELECT m.id FROM b.member m WHERE m.email = $1)')],
    ['a.page', found('t.email = $1')],
    ['b.member', found('t.account_id IN (SELECT a.id FROM c.account a WHERE a.email = $1)')],
    ['c.account', { ...found('t.email = $1'), lockedBefore: 'a.page' }],
  ];
  expect(parentsFirst(tables).map(([name]) => name)).toEqual(['c.account', 'b.member', 'a.note', 'a.page']);
});

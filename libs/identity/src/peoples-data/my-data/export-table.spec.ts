import { tableOf } from './export-table.js';
import { exportWords } from './export-words.js';

const table = (row: Record<string, unknown>, codes = {}, locale: 'en' | 'es' = 'en') =>
  [...tableOf([row], { words: exportWords[locale], timeZone: 'America/Los_Angeles', codes })].join('').slice(1);
const cellOf = (text: string) => table({ note: text }).split('\r\n')[1];

test('formats phone numbers for reading and so that spreadsheets keep them as text', () => {
  expect(['+13105550170', '+81312345678', '+5491123456789'].map(cellOf)).toEqual([
    '+1 310 555 0170',
    '+81 3 1234 5678',
    '+54 9 11 2345 6789',
  ]);
});

test('escapes formulas, including ones that resemble phone numbers', () => {
  const hostile = [
    '+1+cmd|calc',
    '+1-1',
    '+1 310+1',
    '+13105550170;=1',
    '＋13105550170',
    '+1310555017\n0',
    '+0310',
    '=1',
    '@a',
  ];
  expect(hostile.filter((text) => !cellOf(text)?.replace(/^"/, '').startsWith(`'`))).toEqual([]);
});

test('translates known codes and keeps unknown ones', () => {
  const row = { status: 'waitlisted', kind: 'signup-offer', languages: ['en', 'es'], role: 'whatever' };
  const codes = { status: 'signupStatus', kind: 'mail', languages: 'language', role: 'businessRole' };
  expect(table(row, codes)).toBe(
    'Status,Kind,Languages,Role\r\nOn the waitlist,Spot offered,English; Spanish,whatever\r\n',
  );
  expect(table(row, codes, 'es').split('\r\n')[1]).toMatch(/^\p{Lu}[^,]+,\p{Lu}[^,]+,inglés; español,whatever$/u);
});

test('writes nested values as readable text, not JSON', () => {
  const availability = [
    { weekday: 1, from: '09:00', until: '12:30' },
    { weekday: 7, from: '18:00', until: '24:00' },
  ];
  const content = {
    version: 1,
    title: 'Receipt',
    donorName: 'Ana',
    duties: { disclosure: false },
    facts: [
      ['Received from', 'Ana'],
      ['Gift', '$25.00'],
    ],
    statements: ['Nothing was given for it.'],
  };
  const input = {
    name: '=1',
    ownerName: 'Ana',
    amount: { currency: 'USD', amountMinor: 2505 },
    note: null,
    anonymous: true,
  };
  const lines = (row: Record<string, unknown>, locale?: 'en' | 'es') => table(row, {}, locale).split('\r\n')[1];
  expect(lines({ availability })).toBe('Monday 09:00–12:30; Sunday 18:00–24:00');
  expect(lines({ availability }, 'es')).toBe('lunes 09:00–12:30; domingo 18:00–24:00');
  expect(lines({ content })).toBe('Received from: Ana; Gift: $25.00; Nothing was given for it.');
  expect(lines({ input })).toBe('Name: =1; Owner: name: Ana; Amount: 25.05 USD; Anonymous: yes');
  expect(lines({ input: ['=1', '@a'] })).toBe(`'=1; @a`);
});

test('writes UTC offsets that distinguish repeated hours, including fractional offsets', () => {
  const exportedTime = (at: string, time_zone: string) => table({ at: new Date(at), time_zone }).split('\r\n')[1];
  expect(exportedTime('2026-11-01T08:30:00.900Z', 'America/Los_Angeles')).toBe(
    '2026-11-01T01:30:00-07:00,America/Los_Angeles',
  );
  expect(exportedTime('2026-11-01T09:30:00Z', 'America/Los_Angeles')).toBe(
    '2026-11-01T01:30:00-08:00,America/Los_Angeles',
  );
  expect(exportedTime('2026-11-28T00:00:00Z', 'America/St_Johns')).toBe('2026-11-27T20:30:00-03:30,America/St_Johns');
});

test('generates a long table in slices without losing rows', () => {
  const rows = Array.from({ length: 1_001 }, (_, at) => ({ note: `row ${at}`, at: new Date('2026-11-01T08:30:00Z') }));
  const slices = [...tableOf(rows, { words: exportWords.en, timeZone: 'America/Los_Angeles' })];
  expect(slices.length).toBeGreaterThan(5);
  const lines = slices.join('').split('\r\n');
  expect([lines.length, lines[1], lines[1_001]]).toEqual([
    1_003,
    'row 0,2026-11-01T01:30:00-07:00,America/Los_Angeles',
    'row 1000,2026-11-01T01:30:00-07:00,America/Los_Angeles',
  ]);
});

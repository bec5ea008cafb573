import { splitByLatest, stateOf } from './credential-state.js';

const type = { id: 'a', kind: 'TRAINING', warnDays: 30 } as Parameters<typeof stateOf>[0]['type'];
const of = (one: Partial<Parameters<typeof stateOf>[0]>) =>
  stateOf({ status: 'APPROVED', counts: true, expiresOn: null, type, ...one }, '2026-12-01');

test('shows a credential as valid until the warning period before it expires', () => {
  expect([of({}), of({ expiresOn: '2027-01-01' }), of({ expiresOn: '2026-12-31' })]).toEqual([
    'VALID',
    'VALID',
    'EXPIRING',
  ]);
});

test('shows an invalid credential as expired or signed on an older text', () => {
  expect(of({ counts: false, expiresOn: '2026-11-30' })).toBe('EXPIRED');
  expect(of({ counts: false })).toBe('OLD_TEXT');
  expect(of({ counts: false, expiresOn: '2027-11-30' })).toBe('OLD_TEXT');
});

test('shows who must act on a pending credential', () => {
  expect(of({ status: 'CLAIMED', counts: false })).toBe('WAITING');
  expect(of({ status: 'REQUESTED', counts: false, type: { ...type, kind: 'WAIVER' } })).toBe('GUARDIAN');
  expect(of({ status: 'REQUESTED', counts: false, type: { ...type, kind: 'SCREENING' } })).toBe('ASKED');
  expect(of({ status: 'UNDER_REVIEW', counts: false })).toBe('NOTICE');
  expect(of({ status: 'REVOKED', counts: false })).toBe('REVOKED');
});

test('separates current credentials from earlier ones', () => {
  const one = (id: string, counts = false) => ({ counts, type: { id } });
  const rows = [one('a'), one('a', true), one('a'), one('b')];
  expect(splitByLatest(rows)).toEqual({ current: [rows[0], rows[1], rows[3]], earlier: [rows[2]] });
});

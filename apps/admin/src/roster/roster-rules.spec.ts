import { eligibleFor } from './roster-rules';

const event = {
  status: 'PUBLISHED',
  shifts: [
    { id: 'a', startsAt: '2026-12-05T17:00:00Z', checkInOpensAt: '2026-12-05T16:45:00Z' },
    { id: 'b', startsAt: '2026-12-05T20:00:00Z', checkInOpensAt: '2026-12-05T19:45:00Z' },
  ],
};
const people = [
  { id: '1', status: 'CONFIRMED', shiftId: 'a' },
  { id: '2', status: 'CONFIRMED', shiftId: 'b' },
  { id: '3', status: 'CHECKED_IN', shiftId: 'a' },
  { id: '4', status: 'WAITLISTED', shiftId: 'a' },
  { id: '5', status: 'NO_SHOW', shiftId: 'a' },
];
const idsFor = (kind: Parameters<typeof eligibleFor>[0], at: string, status = 'PUBLISHED') =>
  eligibleFor(kind, people, { ...event, status }, new Date(at)).map(({ id }) => id);

describe('marks for selected people', () => {
  it('checks in people with a spot once check-in of their shift is open', () => {
    expect(idsFor('CHECK_IN', '2026-12-05T16:44:00Z')).toEqual([]);
    expect(idsFor('CHECK_IN', '2026-12-05T16:45:00Z')).toEqual(['1', '5']);
    expect(idsFor('CHECK_IN', '2026-12-05T19:45:00Z')).toEqual(['1', '2', '5']);
  });

  it('checks out only people who are checked in', () => {
    expect(idsFor('CHECK_OUT', '2026-12-05T18:00:00Z')).toEqual(['3']);
  });

  it('marks no-shows from the start of the shift', () => {
    expect(idsFor('NO_SHOW', '2026-12-05T16:59:00Z')).toEqual([]);
    expect(idsFor('NO_SHOW', '2026-12-05T17:00:00Z')).toEqual(['1']);
  });

  it('marks no one at a canceled event', () => {
    expect(idsFor('CHECK_IN', '2026-12-05T18:00:00Z', 'CANCELLED')).toEqual([]);
  });
});

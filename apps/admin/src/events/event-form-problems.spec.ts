import { ApiRefusal } from '@upstander/api-client';
import { adminCatalogOf } from '@upstander/web-kit/admin-catalog';
import { pathOf, problemsOf, refusedProblems } from './event-form-problems.js';
import { emptyValues, newShift } from './event-form-values.js';

const { admin: t } = adminCatalogOf('en');
const { reasons } = t.eventForm;
const empty = emptyValues({ id: 'la', timeZone: 'America/Los_Angeles' }, '');

test('requires five fields to publish and fewer for a draft', () => {
  expect(Object.keys(problemsOf(empty, t)).sort()).toEqual(['place', 'shifts.0.role', 'time.date', 'title']);
  expect(Object.keys(problemsOf(empty, t, true)).sort()).toEqual(['time.date', 'title']);
});

test('does not require a place for an online event', () => {
  expect(problemsOf({ ...empty, online: true }, t)).not.toHaveProperty('place');
});

test('rejects a capacity below the number of places taken', () => {
  const values = { ...empty, shifts: [{ ...newShift('Packing'), taken: '4', capacity: '3' }] };
  expect(problemsOf(values, t)).toMatchObject({ 'shifts.0.capacity': reasons.capacityBelowTaken({ taken: 4 }) });
});

test('rejects an end date before the start date', () => {
  const time = { date: '2026-12-05', start: '09:00', end: '12:00', endDate: '2026-12-04' };
  expect(problemsOf({ ...empty, time }, t)).toMatchObject({ 'time.endDate': reasons.endDate });
});

test("maps the API's field names to those of the form", () => {
  expect(pathOf('startsAtLocal')).toBe('time.start');
  expect(pathOf('shifts.2.endsAtLocal')).toBe('shifts.2.time.end');
  expect(pathOf('input.title')).toBe('title');
});

test('shows the text of a refusal at its field', () => {
  const refusal = new ApiRefusal('BAD_INPUT', { fields: { startsAtLocal: 'in-the-past', title: 'something-new' } });
  expect(refusedProblems(refusal, empty, t)).toEqual({
    'time.start': t.fieldReasons['in-the-past'],
    title: t.fieldReasons.other,
  });
});

test('shows a refusal at its shift and skips fields that are not on the form', () => {
  const values = { ...empty, shifts: [newShift('a'), { ...newShift('b'), id: 's2' }] };
  const refusal = new ApiRefusal('CAPACITY_BELOW_TAKEN', { shiftId: 's2', taken: 4 });
  expect(refusedProblems(refusal, values, t)).toEqual({
    'shifts.1.capacity': reasons.capacityBelowTaken({ taken: 4 }),
  });
  expect(refusedProblems(new ApiRefusal('EVENT_CLOSED'), values, t)).toBeNull();
  expect(refusedProblems(new Error('broken'), values, t)).toBeNull();
});

import { emptyValues, newShift, type EventFormValues, type TimeValues } from './event-form-values.js';
import { hasFollowers, minutesMoved, previewMove, shiftAllTimes } from './move-times.js';

const at = (date: string, start: string, end: string, endDate = ''): TimeValues => ({ date, start, end, endDate });
const before = at('2026-12-05', '09:00', '13:00');

function anEvent(time: TimeValues): EventFormValues {
  const own = (start: string, end: string) => ({
    ...newShift('Packing'),
    ownTimes: true,
    time: at('2026-12-05', start, end),
  });
  return {
    ...emptyValues({ id: 'c', timeZone: 'America/Los_Angeles' }, 'Volunteer'),
    time,
    shifts: [newShift('All day'), own('09:00', '11:00'), own('11:00', '13:00')],
    agenda: ['09:00', '12:30'].map((start) => ({ key: start, time: start, text: '', textEs: '' })),
  };
}
const timesOf = ({ time, shifts, agenda }: EventFormValues) => ({
  event: `${time.date} ${time.start}-${time.end}`,
  shifts: shifts.filter(({ ownTimes }) => ownTimes).map((one) => `${one.time.date} ${one.time.start}-${one.time.end}`),
  agenda: agenda.map((line) => line.time),
});

test('moves the end, all shifts and the agenda with a start an hour later', () => {
  expect(timesOf(shiftAllTimes(anEvent(at('2026-12-05', '10:00', '13:00')), before))).toEqual({
    event: '2026-12-05 10:00-14:00',
    shifts: ['2026-12-05 10:00-12:00', '2026-12-05 12:00-14:00'],
    agenda: ['10:00', '13:30'],
  });
});

test('shows every shift with its times before and after, and how many people have a spot', () => {
  const values = anEvent(at('2026-12-05', '10:00', '14:00'));
  values.shifts[1]!.taken = '3';
  const times = previewMove(values, before).map(({ role, taken, from, to }) => [role, taken, from.start, to.start]);
  expect(times).toEqual([
    ['All day', 0, '09:00', '10:00'],
    ['Packing', 3, '09:00', '10:00'],
    ['Packing', 0, '11:00', '12:00'],
  ]);
});

test('moves the shifts to another day and leaves the agenda unchanged', () => {
  expect(timesOf(shiftAllTimes(anEvent(at('2026-12-12', '09:00', '13:00')), before))).toEqual({
    event: '2026-12-12 09:00-13:00',
    shifts: ['2026-12-12 09:00-11:00', '2026-12-12 11:00-13:00'],
    agenda: ['09:00', '12:30'],
  });
});

test('keeps an edited end and moves a time past midnight to the next day', () => {
  expect(timesOf(shiftAllTimes(anEvent(at('2026-12-05', '10:00', '15:00')), before)).event).toBe(
    '2026-12-05 10:00-15:00',
  );
  const late = shiftAllTimes(anEvent(at('2026-12-05', '21:00', '13:00')), before);
  expect(late.time).toEqual(at('2026-12-05', '21:00', '01:00'));
  expect(late.shifts[2]?.time).toEqual(at('2026-12-05', '23:00', '01:00'));
});

test('moves nothing if the start is unchanged or nothing depends on it', () => {
  expect(minutesMoved(before, before)).toBe(0);
  expect(minutesMoved(before, at('', '10:00', '13:00'))).toBeNull();
  const event = anEvent(before);
  expect(shiftAllTimes(event, before)).toBe(event);
  expect(hasFollowers(event)).toBe(true);
  expect(hasFollowers({ shifts: [newShift('All day')], agenda: [] })).toBe(false);
});

import { catalogOf } from '@upstander/web-kit';
import { claimForm, emptyClaim, minutesOf } from './claim-values';

test('reads durations in English and Spanish notation', () => {
  const submittedValues = ['2:30', '2.5', '2,5', '2', '0:01', '24', '24:00', '0.25'];
  expect(submittedValues.map(minutesOf)).toEqual([150, 150, 150, 120, 1, 1440, 1440, 15]);
});

test('returns null for invalid durations', () => {
  for (const text of ['', '0', '0:00', '25', '24:01', '2:60', 'two', '-1', '1e1', '2h']) {
    expect([text, minutesOf(text)]).toEqual([text, null]);
  }
});

test('reports missing fields in page order', () => {
  const errors = claimForm.errors({ ...emptyClaim(), day: '2026-02-30' }, catalogOf('es'));
  expect(errors.map(({ field }) => field)).toEqual(['chapter', 'day', 'time', 'activity']);
});

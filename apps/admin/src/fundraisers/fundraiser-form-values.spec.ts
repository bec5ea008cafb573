import { ApiRefusal } from '@upstander/api-client';
import { adminCatalogOf } from '@upstander/web-kit/admin-catalog';
import { emptyValues, inputOf, problemsOf, refusedProblems } from './fundraiser-form-values.js';

const t = adminCatalogOf('en').admin;
const empty = emptyValues({
  chapter: { id: 'la', timeZone: 'America/Los_Angeles' },
  settings: { timeZone: 'America/Chicago', currency: 'MXN' },
  locale: 'es',
  name: 'Rosa Delgado',
  email: 'rosa@example.org',
});
const filled = { ...empty, title: ' Safe rooms ', story: 'Forty nights.', goal: '$12,500' };

test('starts a new fundraiser with its chapter, time zone and organizer', () => {
  expect(empty).toMatchObject({ chapterId: 'la', timeZone: 'America/Los_Angeles', currency: 'MXN', language: 'es' });
  expect(problemsOf(empty, t)).toEqual({
    title: t.fundraiserForm.problems.title,
    story: t.fundraiserForm.problems.story,
    goal: t.fundraiserForm.problems.goal,
  });
});

test("converts form values to the API's input", () => {
  expect(problemsOf(filled, t)).toEqual({});
  expect(inputOf(filled)).toMatchObject({
    title: 'Safe rooms',
    goal: { amountMinor: 1_250_000, currency: 'MXN' },
    beneficiaryId: null,
    endsOn: null,
  });
});

test('rejects an end before the start and a cover image without a description', () => {
  const cover = { coverFileId: 'f', coverUrl: '/files/f' };
  expect(Object.keys(problemsOf({ ...filled, startsOn: '2026-12-02', endsOn: '2026-12-01', ...cover }, t))).toEqual([
    'endsOn',
    'coverAlt',
  ]);
});

test('shows a refusal at its field', () => {
  const refusal = new ApiRefusal('BAD_INPUT', { fields: { 'input.goal.amountMinor': 'out-of-range', alt: 'missing' } });
  expect(refusedProblems(refusal, t)).toEqual({
    goal: t.fieldReasons['out-of-range'],
    coverAlt: t.fieldReasons.missing,
  });
  expect(refusedProblems(new ApiRefusal('BENEFICIARY_LOCKED'), t)).toBeNull();
});

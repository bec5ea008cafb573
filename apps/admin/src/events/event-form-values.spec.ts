import { copyOf, emptyValues, endsNextDay, inputOf, localTimes, timeValues, valuesOf } from './event-form-values.js';
import type { ManagedEvent } from './queries.js';

const event: ManagedEvent = {
  id: 'e1',
  slug: 'care-kit-packing',
  title: 'Care kit packing',
  summary: 'Pack kits.',
  description: 'We **pack**.',
  startsAt: '2026-12-05T17:00:00Z',
  endsAt: '2026-12-05T20:00:00Z',
  startsAtLocal: '2026-12-05T09:00',
  endsAtLocal: '2026-12-05T12:00',
  timeZone: 'America/Los_Angeles',
  status: 'PUBLISHED',
  chapter: { id: 'la', name: 'Los Angeles' },
  online: false,
  place: '12 Main St',
  onlineUrl: null,
  contactName: 'Rosa',
  contactEmail: null,
  imageUrl: '/images/kits.jpg',
  languages: ['en', 'es'],
  accessibility: null,
  bring: null,
  cancelReason: null,
  maxGuests: 2,
  opensAtLocal: null,
  opensToMembersAtLocal: null,
  withMinors: true,
  minimumAdults: 2,
  agenda: [{ time: '09:00', text: 'Briefing', textEs: '' }],
  shifts: [
    {
      id: 's1',
      role: 'Packing',
      startsAt: '2026-12-05T17:00:00Z',
      endsAt: '2026-12-05T20:00:00Z',
      startsAtLocal: '2026-12-05T09:00',
      endsAtLocal: '2026-12-05T12:00',
      capacity: 12,
      taken: 4,
      placesLeft: 8,
      waiting: 0,
      minimumAge: 16,
      skillIds: ['driving'],
      signUpCredentialIds: [],
      dayCredentialIds: ['safeguarding'],
      credentialsDueHours: 24,
      maxFirstTimers: 3,
      needsLead: true,
      note: null,
    },
  ],
};

test('moves the end to the next day if it is before the start', () => {
  const night = { date: '2026-12-31', start: '22:00', end: '02:00', endDate: '' };
  expect(endsNextDay(night)).toBe(true);
  expect(localTimes(night)).toEqual({ startsAtLocal: '2026-12-31T22:00', endsAtLocal: '2027-01-01T02:00' });
});

test('leaves a date with a five-digit year unchanged', () => {
  const night = { date: '20260-12-31', start: '22:00', end: '02:00', endDate: '' };
  expect(localTimes(night).endsAtLocal).toBe('20260-12-31T02:00');
});

test('returns local times unchanged', () => {
  expect(timeValues('2026-12-05T09:00', '2026-12-05T12:00').endDate).toBe('');
  expect(timeValues('2026-12-05T22:00', '2026-12-06T02:00').endDate).toBe('');
  expect(timeValues('2026-12-05T09:00', '2026-12-07T17:00:00')).toEqual({
    date: '2026-12-05',
    start: '09:00',
    end: '17:00',
    endDate: '2026-12-07',
  });
});

test('sends unedited values back unchanged', () => {
  const { chapter, title, summary, description, place, imageUrl, languages, timeZone, startsAtLocal, endsAtLocal } =
    event;
  expect(inputOf(valuesOf(event))).toMatchObject({
    chapterId: chapter.id,
    title,
    summary,
    description,
    place,
    imageUrl,
    languages,
    timeZone,
    startsAtLocal,
    endsAtLocal,
    shifts: [
      {
        id: 's1',
        role: 'Packing',
        startsAtLocal,
        endsAtLocal,
        capacity: 12,
        minimumAge: 16,
        skillIds: ['driving'],
        signUpCredentialIds: [],
        dayCredentialIds: ['safeguarding'],
        credentialsDueHours: 24,
        maxFirstTimers: 3,
        needsLead: true,
        note: null,
      },
    ],
  });
});

test('uses the times of the event for a shift without its own', () => {
  const values = valuesOf(event);
  const moved = inputOf({ ...values, time: { ...values.time, date: '2026-12-12', start: '10:00' } });
  expect(moved.shifts?.[0]).toMatchObject({ startsAtLocal: '2026-12-12T10:00', endsAtLocal: '2026-12-12T12:00' });
});

test('copies everything except the date and the sign-ups', () => {
  const copy = copyOf(event);
  expect(copy.time).toEqual({ date: '', start: '09:00', end: '12:00', endDate: '' });
  expect(copy.shifts).toMatchObject([{ id: '', taken: '0', role: 'Packing', capacity: '12' }]);
});

test("starts a new event with its chapter's time zone and one shift", () => {
  const values = emptyValues({ id: 'la', timeZone: 'America/Los_Angeles' }, 'Volunteer');
  expect(values).toMatchObject({ chapterId: 'la', timeZone: 'America/Los_Angeles', online: false });
  expect(values.shifts).toMatchObject([{ role: 'Volunteer', capacity: '10', ownTimes: false }]);
});

test('does not send the place of an online event or the link of an in-person one', () => {
  const values = { ...valuesOf(event), onlineUrl: 'https://meet.example.org' };
  expect(inputOf(values)).toMatchObject({ place: '12 Main St', onlineUrl: null });
  expect(inputOf({ ...values, online: true })).toMatchObject({ place: null, onlineUrl: 'https://meet.example.org' });
});

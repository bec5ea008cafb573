import { SignedIds } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import type { MakeSample, Place } from './access-samples.js';
import { aShift, aSignup } from './factories.js';
import { aVolunteer, termId, volunteerWithoutEmail } from './volunteers.js';

const volunteerIn = ({ app, chapter }: Place) => aVolunteer(app, chapter.id);
const word = () => ({ kind: 'SKILL', name: `Skill ${randomUUID()}`, nameEs: 'Habilidad' });

export const volunteerSamples: Record<string, MakeSample> = {
  volunteers: async (place) => {
    const { id, email } = await volunteerIn(place);
    return {
      variables: { filter: { text: email } },
      select: '{ edges { node { id } } }',
      sees: (answer) => (answer as { edges: Array<{ node: { id: string } }> }).edges.some(({ node }) => node.id === id),
    };
  },
  volunteer: async (place) => ({ variables: { id: (await volunteerIn(place)).id } }),
  updateVolunteer: async (place) => ({
    variables: { id: (await volunteerIn(place)).id, input: { phone: '+13105550142' } },
  }),
  retryVolunteerAddress: async (place) => ({ variables: { id: (await volunteerIn(place)).id } }),
  updateMyVolunteer: () => ({ variables: { input: { phone: '+13105550142' } } }),
  volunteerTags: async (place) => {
    const name = randomUUID();
    const { id } = await volunteerIn(place);
    await place.app.db.query(
      'INSERT INTO volunteers.tag (volunteer_id, chapter_id, name, created_at) VALUES ($1, $2, $3, now())',
      [id, place.chapter.id, name],
    );
    const sees = (answer: unknown) => (answer as Array<{ name: string }>).some((tag) => tag.name === name);
    return { select: '{ name }', sees };
  },
  tagVolunteers: async (place) => ({ variables: { ids: [(await volunteerIn(place)).id], tag: 'lead' } }),
  setVolunteerStanding: async (place) => ({
    variables: { ids: [(await volunteerIn(place)).id], standing: 'LEAD', chapterId: place.chapter.id },
  }),
  untagVolunteers: async (place) => ({ variables: { ids: [(await volunteerIn(place)).id], tag: 'lead' } }),
  messageVolunteers: async (place) => ({
    variables: { input: { ids: [(await volunteerIn(place)).id], subject: 'Van', body: 'Can you drive on Saturday?' } },
  }),
  stopVolunteerMessages: async (place) => ({
    variables: { token: place.app.nest.get(SignedIds).sign('stop-messages', (await volunteerIn(place)).id) },
  }),
  eraseMyVolunteer: async (place) => {
    await pastShiftOf(place, place.caller.email);
    return {};
  },
  eraseVolunteer: async (place) => ({ variables: { id: await pastShiftOf(place) } }),
  volunteerDuplicates: async (place) => ({
    variables: { volunteerId: (await volunteerIn(place)).id },
    select: '{ id }',
  }),
  volunteerMergePreview: async (place) => ({
    variables: { keptId: (await volunteerIn(place)).id, mergedId: (await volunteerIn(place)).id },
    select: '{ fields }',
  }),
  mergeVolunteers: async (place) => ({ variables: { input: await createDuplicates(place) } }),
  undoVolunteerMerge: async (place) => ({ variables: { id: await mergeIn(place) } }),
  addVolunteerNote: async (place) => ({
    variables: { volunteerId: (await volunteerIn(place)).id, body: 'Has a van.' },
  }),
  deleteVolunteerNote: async (place) => ({ variables: { id: await noteIn(place) } }),
  emergencyContact: async (place) => {
    const soonStart = new Date(Date.now() + 3_600_000);
    const shift = await aShift(place.app.db, { event: { chapterId: place.chapter.id, startsAt: soonStart } });
    const { id, volunteerId } = await aSignup(place.app.db, { shiftId: shift.id });
    await place.app.db.query(
      `INSERT INTO volunteers.emergency_contact (volunteer_id, name, phone, updated_at) VALUES ($1, 'Luz', '+13105550143', now())`,
      [volunteerId],
    );
    return { variables: { signupId: id } };
  },
  signUpAgain: async (place) => {
    const { signupId } = await volunteerIn(place);
    const shift = await aShift(place.app.db, {
      event: { chapterId: place.chapter.id, startsAt: new Date(Date.now() + 30 * 86_400_000) },
    });
    const token = place.app.nest.get(SignedIds).sign('signup', signupId);
    return { variables: { input: { shiftId: shift.id, token } } };
  },
  eligibleShifts: async ({ app, chapter }) => {
    // A unique language, because a page shows a hundred and other samples create more.
    const event = { chapterId: chapter.id, place: 'Main St, CA 90012', languages: ['tlh'] };
    const { id } = await aShift(app.db, { event });
    const [ownChapter] = await app.db.query<{ slug: string }>('SELECT slug FROM identity.chapter WHERE id = $1', [
      chapter.id,
    ]);
    return {
      variables: { filter: { chapter: ownChapter?.slug, language: 'tlh' }, first: 100 },
      select: '{ edges { node { shift { id } } } }',
      sees: (answer) =>
        (answer as { edges: Array<{ node: { shift: { id: string } } }> }).edges.some(
          ({ node }) => node.shift.id === id,
        ),
    };
  },
  overlappingShifts: async (place) => {
    const { signupId } = await volunteerIn(place);
    const token = place.app.nest.get(SignedIds).sign('signup', signupId);
    const [heldSignup] = await place.app.db.query<{ id: string }>(
      'SELECT shift_id AS id FROM events.signup WHERE id = $1',
      [signupId],
    );
    return { variables: { shiftIds: [heldSignup!.id], token }, select: '{ shiftId existingShift { isSameShift } }' };
  },
  // No browser is remembered here; libs/volunteers/test/one-click.spec.ts covers answers.
  rememberedVolunteer: () => ({}),
  forgetVolunteer: () => ({}),
  volunteerTerms: () => ({}),
  allVolunteerTerms: () => ({}),
  createVolunteerTerm: () => ({ variables: { input: word() } }),
  updateVolunteerTerm: async ({ app }) => ({
    variables: { id: await termId(app, 'Driving'), input: { kind: 'SKILL', name: 'Driving', nameEs: 'Conducir' } },
  }),
  retireVolunteerTerm: async ({ app }) => ({ variables: { id: await termId(app, 'Photography'), retired: false } }),
};

async function pastShiftOf({ app, chapter }: Place, email?: string | null): Promise<string> {
  const startsAt = new Date(Date.now() - 3 * 86_400_000);
  const shift = await aShift(app.db, { event: { chapterId: chapter.id, startsAt } });
  return (await aSignup(app.db, { shiftId: shift.id, ...(email && { email }) })).volunteerId;
}

/** Creates two mergeable records with shifts on different days. */
async function createDuplicates({ app, chapter }: Place) {
  const at = Date.now() + 30 * 86_400_000;
  const ids = [];
  for (const startsAt of [new Date(at), new Date(at + 2 * 86_400_000)]) {
    const shift = await aShift(app.db, { event: { chapterId: chapter.id, startsAt } });
    ids.push((await aSignup(app.db, { shiftId: shift.id })).volunteerId);
  }
  return { keptId: ids[0], keptVersion: 1, mergedId: ids[1], mergedVersion: 1 };
}

async function mergeIn(place: Place): Promise<string> {
  const { keptId, mergedId } = await createDuplicates(place);
  await place.app.db.query('UPDATE volunteers.volunteer SET merged_into = $1 WHERE id = $2', [keptId, mergedId]);
  const [merge] = await place.app.db.query<{ id: string }>(
    `INSERT INTO volunteers.merge (kept_id, merged_id, merged_at, moved, kept_version) VALUES ($1, $2, now(),
       '{"parts": {}, "fields": {}, "activeAt": "2026-01-01T00:00:00Z", "knew": {"kept": [], "merged": []}}', 1) RETURNING id`,
    [keptId, mergedId],
  );
  return merge!.id;
}

async function noteIn(place: Place): Promise<string> {
  const { id } = await volunteerIn(place);
  const [note] = await place.app.db.query<{ id: string }>(
    `INSERT INTO volunteers.note (volunteer_id, chapter_id, body, author_id, created_at)
     VALUES ($1, $2, 'Has a van.', $3, now()) RETURNING id`,
    [id, place.chapter.id, place.caller.accountId],
  );
  return note!.id;
}

export const volunteerRouteSamples: Record<string, MakeSample> = {
  'GET /exports/my-volunteer.json': async (place) => {
    await pastShiftOf(place, place.caller.email);
    return { path: '/exports/my-volunteer.json' };
  },
  'GET /exports/volunteers/:id/data.json': async ({ app, chapter }) => {
    const id = await volunteerWithoutEmail(app.db, chapter.id);
    return { path: `/exports/volunteers/${id}/data.json` };
  },
  'GET /exports/volunteers.csv': () => ({ path: '/exports/volunteers.csv' }),
  'GET /exports/volunteers.csv (of a chapter)': ({ chapter }) => ({
    path: `/exports/volunteers.csv?chapterId=${chapter.id}`,
  }),
};

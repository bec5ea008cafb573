import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aCredential, aCredentialType, publishText, requireForShift } from '@upstander/tests/support/credentials.js';
import { aChapter, anEvent, aShift } from '@upstander/tests/support/factories.js';
import { updateMe } from '@upstander/tests/support/volunteers.js';

/** Requirements in the shift search: credentials valid to the end of the shift, and a minimum age. */
let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const timeInDays = (days: number) =>
  new Date(`${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T17:00:00Z`);

async function openShift(
  chapterId: string,
  title: string,
  { days, minimumAge }: { days: number; minimumAge?: number },
) {
  const { id: eventId } = await anEvent(app.db, { chapterId, title, startsAt: timeInDays(days) });
  const shift = await aShift(app.db, { eventId });
  await app.db.query('UPDATE events.shift SET minimum_age = $2 WHERE id = $1', [shift.id, minimumAge ?? null]);
  return shift;
}

async function ana(input: Record<string, unknown> = {}) {
  const chapter = await aChapter(app.db);
  const { cookie, email } = await app.signedIn();
  const { errors } = await updateMe(app, { cookie }, { name: 'Ana Reyes', homeChapterId: chapter.id, ...input });
  expect(errors).toBeUndefined();
  return { cookie, email, chapterId: chapter.id };
}

/** Returns what each shift is missing, by event title. */
const findMissing = async (cookie?: string, variables: Record<string, unknown> = {}) => {
  const { data } = await app.graphql<{
    eligibleShifts: { edges: Array<{ node: { event: { title: string }; missing: object[] } }> };
  }>(
    `query ($filter: EligibleShiftFilter) { eligibleShifts(filter: $filter, first: 50) {
      edges { node { event { title } missing { id kind name nameEs isRequiredToSignUp } } } } }`,
    variables,
    { cookie },
  );
  return data.eligibleShifts.edges.map(({ node }) => [node.event.title, ...node.missing]);
};

test('lists missing credentials, strict ones first, unless they are valid through the end of the shift', async () => {
  const { cookie, email, chapterId } = await ana();
  const [training, waiver] = [await aCredentialType(app.db), await aCredentialType(app.db, { kind: 'waiver' })];
  const first = timeInDays(7);
  for (const [title, days] of [
    ['First', 7],
    ['Second', 8],
  ] as const) {
    const { id } = await openShift(chapterId, title, { days });
    await requireForShift(app.db, id, training.id);
    await requireForShift(app.db, id, waiver.id, { isDueByDay: true });
  }
  await openShift(chapterId, 'Anybody', { days: 9 });
  const missingCredential = (type: { id: string; name: string }, isRequiredToSignUp: boolean) => ({
    id: type.id,
    kind: 'CREDENTIAL',
    name: type.name,
    nameEs: `${type.name} (es)`,
    isRequiredToSignUp,
  });
  expect(await findMissing(cookie)).toEqual([
    ['Anybody'],
    ['First', missingCredential(training, true), missingCredential(waiver, false)],
    ['Second', missingCredential(training, true), missingCredential(waiver, false)],
  ]);
  const [me] = await app.db.query<{ id: string }>('SELECT id FROM volunteers.volunteer WHERE email = $1', [email]);
  // The training is valid on the day of the first shift but not of the second.
  const expiresOn = first.toISOString().slice(0, 10);
  await aCredential(app.db, { volunteerId: me!.id, typeId: training.id, expiresOn });
  await aCredential(app.db, { volunteerId: me!.id, typeId: waiver.id });
  expect(await findMissing(cookie, { filter: { anyTime: true } })).toEqual([
    ['First'],
    ['Anybody'],
    ['Second', missingCredential(training, true)],
  ]);
  // A new waiver version must be signed again; a retired training is no longer required.
  await publishText(app.db, waiver.id);
  await app.db.query('UPDATE volunteers.credential_type SET retired_at = now() WHERE id = $1', [training.id]);
  expect(await findMissing(cookie, { filter: { anyLanguage: true } })).toEqual([
    ['Anybody'],
    ['First', missingCredential(waiver, false)],
    ['Second', missingCredential(waiver, false)],
  ]);
});

test('derives an age from the year of birth, and lists it as missing if unknown', async () => {
  const { cookie, chapterId } = await ana();
  const adult = await ana({ birthYear: 1990, homeChapterId: chapterId });
  const type = await aCredentialType(app.db, { kind: 'age', minimumAge: 18 });
  const restrictedShift = await openShift(chapterId, 'Asks for a proof', { days: 7 });
  await requireForShift(app.db, restrictedShift.id, type.id);
  const { id } = await openShift(chapterId, 'From 18 on', { days: 8, minimumAge: 18 });
  expect(await findMissing(cookie)).toEqual([
    [
      'Asks for a proof',
      { id: type.id, kind: 'CREDENTIAL', name: type.name, nameEs: `${type.name} (es)`, isRequiredToSignUp: true },
    ],
    ['From 18 on', { id, kind: 'AGE', name: '18+', nameEs: '18+', isRequiredToSignUp: false }],
  ]);
  expect(await findMissing(adult.cookie)).toEqual([['Asks for a proof'], ['From 18 on']]);
});

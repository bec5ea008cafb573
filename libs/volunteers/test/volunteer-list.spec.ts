import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aChapter, aShift, aSignup } from '@upstander/tests/support/factories.js';
import { days } from '@upstander/tests/support/movable-clock.js';
import { aVolunteer, namesOf, termId, updateMe, volunteers } from '@upstander/tests/support/volunteers.js';

let app: TestApp;
let la: { id: string };
let sf: { id: string };
let organizer: { cookie: string };
let ofBoth: { cookie: string };
let admin: { cookie: string };

beforeAll(async () => {
  app = await startApp();
  la = await aChapter(app.db);
  sf = await aChapter(app.db, { name: 'San Francisco' });
  organizer = await app.signedIn({ role: 'organizer', chapterId: la.id });
  ofBoth = await app.signedIn({ email: 'both@example.org', role: 'organizer', chapterId: la.id });
  await app.signedIn({ email: 'both@example.org', role: 'organizer', chapterId: sf.id });
  admin = await app.signedIn({ role: 'admin' });
  for (const name of ['Érika Adams', 'Bea Cho', 'carla Diaz', 'Dan Eriksen', 'Eva Ford']) {
    await aVolunteer(app, la.id, { name, email: `${name.split(' ')[0]!.replace('É', 'e').toLowerCase()}@la.example` });
  }
  await aVolunteer(app, sf.id, { name: 'Sol Ito', email: 'sol@sf.example' });
  await aVolunteer(app, (await aChapter(app.db)).id, { name: 'Yan Of Elsewhere' });
  // Bea volunteers in both chapters.
  const shift = await aShift(app.db, { event: { chapterId: sf.id, startsAt: new Date(Date.now() + days(20)) } });
  await aSignup(app.db, { shiftId: shift.id, name: 'Bea Cho', email: 'bea@la.example', now: new Date() });
  // No one confirmed this address.
  await aVolunteer(app, la.id, { name: 'Typed By Anybody', proven: false });
});
afterAll(() => app.close());

const namesInLa = ['Bea Cho', 'carla Diaz', 'Dan Eriksen', 'Érika Adams', 'Eva Ford'];

describe('the list of volunteers', () => {
  test('is sorted by name across all pages', async () => {
    const names: string[] = [];
    let after: string | null = null;
    for (let hasMore = true; hasMore;) {
      const page = await volunteers(app, organizer, { first: 2, after });
      names.push(...namesOf(page));
      expect(page.data.volunteers.totalCount).toBe(5);
      ({ hasNextPage: hasMore, endCursor: after } = page.data.volunteers.pageInfo);
    }
    expect(names).toEqual(namesInLa);
  });

  test('shows organizers their own chapters and admins everyone, without duplicates', async () => {
    expect(namesOf(await volunteers(app, organizer))).toEqual(namesInLa);
    expect(namesOf(await volunteers(app, ofBoth))).toEqual([...namesInLa, 'Sol Ito']);
    expect(namesOf(await volunteers(app, ofBoth, { filter: { chapterId: sf.id } }))).toEqual(['Bea Cho', 'Sol Ito']);
    expect(namesOf(await volunteers(app, admin))).toEqual([...namesInLa, 'Sol Ito', 'Yan Of Elsewhere']);
    expect(refusal(await volunteers(app, organizer, { filter: { chapterId: sf.id } }))).toBe('NOT_FOUND');
    const newAccount = await app.signedIn();
    expect(refusal(await volunteers(app, newAccount))).toBe('NOT_ALLOWED');
  });

  test('hides unconfirmed addresses, which admins can filter for', async () => {
    const unprovenFilter = { filter: { addressConfirmed: false } };
    expect(namesOf(await volunteers(app, admin, unprovenFilter))).toEqual(['Typed By Anybody']);
    expect(namesOf(await volunteers(app, organizer, unprovenFilter))).toEqual([]);
  });

  test.each([
    ['part of a name without accents, exact matches first', 'erik', ['Érika Adams', 'Dan Eriksen']],
    ['part of an address', 'carla@la', ['carla Diaz']],
    ['two words of a name', 'ford eva', ['Eva Ford']],
    ['the first two letters', 'da', ['Dan Eriksen']],
    ['text that matches no one', 'zzzz', []],
    ['wildcard characters', '%%%', []],
  ])('can be searched by %s', async (_, text, names) => {
    expect(namesOf(await volunteers(app, organizer, { filter: { text } }))).toEqual(names);
  });

  test('finds a phone number in any format', async () => {
    const bea = await app.signedIn({ email: 'bea@la.example' });
    await updateMe(app, bea, { phone: '+13105550142' });
    for (const text of ['555 0142', '(310) 555-0142', '+1 310.555.0142']) {
      expect(namesOf(await volunteers(app, organizer, { filter: { text } }))).toEqual(['Bea Cho']);
    }
  });

  test('finds a phone number by its start or last digits only', async () => {
    const bea = await app.signedIn({ email: 'bea@la.example' });
    await updateMe(app, bea, { phone: '+13105550142' });
    for (const text of ['+1310', '310-555', '555-01', '0142']) {
      expect(namesOf(await volunteers(app, organizer, { filter: { text } }))).toEqual(['Bea Cho']);
    }
    for (const text of ['9999', '0143']) {
      expect(namesOf(await volunteers(app, organizer, { filter: { text } }))).toEqual([]);
    }
  });

  test('ranks matches by first name, last name, then the rest, without gaps or duplicates between pages', async () => {
    const { id: chapterId } = await aChapter(app.db);
    const reader = await app.signedIn({ role: 'organizer', chapterId });
    for (const [name, email] of [
      ['Zoe Marlow', 'z@pages.example'],
      ['Marlow Adams', 'a@pages.example'],
      ['Ana Reyes', 'marlow@pages.example'],
      ['Marlow Zhu', 'b@pages.example'],
      ['Bea Marlow', 'c@pages.example'],
      ['Nobody Else', 'd@pages.example'],
    ] as const) {
      await aVolunteer(app, chapterId, { name, email });
    }
    const seenNames: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof volunteers>> = await volunteers(app, reader, {
        filter: { text: 'marlow' },
        first: 2,
        after,
      });
      expect(page.data.volunteers.totalCount).toBe(5);
      seenNames.push(...namesOf(page));
      const { hasNextPage, endCursor } = page.data.volunteers.pageInfo;
      after = hasNextPage ? endCursor : null;
    } while (after);
    expect(seenNames).toEqual(['Marlow Adams', 'Marlow Zhu', 'Bea Marlow', 'Zoe Marlow', 'Ana Reyes']);
  });

  test('can be filtered by skill, interest, language and weekday', async () => {
    const dan = await app.signedIn({ email: 'dan@la.example' });
    const [skill, interest] = [await termId(app, 'Driving'), await termId(app, 'Outreach')];
    const availability = [{ weekday: 6, from: '09:00', until: '12:00' }];
    await updateMe(app, dan, { skillIds: [skill], interestIds: [interest], languages: ['es'], availability });
    for (const filter of [{ skillId: skill }, { interestId: interest }, { language: 'ES' }, { weekday: 6 }]) {
      expect(namesOf(await volunteers(app, organizer, { filter }))).toEqual(['Dan Eriksen']);
    }
    expect(namesOf(await volunteers(app, organizer, { filter: { weekday: 7 } }))).toEqual([]);
    expect(refusal(await volunteers(app, organizer, { filter: { weekday: 9 } }))).toBe('BAD_INPUT');
    expect(refusal(await volunteers(app, organizer, { filter: { skillId: 'driving' } }))).toBe('BAD_INPUT');
  });

  test('does not reveal activity in another chapter', async () => {
    const shift = await aShift(app.db, { event: { chapterId: sf.id, startsAt: new Date(Date.now() + days(21)) } });
    const later = new Date(Date.now() + 3_600_000);
    await aSignup(app.db, { shiftId: shift.id, name: 'Eva Ford', email: 'eva@la.example', now: later });
    const [eva] = (await volunteers(app, organizer, { filter: { text: 'Eva' } })).data.volunteers.edges;
    expect(new Date(eva!.node.activeAt).valueOf()).toBeLessThan(later.valueOf());
    const filter = { activeSince: later.toISOString() };
    expect(namesOf(await volunteers(app, organizer, { filter }))).toEqual([]);
    expect(namesOf(await volunteers(app, ofBoth, { filter: { ...filter, chapterId: sf.id } }))).toEqual(['Eva Ford']);
  });

  test('can start with the most recent sign-up', async () => {
    const page = await volunteers(app, organizer, { order: 'LAST_ACTIVE', first: 2 });
    expect(namesOf(page)).toEqual(['Eva Ford', 'Dan Eriksen']);
    const next = await volunteers(app, organizer, {
      order: 'LAST_ACTIVE',
      first: 2,
      after: page.data.volunteers.pageInfo.endCursor,
    });
    expect(namesOf(next)).toEqual(['carla Diaz', 'Bea Cho']);
  });

  test('uses the new name after a change', async () => {
    const carla = await app.signedIn({ email: 'carla@la.example' });
    await updateMe(app, carla, { name: 'Zoe Diaz' });
    expect(namesOf(await volunteers(app, organizer)).at(-1)).toBe('Zoe Diaz');
  });
});

import { SignedIds } from '@upstander/platform';
import { startApp, type TestApp } from '../support/app.js';
import { aChapter, anEvent, aShift, aSignup } from '../support/factories.js';

let app: TestApp;
let organizer: { cookie: string };
let chapter: { id: string };
const startsAt = new Date('2026-12-05T17:00:00Z');

beforeAll(async () => {
  app = await startApp();
  app.clock.set(startsAt);
  chapter = await aChapter(app.db);
  organizer = await app.signedIn({ role: 'organizer', chapterId: chapter.id });
});
afterAll(() => app.close());

test('what somebody shows at the door is on the list of that door, and is worth nothing once their link is not', async () => {
  const event = await anEvent(app.db, { chapterId: chapter.id, startsAt });
  const shift = await aShift(app.db, { eventId: event.id, capacity: 1, startsAt });
  const ana = await aSignup(app.db, { shiftId: shift.id, name: 'Ana', now: startsAt });
  const waits = await aSignup(app.db, { shiftId: shift.id, name: 'Wim', status: 'waitlisted', now: startsAt });
  const shown = async (id: string, version = 0) =>
    (
      await app.graphql<{ mySignup: { doorCode: string | null; doorQrSvg: string | null } }>(
        'query ($token: String!) { mySignup(token: $token) { doorCode doorQrSvg } }',
        { token: app.nest.get(SignedIds).sign('signup', id, version) },
      )
    ).data.mySignup;
  const listed = async () =>
    (
      await app.graphql<{ attendance: { edges: Array<{ node: { doorCode: string } }> } }>(
        'query ($id: ID!) { attendance(eventId: $id) { edges { node { doorCode } } } }',
        { id: event.id },
        organizer,
      )
    ).data.attendance.edges.map(({ node }) => node.doorCode);
  const mine = await shown(ana.id);
  expect(mine.doorQrSvg).toMatch(/^<svg .*<\/svg>\s*$/s);
  expect(await listed()).toEqual([mine.doorCode]);
  expect(await shown(waits.id)).toEqual({ doorCode: null, doorQrSvg: null });
  // It opens no page: it is signed for the door alone.
  expect(app.nest.get(SignedIds).open('signup', mine.doorCode!)).toBeNull();

  await app.db.query('UPDATE events.signup SET token_version = 1 WHERE id = $1', [ana.id]);
  expect(await listed()).toEqual([(await shown(ana.id, 1)).doorCode]);
  expect(await listed()).not.toContain(mine.doorCode);
});

import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aCustomRole, assignCustomRole } from '@upstander/tests/support/custom-roles.js';
import { aChapter, anEvent, aShift, aSignup } from '@upstander/tests/support/factories.js';
import { hours, minutes, seconds } from '@upstander/tests/support/movable-clock.js';
import { randomUUID } from 'node:crypto';

let app: TestApp;
let chapter: { id: string };
let organizer: { accountId: string; cookie: string };
const startsAt = new Date('2026-12-05T17:00:00Z');
const endsAt = new Date(startsAt.valueOf() + hours(3));
const boardEndsAt = new Date(endsAt.valueOf() + hours(24));

beforeAll(async () => {
  app = await startApp();
  app.clock.set(startsAt);
  chapter = await aChapter(app.db);
});
beforeEach(async () => {
  app.clock.set(startsAt);
  organizer = await app.signedIn({ role: 'organizer', chapterId: chapter.id, name: 'Olga Ortiz' });
});
afterAll(() => app.close());

interface Link {
  kind: 'KIOSK' | 'BOARD';
  eventId: string;
  createdBy: string | null;
  creatorLeft: boolean;
  createdAt: string | null;
  lastUsedAt: string | null;
  expiresAt: string;
}
type Session = { cookie?: string };

const list = (filter: { eventId?: string; createdById?: string }, session: Session = organizer) =>
  app.graphql<{ doorLinks: Link[] }>(
    `query ($eventId: ID, $createdById: ID) { doorLinks(eventId: $eventId, createdById: $createdById) {
      kind eventId eventTitle eventStartsAt timeZone createdBy creatorLeft createdAt lastUsedAt expiresAt } }`,
    filter,
    session,
  );
const linksOf = async (eventId: string) => (await list({ eventId })).data.doorLinks;
const linkOf = async (eventId: string, kind: Link['kind']) => (await linksOf(eventId)).find((one) => one.kind === kind);
const change = (
  operation: 'openKiosk' | 'closeKiosk' | 'openBoard' | 'closeBoard',
  eventId: string,
  session: Session,
) =>
  app.graphql<Record<string, { kioskUrl: string | null; boardUrl: string | null }>>(
    `mutation ($id: ID!) { ${operation}(eventId: $id) { kioskUrl boardUrl } }`,
    { id: eventId },
    session,
  );
const read = (operation: 'kiosk' | 'wallBoard', token: string) =>
  app.graphql(`query ($token: String!) { ${operation}(token: $token) { ${operation === 'kiosk' ? 'title' : 'at'} } }`, {
    token,
  });

async function aDoor(chapterId = chapter.id, session: Session = organizer) {
  const event = await anEvent(app.db, { chapterId, title: 'Soup kitchen', startsAt });
  const shift = await aShift(app.db, { eventId: event.id, role: 'Cooking', startsAt, endsAt });
  const kiosk = (await change('openKiosk', event.id, session)).data['openKiosk']!.kioskUrl!.split('#').at(-1)!;
  const board = (await change('openBoard', event.id, session)).data['openBoard']!.boardUrl!.split('/').at(-1)!;
  return { eventId: event.id, shiftId: shift.id, kiosk, board };
}

test('lists the links of an event with their creator, last use and expiry', async () => {
  const { eventId, kiosk } = await aDoor();
  app.clock.advance(minutes(2));
  await read('kiosk', kiosk);
  const link = {
    eventId,
    eventTitle: 'Soup kitchen',
    eventStartsAt: startsAt.toISOString(),
    createdBy: 'Olga Ortiz',
    creatorLeft: false,
    createdAt: startsAt.toISOString(),
  };
  const usedAt = new Date(startsAt.valueOf() + minutes(2)).toISOString();
  expect(await linksOf(eventId)).toEqual([
    expect.objectContaining({ ...link, kind: 'KIOSK', lastUsedAt: usedAt, expiresAt: endsAt.toISOString() }),
    expect.objectContaining({ ...link, kind: 'BOARD', lastUsedAt: null, expiresAt: boardEndsAt.toISOString() }),
  ]);
});

test.each([
  ['kiosk', 'KIOSK'],
  ['wallBoard', 'BOARD'],
] as const)('records the use of a %s at most once a minute', async (operation, kind) => {
  const door = await aDoor();
  const use = () => read(operation, kind === 'KIOSK' ? door.kiosk : door.board);
  const rowVersion = async () =>
    (
      await app.db.query<{ xmin: string }>('SELECT xmin::text FROM events.event_door WHERE event_id = $1', [
        door.eventId,
      ])
    )[0]!;
  await Promise.all([use(), use(), use()]);
  expect((await linkOf(door.eventId, kind))?.lastUsedAt).toBe(startsAt.toISOString());
  const written = await rowVersion();
  app.clock.advance(seconds(59));
  await use();
  expect(await rowVersion()).toEqual(written);
  app.clock.advance(seconds(1));
  await use();
  expect((await linkOf(door.eventId, kind))?.lastUsedAt).toBe(new Date(startsAt.valueOf() + minutes(1)).toISOString());
});

test('a check-in at the kiosk counts as use, a refused link does not', async () => {
  const { eventId, shiftId, kiosk } = await aDoor();
  await aSignup(app.db, { shiftId, name: 'Ana Núñez', now: startsAt });
  await read('kiosk', `${kiosk.slice(0, -1)}${kiosk.endsWith('A') ? 'B' : 'A'}`);
  app.clock.set(endsAt);
  expect(refusal(await read('kiosk', kiosk))).toBe('DOOR_CLOSED');
  expect((await linkOf(eventId, 'KIOSK'))?.lastUsedAt).toBeNull();
  app.clock.set(startsAt);
  await app.graphql(
    'mutation ($token: String!, $input: KioskCheckInInput!) { kioskCheckIn(token: $token, input: $input) { outcome } }',
    { token: kiosk, input: { id: randomUUID(), name: 'Ana Núñez' } },
  );
  expect((await linkOf(eventId, 'KIOSK'))?.lastUsedAt).toBe(startsAt.toISOString());
});

test('a revoked link stops working and leaves the list; the next one starts unused, with its own creator', async () => {
  const { eventId, kiosk, board } = await aDoor();
  await Promise.all([read('kiosk', kiosk), read('wallBoard', board)]);
  await change('closeKiosk', eventId, organizer);
  await change('closeBoard', eventId, organizer);
  expect([refusal(await read('kiosk', kiosk)), refusal(await read('wallBoard', board))]).toEqual([
    'NOT_FOUND',
    'NOT_FOUND',
  ]);
  expect(await linksOf(eventId)).toEqual([]);
  app.clock.advance(minutes(5));
  const colleague = await app.signedIn({ role: 'organizer', chapterId: chapter.id, name: 'Ben Brown' });
  await change('openKiosk', eventId, colleague);
  await change('openBoard', eventId, colleague);
  await read('kiosk', kiosk);
  const renewed = { createdBy: 'Ben Brown', createdAt: app.clock.now().toISOString(), lastUsedAt: null };
  expect(await linksOf(eventId)).toMatchObject([renewed, renewed]);
  // An open link keeps its creator.
  await change('openKiosk', eventId, organizer);
  expect(await linkOf(eventId, 'KIOSK')).toMatchObject(renewed);
});

test('a wall board link expires a day after the last shift', async () => {
  const { board } = await aDoor();
  app.clock.set(new Date(boardEndsAt.valueOf() - 1));
  expect((await read('wallBoard', board)).errors).toBeUndefined();
  app.clock.set(boardEndsAt);
  expect(refusal(await read('wallBoard', board))).toBe('NOT_FOUND');
});

test('across events, lists only links that still work', async () => {
  const { eventId } = await aDoor();
  const canceled = await aDoor();
  await app.db.query(`UPDATE events.event SET status = 'cancelled', cancel_reason = 'Storm' WHERE id = $1`, [
    canceled.eventId,
  ]);
  const mine = async () =>
    (await list({ createdById: organizer.accountId })).data.doorLinks.map((one) => `${one.kind} ${one.eventId}`);
  expect((await mine()).sort()).toEqual([`KIOSK ${eventId}`, `BOARD ${eventId}`, `BOARD ${canceled.eventId}`].sort());
  app.clock.set(endsAt);
  expect((await mine()).sort()).toEqual([`BOARD ${eventId}`, `BOARD ${canceled.eventId}`].sort());
  app.clock.set(boardEndsAt);
  expect(await mine()).toEqual([]);
  expect(await linksOf(eventId)).toHaveLength(2);
});

test('narrows the list to one creator', async () => {
  const { eventId } = await aDoor();
  const colleague = await app.signedIn({ role: 'organizer', chapterId: chapter.id });
  const createdBy = async (createdById: string) => (await list({ createdById }, colleague)).data.doorLinks;
  expect(await createdBy(organizer.accountId)).toMatchObject([{ eventId }, { eventId }]);
  expect(await createdBy(colleague.accountId)).toEqual([]);
  expect(await createdBy('not-an-id')).toEqual([]);
});

test('shows links to organizers of the chapter, co-organizers of the event and admins only', async () => {
  const { eventId } = await aDoor();
  await aDoor();
  const elsewhere = await app.signedIn({ role: 'organizer', chapterId: (await aChapter(app.db)).id });
  expect(refusal(await list({ eventId }, elsewhere))).toBe('NOT_FOUND');
  expect((await list({ createdById: organizer.accountId }, elsewhere)).data.doorLinks).toEqual([]);
  expect(refusal(await change('closeKiosk', eventId, elsewhere))).toBe('NOT_FOUND');
  expect(refusal(await list({}, {}))).toBe('NOT_SIGNED_IN');
  for (const role of ['volunteer', 'finance'] as const)
    expect(refusal(await list({ eventId }, await app.signedIn({ role })))).toBe('NOT_ALLOWED');
  const admin = await app.signedIn({ role: 'admin' });
  expect((await list({ createdById: organizer.accountId }, admin)).data.doorLinks).toHaveLength(4);
  const email = `${randomUUID()}@example.org`;
  const input = { eventId, email, name: 'Cora Co' };
  const added = await app.graphql(
    'mutation ($input: AddCoOrganizerInput!) { addCoOrganizer(input: $input) { id } }',
    { input },
    organizer,
  );
  expect(added.errors).toBeUndefined();
  const coOrganizer = await app.signedIn({ email });
  expect((await list({ createdById: organizer.accountId }, coOrganizer)).data.doorLinks).toMatchObject([
    { eventId, kind: 'KIOSK' },
    { eventId, kind: 'BOARD' },
  ]);
});

test('links keep working when their creator leaves, and say so', async () => {
  const { eventId, kiosk, board } = await aDoor();
  const admin = await app.signedIn({ role: 'admin' });
  const left = async () => (await list({ eventId }, admin)).data.doorLinks.map(({ creatorLeft }) => creatorLeft);
  const { accountId } = organizer;
  const elsewhere = (await aChapter(app.db)).id;
  expect(await left()).toEqual([false, false]);
  await app.db.query('UPDATE identity.account SET disabled_at = $2 WHERE id = $1', [accountId, startsAt]);
  expect(await left()).toEqual([true, true]);
  await app.db.query('UPDATE identity.account SET disabled_at = NULL WHERE id = $1', [accountId]);
  expect(await left()).toEqual([false, false]);
  await app.db.query('UPDATE identity."grant" SET chapter_id = $2 WHERE account_id = $1', [accountId, elsewhere]);
  expect(await left()).toEqual([true, true]);
  expect((await read('kiosk', kiosk)).errors).toBeUndefined();
  expect((await read('wallBoard', board)).errors).toBeUndefined();
});

test('creators with part of the organizer role there, and co-organizers, have not left', async () => {
  const { eventId } = await aDoor();
  const left = async (createdById: string) => {
    const admin = await app.signedIn({ role: 'admin' });
    return (await list({ createdById }, admin)).data.doorLinks.map(({ creatorLeft }) => creatorLeft);
  };
  const { accountId } = organizer;
  const elsewhere = (await aChapter(app.db)).id;
  await app.db.query('DELETE FROM identity."grant" WHERE account_id = $1', [accountId]);
  const role = await aCustomRole(app.db, { baseRole: 'organizer', viewAreas: ['roster'] });
  await assignCustomRole(app.db, accountId, role, elsewhere);
  await assignCustomRole(app.db, accountId, await aCustomRole(app.db, { baseRole: 'finance' }), chapter.id);
  expect(await left(accountId)).toEqual([true, true]);
  await assignCustomRole(app.db, accountId, role, chapter.id);
  expect(await left(accountId)).toEqual([false, false]);

  const { email, accountId: coOrganizerId } = await app.signedIn({ role: 'organizer', chapterId: chapter.id });
  await app.db.query('UPDATE events.event_door SET kiosk_opened_by = $2 WHERE event_id = $1', [eventId, coOrganizerId]);
  await app.db.query('DELETE FROM identity."grant" WHERE account_id = $1', [coOrganizerId]);
  expect(await left(coOrganizerId)).toEqual([true]);
  const admin = await app.signedIn({ role: 'admin' });
  await app.graphql(
    'mutation ($input: AddCoOrganizerInput!) { addCoOrganizer(input: $input) { id } }',
    { input: { eventId, email, name: 'Cora Co' } },
    admin,
  );
  expect(await left(coOrganizerId)).toEqual([false]);
});

import { randomUUID } from 'node:crypto';
import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aChapter } from '@upstander/tests/support/factories.js';
import { aVolunteer, historyOf, updateMe, volunteer } from '@upstander/tests/support/volunteers.js';
import { renderSignupEmail } from '@upstander/tests/support/signup-emails.js';
import { renderPendingEmails } from '@upstander/tests/support/written-mails.js';

let app: TestApp;
let la: { id: string };
let sf: { id: string };
let organizer: { cookie: string };
let stranger: { cookie: string };

beforeAll(async () => {
  app = await startApp();
  la = await aChapter(app.db);
  sf = await aChapter(app.db, { name: 'San Francisco' });
  organizer = await app.signedIn({ name: 'Rosa', email: 'rosa@example.org', role: 'organizer', chapterId: la.id });
  stranger = await app.signedIn({ role: 'organizer', chapterId: sf.id });
});
afterAll(() => app.close());

const words = { subject: 'Van', body: 'Can you drive on Saturday?' };
const write = (ids: string[], overrides: Record<string, unknown> = {}, session = organizer) =>
  app.graphql<{ messageVolunteers: number }>(
    'mutation ($input: MessageVolunteersInput!) { messageVolunteers(input: $input) }',
    { input: { ids, ...words, ...overrides } },
    session,
  );
const stop = (token: string) =>
  app.graphql('mutation ($token: String!) { stopVolunteerMessages(token: $token) { ok } }', { token });
const messagesOf = async (id: string, session: { cookie: string }) =>
  (await volunteer(app, session, id, 'messages { subject body author }')).data.volunteer['messages'];

/** The email with the latest message to a volunteer. */
async function letterTo(volunteerId: string) {
  const [message] = await app.db.query<{ id: string }>(
    'SELECT id FROM volunteers.message WHERE volunteer_id = $1 ORDER BY sent_at DESC LIMIT 1',
    [volunteerId],
  );
  return renderSignupEmail(app, 'volunteer-message', message!);
}

test('sends each volunteer a separate email and keeps the message', async () => {
  const [ana, bea] = [await aVolunteer(app, la.id, { name: 'Ana' }), await aVolunteer(app, la.id, { name: 'Bea' })];
  expect((await write([ana.id, bea.id, ana.id])).data.messageVolunteers).toBe(2);
  expect(await messagesOf(ana.id, organizer)).toEqual([{ ...words, author: 'Rosa' }]);
  expect(await historyOf(app, ana.id)).toEqual(['message-sent']);
  const mails = await renderPendingEmails(app, { template: 'volunteer-message' });
  expect(mails.map(({ recipient }) => recipient).sort()).toEqual([ana.email, bea.email].sort());
  const letter = await letterTo(ana.id);
  expect(letter).toMatchObject({ subject: 'Van', replyTo: 'rosa@example.org' });
  expect(letter!.text).toContain('Can you drive on Saturday?');
});

test('sends a message once when submitted twice', async () => {
  const { id } = await aVolunteer(app, la.id);
  const idempotencyKey = randomUUID();
  await write([id], { idempotencyKey });
  expect((await write([id], { idempotencyKey })).data.messageVolunteers).toBe(1);
  expect(await messagesOf(id, organizer)).toHaveLength(1);
  expect(refusal(await write([id], { idempotencyKey, subject: 'Other' }))).toBe('IDEMPOTENCY_KEY_REUSED');
});

test('unsubscribes with one click and without signing in', async () => {
  const { id } = await aVolunteer(app, la.id, { name: 'Cleo' });
  await write([id]);
  const token = (await letterTo(id))!.unsubscribe!.url.split('/messages/')[1]!;
  expect((await stop(token)).data).toEqual({ stopVolunteerMessages: { ok: true } });
  expect((await stop(token)).data).toEqual({ stopVolunteerMessages: { ok: true } });
  expect((await write([id])).data.messageVolunteers).toBe(0);
  // This also stops a message that is still queued.
  expect(await letterTo(id)).toBeNull();
  expect(await messagesOf(id, organizer)).toHaveLength(1);
  expect(await historyOf(app, id)).toEqual(['message-sent', 'messages-stopped']);
  expect(refusal(await stop('nonsense'))).toBe('NOT_FOUND');
});

test('lets volunteers turn messages on and off in their profile', async () => {
  const dee = await app.signedIn({ name: 'Dee' });
  const { id } = await aVolunteer(app, la.id, { email: dee.email });
  const setWantsMessages = async (getsMessages: boolean) => {
    expect((await updateMe(app, dee, { getsMessages })).errors).toBeUndefined();
    return (await write([id])).data.messageVolunteers;
  };
  expect([
    await setWantsMessages(false),
    await setWantsMessages(false),
    await setWantsMessages(true),
    await setWantsMessages(true),
  ]).toEqual([0, 0, 1, 1]);
  await updateMe(app, dee, { postcode: null });
  expect((await write([id])).data.messageVolunteers).toBe(1);
  expect((await historyOf(app, id)).filter((kind) => kind.startsWith('messages'))).toEqual([
    'messages-stopped',
    'messages-wanted',
  ]);
});

test('refuses to message volunteers of another chapter', async () => {
  const [ownVolunteer, otherVolunteer] = [await aVolunteer(app, la.id), await aVolunteer(app, sf.id)];
  expect(refusal(await write([ownVolunteer.id, otherVolunteer.id]))).toBe('NOT_FOUND');
  expect(refusal(await write([ownVolunteer.id], {}, stranger))).toBe('NOT_FOUND');
  expect(await messagesOf(ownVolunteer.id, organizer)).toEqual([]);
  expect(refusal(await write([ownVolunteer.id], { subject: ' ' }))).toBe('BAD_INPUT');
  expect(refusal(await write(Array<string>(101).fill(ownVolunteer.id)))).toBe('BAD_INPUT');
});

test('messages or tags everyone matching a filter, but only if the count is unchanged', async () => {
  const { id: chapterId } = await aChapter(app.db, { name: 'Fresno' });
  const rosa = await app.signedIn({ role: 'organizer', chapterId });
  for (let n = 1; n <= 105; n += 1) await aVolunteer(app, chapterId, { name: `Filter ${n}` });
  await aVolunteer(app, chapterId, { name: 'Someone Else' });
  await aVolunteer(app, la.id, { name: 'Filter of another chapter' });
  const matching = (count: number) => ({ ids: null, matching: { filter: { text: 'filter' }, count } });
  const send = (count: number) => write([], matching(count), rosa);
  const changed = await send(104);
  expect(refusal(changed)).toBe('SELECTION_CHANGED');
  expect(changed.errors?.[0]?.extensions.details).toEqual({ count: 105 });
  const idempotencyKey = randomUUID();
  const sendOnce = () => write([], { ...matching(105), idempotencyKey }, rosa);
  expect((await sendOnce()).data.messageVolunteers).toBe(105);
  await aVolunteer(app, chapterId, { name: 'Filter 106' });
  // A retry after a lost response succeeds and sends nothing twice.
  expect((await sendOnce()).data.messageVolunteers).toBe(105);
  expect(refusal(await send(105))).toBe('SELECTION_CHANGED');
  const tag = await app.graphql<{ tagVolunteers: number }>(
    'mutation ($matching: VolunteerSelection) { tagVolunteers(matching: $matching, tag: "van") }',
    { matching: matching(106).matching },
    rosa,
  );
  expect(tag.data.tagVolunteers).toBe(106);
  // Requires IDs or a filter, and rejects filters for other chapters.
  expect(refusal(await write([], { ids: null }, rosa))).toBe('BAD_INPUT');
  const otherSelection = { ids: null, matching: { filter: { chapterId: la.id }, count: 1 } };
  expect(refusal(await write([], otherSelection, rosa))).toBe('NOT_FOUND');
});

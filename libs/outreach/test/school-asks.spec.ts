import { aChapter, aShift } from '@upstander/tests/support/factories.js';
import type { TestApp } from '@upstander/tests/support/app.js';
import { days, hours } from '@upstander/tests/support/movable-clock.js';
import {
  aSchoolAsk,
  anAsk,
  SchoolDesk,
  schoolOperations as does,
  type ShownAsk,
} from '@upstander/tests/support/schools.js';
import { renderPendingEmails } from '@upstander/tests/support/written-mails.js';

const now = new Date('2026-10-05T18:00:00Z');
let desk: SchoolDesk;
let app: TestApp;
let chapters: SchoolDesk['chapters'];
let people: SchoolDesk['people'];
beforeAll(async () => {
  desk = await SchoolDesk.at(now);
  ({ app, chapters, people } = desk);
});
afterAll(() => desk.close());
beforeEach(async () => {
  app.clock.set(now);
  await desk.clear();
});
const acts: SchoolDesk['acts'] = (...asked) => desk.acts(...asked);
const refusal: SchoolDesk['refusal'] = (...asked) => desk.refusal(...asked);

async function readMailedToken(email: string): Promise<string> {
  const [mail] = await renderPendingEmails(app, { recipient: email, template: 'school-ask-confirm' });
  return /\/school-ask\/([\w-]+)/.exec(mail?.text ?? '')![1]!;
}
let letters = 0;
/** Starts an unconfirmed request with a new address and returns the token from the email. */
async function startRequest(parts: Record<string, unknown> = {}): Promise<string> {
  const email = `parent-${++letters}@example.org`;
  await acts('nobody', does.start, { input: anAsk({ chapterId: chapters.fresno, email, ...parts }) });
  return readMailedToken(email);
}

describe('a parent who starts a school request', () => {
  test('writes a letter that staff see only after the address is confirmed', async () => {
    const token = await startRequest();
    expect(await acts('nobody', does.mine, { token })).toMatchObject({
      status: 'UNCONFIRMED',
      mayEdit: true,
      steps: [],
    });
    // A typed address proves nothing, so staff neither see the request nor get an email.
    expect(await acts('admin', does.list, {})).toMatchObject({ totalCount: 0 });
    expect(await renderPendingEmails(app, { template: 'school-ask-new' })).toEqual([]);

    expect(await acts('nobody', does.confirm, { input: { token } })).toEqual({ status: 'DISTRICT' });
    await acts('nobody', does.confirm, { input: { token } });
    const notified = await renderPendingEmails(app, { template: 'school-ask-new' });
    expect(notified.map(({ recipient }) => recipient).sort()).toEqual(
      [people.organizer.email, people.admin.email].sort(),
    );
    expect(await acts('organizer', does.list, {})).toMatchObject({ totalCount: 1 });
    expect(await acts('other', does.list, {})).toMatchObject({ totalCount: 0 });
  });

  test('creates one request when sending the form twice', async () => {
    for (let i = 0; i < 2; i += 1) await acts('nobody', does.start, { input: anAsk({ idempotencyKey: 'form-1' }) });
    const rows = await app.db.query('SELECT FROM outreach.ask');
    expect(rows).toHaveLength(1);
  });

  test('has to solve a puzzle from the sixth letter in an hour on: each email goes to an address that someone typed', async () => {
    const input = anAsk({ email: 'often@example.org' });
    for (let i = 0; i < 5; i += 1) await acts('nobody', does.start, { input });
    expect(await refusal('nobody', does.start, { input })).toMatchObject({ code: 'SOLUTION_NEEDED' });
  });

  test('sees which field is invalid', async () => {
    expect(await refusal('nobody', does.start, { input: anAsk({ school: '' }) })).toEqual({
      code: 'BAD_INPUT',
      fields: { school: 'required' },
    });
    expect(await refusal('nobody', does.start, { input: anAsk({ asker: 'STAFF' }) })).toEqual({
      code: 'BAD_INPUT',
      fields: { asker: 'not-a-choice' },
    });
    expect(await refusal('nobody', does.start, { input: anAsk({ letterEn: ' ', letterEs: '' }) })).toEqual({
      code: 'BAD_INPUT',
      fields: { letterEn: 'required' },
    });
    expect(
      await refusal('nobody', does.start, { input: anAsk({ entryId: '00000000-0000-4000-8000-000000000000' }) }),
    ).toEqual({ code: 'NOT_FOUND' });
  });

  test('can edit the letter until it is sent, and marks it as sent', async () => {
    const token = await startRequest({ letterSender: 'SELF' });
    await acts('nobody', does.confirm, { input: { token } });
    const edited = await acts('nobody', does.edit, { input: { token, letterEn: 'Dear all', letterEs: 'Estimados' } });
    expect(edited).toEqual({ letterEn: 'Dear all', letterEs: 'Estimados' });
    expect(await acts('nobody', does.sent, { input: { token } })).toEqual({ status: 'ASKED' });
    expect(await acts('nobody', does.sent, { input: { token } })).toEqual({ status: 'ASKED' });
    expect(await refusal('nobody', does.edit, { input: { token, letterEn: 'No', letterEs: 'No' } })).toEqual({
      code: 'SCHOOL_ASK_STATUS',
    });
  });

  test('can withdraw, which deletes the name, address, letter, emails and link', async () => {
    const token = await startRequest();
    await acts('nobody', does.confirm, { input: { token } });
    await acts('nobody', does.withdraw, { input: { token } });
    expect(await acts('nobody', does.mine, { token })).toBeNull();
    const [row] = await app.db.query('SELECT name, email, letter_en, letter_es, status FROM outreach.ask');
    expect(row).toEqual({ name: null, email: null, letter_en: '', letter_es: '', status: 'closed' });
    expect(
      await app.db.query(`SELECT FROM notifications.mail WHERE template LIKE 'school-%' AND recipient LIKE 'parent-%'`),
    ).toEqual([]);
  });

  test('leaves nothing behind when withdrawing an unconfirmed request', async () => {
    const token = await startRequest();
    await acts('nobody', does.withdraw, { input: { token } });
    expect(await app.db.query('SELECT FROM outreach.ask')).toEqual([]);
  });

  test('is forgotten after two weeks without confirming', async () => {
    await startRequest();
    app.clock.advance(days(13));
    await app.runJob('keep-retention');
    expect(await app.db.query('SELECT FROM outreach.ask')).toHaveLength(1);
    app.clock.advance(days(2));
    await app.runJob('keep-retention');
    expect(await app.db.query('SELECT FROM outreach.ask')).toEqual([]);
  });

  test('is notified once per status, except of internal ones', async () => {
    const token = await startRequest();
    await acts('nobody', does.confirm, { input: { token } });
    const [{ id }] = (await acts<{ edges: Array<{ node: ShownAsk }> }>('admin', does.list, {})).edges.map(
      ({ node }) => node,
    ) as [ShownAsk];
    const advanceAsk = (from: string, to: string) => acts('organizer', does.advance, { input: { id, from, to } });
    await advanceAsk('DISTRICT', 'ASKED');
    await advanceAsk('ASKED', 'MEETING');
    await advanceAsk('MEETING', 'ASKED');
    await advanceAsk('ASKED', 'MEETING');
    const mails = await app.db.query(`SELECT data FROM notifications.mail WHERE template = 'school-ask-news'`);
    expect(mails).toEqual([{ data: { to: 'meeting' } }]);
  });
});

describe('staff', () => {
  test("follow the allowed transitions, and two people can't move a request twice", async () => {
    const { id } = await aSchoolAsk(app, { chapterId: chapters.fresno });
    const contact = await acts('organizer', does.advance, { input: { id, from: 'DISTRICT', to: 'CONTACT' } });
    expect(contact).toMatchObject({ status: 'CONTACT', nextStatuses: ['DISTRICT', 'ASKED', 'MEETING', 'CLOSED'] });
    expect(await refusal('admin', does.advance, { input: { id, from: 'DISTRICT', to: 'CONTACT' } })).toEqual({
      code: 'SCHOOL_ASK_STATUS',
    });
    expect(await refusal('admin', does.advance, { input: { id, from: 'CONTACT', to: 'PROTOCOL' } })).toEqual({
      code: 'SCHOOL_ASK_STATUS',
    });
    // The database enforces the transitions as well.
    await expect(app.db.query(`UPDATE outreach.ask SET status = 'protocol' WHERE id = $1`, [id])).rejects.toMatchObject(
      { constraint: 'ask_step' },
    );
  });

  test('move a request once despite concurrent clicks', async () => {
    const { id } = await aSchoolAsk(app, { chapterId: chapters.fresno });
    const input = { id, from: 'DISTRICT', to: 'CONTACT' };
    const answers = await Promise.all([1, 2, 3, 4].map(() => desk.ask('organizer', does.advance, { input })));
    expect(answers.filter(({ errors }) => !errors)).toHaveLength(1);
    expect(await app.db.query(`SELECT FROM outreach.ask_change WHERE kind = 'status'`)).toHaveLength(1);
  });

  test('add contacts, notes, lessons and shifts, each recorded in the history', async () => {
    const { id } = await aSchoolAsk(app, { chapterId: chapters.fresno });
    const { id: shiftId } = await aShift(app.db);
    await acts('organizer', does.addContact, {
      id,
      input: { name: 'Rosa Diaz', role: 'Principal', email: 'rosa@school.example' },
    });
    await acts('organizer', does.addNote, { id, body: 'They call back.' });
    await acts('organizer', does.lesson, {
      id,
      input: { taughtOn: '2026-10-01', students: 30, curriculum: 'Signs and help' },
    });
    for (let i = 0; i < 2; i += 1) await acts('organizer', does.link, { id, shiftId, linked: true });
    const shown = await acts('organizer', does.show, { id });
    expect(shown).toMatchObject({
      contacts: [{ name: 'Rosa Diaz', role: 'Principal' }],
      notes: [{ body: 'They call back.', author: 'Rosa Diaz', mayDelete: true }],
      lessons: [{ students: 30 }],
      shiftIds: [shiftId],
      students: 30,
      statutes: [
        { name: 'AB 1227', year: 2017 },
        { name: 'SB 1104', year: 2018 },
      ],
    });
    expect((shown['events'] as Array<{ kind: string }>).map(({ kind }) => kind)).toEqual([
      'SHIFT',
      'SHIFT',
      'LESSON',
      'NOTE',
      'CONTACT',
    ]);
    expect(await refusal('organizer', does.link, { id, shiftId: id, linked: true })).toEqual({ code: 'NOT_FOUND' });
    expect(
      await refusal('organizer', does.lesson, { id, input: { taughtOn: '2026-10-07', students: 3, curriculum: 'x' } }),
    ).toEqual({
      code: 'BAD_INPUT',
      fields: { taughtOn: 'in-the-future' },
    });
  });

  test('can delete a note only as its author or an admin', async () => {
    const { id } = await aSchoolAsk(app, { chapterId: chapters.fresno });
    const second = await app.signedIn({ role: 'organizer', chapterId: chapters.fresno });
    const { notes } = (await acts('organizer', does.addNote, { id, body: 'Mine.' })) as unknown as {
      notes: [{ id: string }];
    };
    const { errors } = await app.graphql(does.deleteNote, { id: notes[0].id }, { cookie: second.cookie });
    expect(errors![0]!.extensions.code).toBe('NOT_FOUND');
    expect(await acts('admin', does.deleteNote, { id: notes[0].id })).toMatchObject({ notes: [] });
  });

  test('of another chapter find nothing', async () => {
    const { id } = await aSchoolAsk(app, { chapterId: chapters.fresno });
    expect(await acts('other', does.show, { id })).toBeNull();
    for (const [operation, variables] of [
      [does.advance, { input: { id, from: 'DISTRICT', to: 'CONTACT' } }],
      [does.plan, { input: { id, nextStep: 'Call', nextStepOn: '2026-11-20' } }],
      [does.move, { id, chapterId: chapters.oakland }],
      [does.addNote, { id, body: 'Hello' }],
    ] as const) {
      expect(await refusal('other', operation, variables)).toEqual({ code: 'NOT_FOUND' });
    }
    expect(await refusal('organizer', does.move, { id, chapterId: chapters.oakland })).toEqual({ code: 'NOT_FOUND' });
    expect(await acts('admin', does.move, { id, chapterId: chapters.oakland })).toMatchObject({
      chapterId: chapters.oakland,
    });
    expect(await acts('other', does.show, { id })).toMatchObject({ id });
  });

  test('plan a step for today or later, with an owner who has access', async () => {
    const { id } = await aSchoolAsk(app, { chapterId: chapters.fresno });
    const plan = (parts: Record<string, unknown>) => ({
      input: { id, nextStep: 'Call the principal', nextStepOn: '2026-10-06', ...parts },
    });
    expect(await refusal('organizer', does.plan, plan({ nextStepOn: '2026-10-04' }))).toEqual({
      code: 'BAD_INPUT',
      fields: { nextStepOn: 'in-the-past' },
    });
    expect(await refusal('organizer', does.plan, plan({ nextStepOn: null }))).toEqual({
      code: 'BAD_INPUT',
      fields: { nextStepOn: 'required' },
    });
    expect(await refusal('organizer', does.plan, plan({ nextStep: '' }))).toEqual({
      code: 'BAD_INPUT',
      fields: { nextStep: 'required' },
    });
    expect(await refusal('organizer', does.plan, plan({ ownerId: people.other.accountId }))).toEqual({
      code: 'BAD_INPUT',
      fields: { ownerId: 'not-a-choice' },
    });
    expect(await acts('organizer', does.plan, plan({}))).toMatchObject({ ownerName: 'Rosa Diaz', isDue: false });
    app.clock.advance(hours(24));
    expect(await acts('organizer', does.list, { filter: { due: true, mine: true } })).toMatchObject({ totalCount: 1 });
  });

  test('page through requests by their last change', async () => {
    for (let i = 0; i < 5; i += 1) {
      app.clock.advance(hours(1));
      await aSchoolAsk(app, { chapterId: chapters.fresno, school: `School ${i}` });
    }
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: { edges: Array<{ node: ShownAsk }>; pageInfo: { hasNextPage: boolean; endCursor: string } } =
        await acts('organizer', does.list, { first: 2, after });
      seen.push(...page.edges.map(({ node }) => String(node['school'])));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(seen).toEqual(['School 4', 'School 3', 'School 2', 'School 1', 'School 0']);
  });

  test("can't start a request in a closed chapter", async () => {
    const { id: closed } = await aChapter(app.db, { name: 'Closed' });
    await app.db.query('UPDATE identity.chapter SET closed_at = $2 WHERE id = $1', [closed, now]);
    expect(
      await refusal('nobody', does.start, { input: anAsk({ chapterId: closed, email: 'ines@example.org' }) }),
    ).toEqual({ code: 'NOT_FOUND' });
    await expect(aSchoolAsk(app, { chapterId: closed })).rejects.toMatchObject({ constraint: 'chapter_is_open' });
  });
});

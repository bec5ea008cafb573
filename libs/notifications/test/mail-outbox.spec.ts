import { Outbox, type NewMail, type StaffRecipients } from '@upstander/notifications';
import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aChapter } from '@upstander/tests/support/factories.js';
import { startMailSink, type MailSink } from '@upstander/tests/support/mail-sink.js';
import { registerNoteTemplate } from '@upstander/tests/support/mails.js';
import { anAccount } from '@upstander/tests/support/people.js';

describe('the outbox', () => {
  let app: TestApp;
  let sink: MailSink;
  let outbox: Outbox;
  beforeAll(async () => {
    sink = await startMailSink();
    app = await startApp({ config: { SMTP_URL: sink.url } });
    registerNoteTemplate(app);
    outbox = app.nest.get(Outbox);
  });
  afterAll(async () => {
    await app.close();
    await sink.close();
  });
  beforeEach(() => app.db.query('DELETE FROM notifications.mail'));

  const createNote = (key: string, parts: Partial<NewMail<'a-note'>> = {}): NewMail<'a-note'> => ({
    key,
    template: 'a-note',
    subjectId: null,
    recipient: 'ana@example.org',
    locale: 'es',
    data: {},
    dueAt: app.clock.now(),
    ...parts,
  });
  const listMails = () =>
    app.db.query('SELECT key, subject_id, recipient, locale, data, status FROM notifications.mail ORDER BY key');

  test('stores an email with its transaction and discards it on rollback', async () => {
    await app.db.transaction((tx) => outbox.add(tx, createNote('a/1')));
    await expect(
      app.db.transaction(async (tx) => {
        await outbox.add(tx, createNote('a/2'));
        throw new Error('taken back');
      }),
    ).rejects.toThrow('taken back');
    expect(await listMails()).toEqual([expect.objectContaining({ key: 'a/1', status: 'due', locale: 'es' })]);
  });

  test('stores one email per key, even in concurrent transactions', async () => {
    const addNoteOnce = () => app.db.transaction((tx) => outbox.add(tx, createNote('a/1')));
    const made = await Promise.all(Array.from({ length: 10 }, addNoteOnce));
    expect(made.sort()).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
    expect(await listMails()).toHaveLength(1);
  });

  test('stores several emails in one statement with their data', async () => {
    const subjectId = randomUUID();
    const odd = { subject: `O'Brien; \\ "quoted" {"a":1} ñ 🎉` };
    const made = await app.db.transaction(async (tx) =>
      outbox.add(
        tx,
        createNote('a/1', { subjectId, data: odd }),
        createNote('a/2'),
        createNote('a/1', { recipient: 'eve@example.org' }),
      ),
    );
    expect(made).toBe(2);
    expect(await listMails()).toEqual([
      { key: 'a/1', subject_id: subjectId, recipient: 'ana@example.org', locale: 'es', data: odd, status: 'due' },
      { key: 'a/2', subject_id: null, recipient: 'ana@example.org', locale: 'es', data: {}, status: 'due' },
    ]);
  });

  test('emails staff with a role in the chapter or the whole organization, except one account', async () => {
    const [here, elsewhere] = [(await aChapter(app.db)).id, (await aChapter(app.db)).id];
    const admin = await anAccount(app.db, { role: 'admin' });
    const organizer = await anAccount(app.db, { role: 'organizer', chapterId: here });
    const author = await anAccount(app.db, { role: 'organizer', chapterId: here });
    const other = await anAccount(app.db, { role: 'organizer', chapterId: elsewhere });
    await anAccount(app.db, { role: 'finance' });
    const disabled = await anAccount(app.db, { role: 'organizer', chapterId: here });
    await app.db.query('UPDATE identity.account SET disabled_at = $2 WHERE id = $1', [disabled.id, app.clock.now()]);
    const recipients = async (staff: Omit<StaffRecipients, 'roles'>) => {
      await app.db.query('DELETE FROM notifications.mail');
      const mail = { key: 'a/1', template: 'a-note', subjectId: null, data: {}, dueAt: app.clock.now() } as const;
      await app.db.transaction((tx) => outbox.addForStaff(tx, { roles: ['admin', 'organizer'], ...staff }, mail));
      return app.db.query('SELECT key, recipient FROM notifications.mail ORDER BY recipient');
    };
    const mails = (...accounts: Array<{ id: string; email: string }>) =>
      accounts
        .map(({ id, email }) => ({ key: `a/1/${id}`, recipient: email }))
        .sort((a, b) => (a.recipient < b.recipient ? -1 : 1));
    expect(await recipients({ chapterId: here, except: author.id })).toEqual(mails(admin, organizer));
    expect(await recipients({ chapterId: null })).toEqual(mails(admin));
    expect(await recipients({})).toEqual(mails(admin, organizer, author, other));
  });
});

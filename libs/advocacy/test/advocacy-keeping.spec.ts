import { Envelope } from '@upstander/advocacy';
import {
  aConsultation,
  anAdvocate,
  anApplication,
  anIntroduction,
  asAdvocate,
  runBypassingTriggers,
  withCode,
} from '@upstander/tests/support/advocacy.js';
import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { restoreBeforeEach } from '@upstander/tests/support/table-snapshot.js';
import { days } from '@upstander/tests/support/movable-clock.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp({
    config: {
      APPLICATION_KEPT_DAYS: '30',
      CONSULTATION_KEPT_DAYS: '40',
      UNREACHED_KEPT_DAYS: '100',
      SEALED_MESSAGE_KEPT_DAYS: '50',
    },
  });
});
restoreBeforeEach(
  () => app,
  ['identity', 'notifications', 'opportunities', 'platform', 'sealed'],
  '2026-12-01T10:00:00Z',
);
afterAll(() => app.close());

const purgeAfter = async (milliseconds: number) => {
  app.clock.advance(milliseconds);
  await app.runJob('purge-sealed');
};
const hasRecord = async (kind: 'application' | 'consultation', id: string) =>
  (await runBypassingTriggers(app, `SELECT FROM sealed.${kind} WHERE id = $1`, [id])).length > 0;
const hasKey = async (id: string) => {
  const seal = app.nest.get(Envelope).seal({ recordId: id, column: 'x.x', rowId: id }, 'x');
  return seal.then(
    () => true,
    () => false,
  );
};
const actionsOn = async (id: string) =>
  (
    await runBypassingTriggers<{ action: string }>(
      app,
      'SELECT action FROM sealed.audit WHERE record_id = $1 ORDER BY seq',
      [id],
    )
  ).map(({ action }) => action);

describe('the purge', () => {
  test('removes a closed application with its rows and key, and is audited without content', async () => {
    const introduction = await anIntroduction(app);
    await withCode(app, introduction.code).answer({ body: 'Thank you.' });
    const closed = await introduction.desk.close(introduction.id);
    expect(closed.purgeOn).toBe('2026-12-31');
    await purgeAfter(days(30));
    expect(await hasRecord('application', introduction.id)).toBe(true);
    await purgeAfter(1);
    expect(await hasRecord('application', introduction.id)).toBe(false);
    expect(await hasKey(introduction.id)).toBe(false);
    for (const table of ['consent', 'introduction', 'message']) {
      expect(await runBypassingTriggers(app, `SELECT FROM sealed.${table}`)).toEqual([]);
    }
    expect((await actionsOn(introduction.id)).at(-1)).toBe('purged');
    await expect(withCode(app, introduction.code).open()).rejects.toThrow('CODE_NOT_RIGHT');
  });

  test('removes a closed consultation after its own retention', async () => {
    const { id } = await aConsultation(app);
    const desk = asAdvocate(app, await anAdvocate(app));
    await desk.takeConsultation(id);
    expect(await desk.closeConsultation(id)).toMatchObject({ purgeOn: '2027-01-10' });
    await purgeAfter(days(40));
    expect(await hasRecord('consultation', id)).toBe(true);
    await purgeAfter(1);
    expect([await hasRecord('consultation', id), await hasKey(id)]).toEqual([false, false]);
  });

  test("removes an unreached person's record later, and keeps one who was reached", async () => {
    const [unreachedApplication, reachedApplication] = [await anApplication(app), await anApplication(app)];
    const desk = asAdvocate(app, await anAdvocate(app));
    await desk.take(reachedApplication.id);
    await desk.contacted({ recordId: reachedApplication.id, kind: 'APPLICATION' });
    expect((await desk.open(unreachedApplication.id, 'A test.'))!.purgeOn).toBe('2027-03-11');
    expect((await desk.open(reachedApplication.id))!.purgeOn).toBeNull();
    await purgeAfter(days(100) + 1);
    expect([
      await hasRecord('application', unreachedApplication.id),
      await hasRecord('application', reachedApplication.id),
    ]).toEqual([false, true]);
    expect((await actionsOn(unreachedApplication.id)).at(-1)).toBe('purged-unreached');
  });

  test('removes old read messages of open records, and keeps unread ones', async () => {
    const { id, code } = await anApplication(app);
    const desk = asAdvocate(app, await anAdvocate(app));
    await desk.take(id);
    await desk.writeToPerson({ recordId: id, kind: 'APPLICATION', body: 'Read.' });
    await withCode(app, code).open();
    await desk.writeToPerson({ recordId: id, kind: 'APPLICATION', body: 'Unread.' });
    await purgeAfter(days(50) + 1);
    expect((await desk.open(id))!.messages.map(({ body }) => body)).toEqual(['Unread.']);
    expect(await actionsOn(id)).toContain('messages-purged');
  });

  test('keeps everything of a person who returns in time', async () => {
    const { id, code } = await anApplication(app);
    const desk = asAdvocate(app, await anAdvocate(app));
    await desk.take(id);
    await desk.close(id);
    app.clock.advance(days(29));
    await withCode(app, code).answer({ body: 'I am back.' });
    await purgeAfter(days(40));
    expect(await hasRecord('application', id)).toBe(true);
  });

  test('handles large batches and can run twice', async () => {
    const desk = asAdvocate(app, await anAdvocate(app));
    for (let i = 0; i < 6; i += 1) {
      const { id } = await anApplication(app);
      await desk.take(id);
      await desk.close(id);
    }
    app.clock.advance(days(31));
    await Promise.all([app.runJob('purge-sealed'), app.runJob('purge-sealed')]);
    expect(await runBypassingTriggers(app, 'SELECT FROM sealed.application')).toEqual([]);
    const [purgedCount] = await runBypassingTriggers<{ n: number }>(
      app,
      `SELECT count(*)::int AS n FROM sealed.audit WHERE action = 'purged'`,
    );
    expect(purgedCount!.n).toBe(6);
  });
});

describe('a legal hold', () => {
  test('prevents the purge until it is lifted, and only advocates read its reason', async () => {
    const { id } = await anApplication(app);
    const desk = asAdvocate(app, await anAdvocate(app));
    const record = { recordId: id, kind: 'APPLICATION' };
    await desk.take(id);
    await desk.close(id);
    await desk.placeHold({ ...record, reason: 'A court has asked.' });
    expect(await desk.open(id, 'A test.')).toMatchObject({
      legalHold: true,
      purgeOn: null,
      legalHoldReason: 'A court has asked.',
    });
    await purgeAfter(days(300));
    expect(await hasRecord('application', id)).toBe(true);
    await desk.liftHold({ ...record, reason: 'Settled.' });
    await purgeAfter(1);
    expect(await hasRecord('application', id)).toBe(false);
    expect(await actionsOn(id)).toEqual(expect.arrayContaining(['hold-placed', 'hold-lifted', 'purged']));
    expect(await runBypassingTriggers(app, 'SELECT FROM sealed.legal_hold')).toEqual([]);
  });

  test('ends automatically when its last day is over everywhere', async () => {
    const { id } = await anApplication(app);
    const desk = asAdvocate(app, await anAdvocate(app));
    await desk.take(id);
    await desk.close(id);
    await desk.placeHold({ recordId: id, kind: 'APPLICATION', reason: 'A court.', until: '2027-02-01' });
    app.clock.set('2027-02-02T11:59:59Z');
    expect(await desk.open(id, 'A test.')).toMatchObject({ legalHoldUntil: '2027-02-01', legalHold: true });
    await purgeAfter(0);
    expect(await hasRecord('application', id)).toBe(true);
    await purgeAfter(1_000);
    expect(await hasRecord('application', id)).toBe(false);
  });

  test("may end today in the organization's time zone, even in the evening", async () => {
    const { id } = await anApplication(app);
    const desk = asAdvocate(app, await anAdvocate(app));
    await desk.take(id);
    app.clock.set('2027-02-02T04:00:00Z');
    await desk.placeHold({ recordId: id, kind: 'APPLICATION', reason: 'A court.', until: '2027-02-01' });
    expect(await desk.open(id, 'A test.')).toMatchObject({ legalHoldUntil: '2027-02-01', legalHold: true });
  });

  test('keeps messages too', async () => {
    const { id, code } = await anApplication(app);
    const desk = asAdvocate(app, await anAdvocate(app));
    await desk.take(id);
    await desk.writeToPerson({ recordId: id, kind: 'APPLICATION', body: 'Read.' });
    await withCode(app, code).open();
    await desk.placeHold({ recordId: id, kind: 'APPLICATION', reason: 'A court.' });
    await purgeAfter(days(60));
    expect((await desk.open(id, 'A test.'))!.messages).toHaveLength(1);
  });

  test('placed during a purge either takes effect or finds no record', async () => {
    const { id } = await anApplication(app);
    const desk = asAdvocate(app, await anAdvocate(app));
    await desk.take(id);
    await desk.close(id);
    app.clock.advance(days(31));
    const holdRequest = desk.placeHold({ recordId: id, kind: 'APPLICATION', reason: 'A court.' });
    const [isHeld] = await Promise.all([
      holdRequest.then(
        () => true,
        () => false,
      ),
      app.runJob('purge-sealed'),
    ]);
    expect(await hasRecord('application', id)).toBe(isHeld);
  });

  test.each([
    [{ reason: ' ' }, 'reason'],
    [{ reason: 'A court.', until: '2020-01-01' }, 'until'],
  ])('is refused with %j', async (parts, field) => {
    const { id } = await anApplication(app);
    const desk = asAdvocate(app, await anAdvocate(app));
    await expect(desk.placeHold({ recordId: id, kind: 'APPLICATION', ...parts })).rejects.toThrow(
      `{"fields":{"${field}"`,
    );
  });
});

describe('a record erased by the person', () => {
  test("is gone from every table, and older copies can't be decrypted", async () => {
    const introduction = await anIntroduction(app, { alias: 'Xaviera', shares: 'Quetzal' });
    await withCode(app, introduction.code).answer({ body: 'Pomegranate' });
    const copy = await runBypassingTriggers<{ alias: Buffer; contact: Buffer; body: Buffer; message: string }>(
      app,
      `SELECT a.alias, a.contact, m.body, m.id AS message FROM sealed.application a
         JOIN sealed.message m ON m.record_id = a.id WHERE a.id = $1`,
      [introduction.id],
    );
    const envelope = app.nest.get(Envelope);
    const place = (column: string, rowId: string) => ({ recordId: introduction.id, column, rowId });
    const { alias, body, message } = copy[0]!;
    const openCopy = () =>
      envelope.openAll([
        { ...place('application.alias', introduction.id), sealed: alias },
        { ...place('message.body', message), sealed: body },
      ]);
    expect(await openCopy()).toEqual(['Luna', 'Pomegranate']);

    await withCode(app, introduction.code).erase();
    const tables = await runBypassingTriggers<{ name: string }>(
      app,
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
    );
    const needles = ['Xaviera', 'Quetzal', 'Pomegranate'].flatMap((word) => [word, Buffer.from(word).toString('hex')]);
    needles.push(alias.toString('hex'), body.toString('hex'));
    for (const { name } of tables) {
      const matches = await runBypassingTriggers(app, `SELECT FROM ${name} t WHERE t::text LIKE ANY ($1)`, [
        needles.map((word) => `%${word}%`),
      ]);
      expect([name, matches]).toEqual([name, []]);
    }
    expect(await openCopy()).toEqual([null, null]);
    expect(await actionsOn(introduction.id)).toEqual(expect.arrayContaining(['sent', 'introduced', 'erased']));
  });

  test('is fully kept if the key database is unavailable', async () => {
    const { id, code } = await anApplication(app);
    const envelope = app.nest.get(Envelope);
    const erase = jest.spyOn(envelope, 'erase').mockRejectedValueOnce(new Error('away'));
    await expect(withCode(app, code).erase()).rejects.toThrow('INTERNAL_SERVER_ERROR');
    erase.mockRestore();
    expect(await withCode(app, code).open()).toMatchObject({ nameToUse: 'Luna' });
    await withCode(app, code).erase();
    expect(await hasRecord('application', id)).toBe(false);
  });
});

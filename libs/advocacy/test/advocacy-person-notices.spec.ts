import { Envelope } from '@upstander/advocacy';
import { DiscreetMail } from '@upstander/notifications';
import {
  aConsultation,
  anAdvocate,
  anApplication,
  applyInput,
  asAdvocate,
  runBypassingTriggers,
  withCode,
  type SignedIn,
} from '@upstander/tests/support/advocacy.js';
import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { eventually } from '@upstander/tests/support/eventually.js';
import { header, startMailSink, type MailSink } from '@upstander/tests/support/mail-sink.js';
import { hours } from '@upstander/tests/support/movable-clock.js';
import { noticedContact, writeToPerson } from '@upstander/tests/support/person-notices.js';
import { restoreBeforeEach } from '@upstander/tests/support/table-snapshot.js';

const sender = 'post@quiet.example';

let app: TestApp;
let sink: MailSink;
beforeAll(async () => {
  sink = await startMailSink();
  app = await startApp({ config: { SMTP_URL: sink.url, DISCREET_MAIL_FROM: sender } });
});
// A Tuesday, 8:02 a.m. in Chicago.
restoreBeforeEach(
  () => app,
  ['identity', 'notifications', 'opportunities', 'platform', 'sealed'],
  '2026-12-01T14:02:00Z',
);
beforeEach(() => {
  sink.received.length = 0;
  sink.beforeAnswer = null;
});
afterEach(() => jest.restoreAllMocks());
afterAll(async () => {
  await app.close();
  await sink.close();
});

const runAt = async (time: string) => {
  app.clock.set(time);
  await app.runJob('send-discreet-notices');
};

async function aNoticedApplication(changes: Parameters<typeof noticedContact>[0] = {}) {
  const advocate = await anAdvocate(app);
  const record = await anApplication(app, { safeContact: noticedContact(changes) });
  const desk = asAdvocate(app, advocate);
  await desk.take(record.id);
  const write = (body = 'Can you come on Friday?') => writeToPerson(desk, record.id, body);
  const noticeOf = async () => (await desk.open(record.id))!.notice;
  return { ...record, advocate, desk, write, noticeOf };
}

const trailOf = async (id: string) =>
  (
    await runBypassingTriggers<{ action: string }>(
      app,
      `SELECT action FROM sealed.audit WHERE record_id = $1 AND action LIKE 'notice%' ORDER BY seq`,
      [id],
    )
  ).map(({ action }) => action);

describe('a notice of a message', () => {
  test('waits for the hours that the person set, and is sent once', async () => {
    const { id, write, noticeOf } = await aNoticedApplication();
    expect(await noticeOf()).toEqual({ state: 'READY', nextAt: '2026-12-01T15:00:00.000Z', sentAt: null });
    await write();
    expect(await noticeOf()).toEqual({ state: 'WAITING', nextAt: '2026-12-01T15:00:00.000Z', sentAt: null });
    for (const time of ['2026-12-01T14:30:00Z', '2026-12-01T14:59:59Z']) await runAt(time);
    expect(sink.received).toEqual([]);
    await runAt('2026-12-01T15:00:20Z');
    expect(sink.received.map(({ to }) => to)).toEqual(['luna@example.net']);
    for (const time of ['2026-12-01T15:01:00Z', '2026-12-02T16:00:00Z']) await runAt(time);
    expect(sink.received).toHaveLength(1);
    expect(await noticeOf()).toEqual({ state: 'SENT', nextAt: null, sentAt: '2026-12-01T15:00:20.000Z' });
    expect(await trailOf(id)).toEqual(['notice-sent']);
  });

  test('leaves on the quarter hour, so its time does not reveal when the advocate wrote', async () => {
    const { write } = await aNoticedApplication();
    app.clock.set('2026-12-01T15:20:10Z');
    await write();
    await runAt('2026-12-01T15:29:59Z');
    expect(sink.received).toEqual([]);
    await runAt('2026-12-01T15:30:02Z');
    expect(sink.received).toHaveLength(1);
  });

  test('is not sent on other days or in the last quarter hour, because servers deliver late', async () => {
    const { write, noticeOf } = await aNoticedApplication();
    app.clock.set('2026-12-02T17:40:00Z');
    await write();
    // Wednesday 11:45 to noon, then Thursday.
    for (const time of ['2026-12-02T17:45:30Z', '2026-12-02T18:00:00Z', '2026-12-03T16:00:00Z']) await runAt(time);
    expect(sink.received).toEqual([]);
    expect((await noticeOf()).nextAt).toBe('2026-12-08T15:00:00.000Z');
    await runAt('2026-12-08T15:00:00Z');
    expect(sink.received).toHaveLength(1);
  });

  test('is not repeated before the person has come back, and then at most once a day', async () => {
    const { code, write, noticeOf } = await aNoticedApplication();
    await write();
    await runAt('2026-12-01T16:00:00Z');
    await write('One more thing.');
    await runAt('2026-12-02T17:00:00Z');
    expect(sink.received).toHaveLength(1);
    app.clock.set('2026-12-01T16:20:00Z');
    await withCode(app, code).open();
    await write('And another.');
    expect((await noticeOf()).nextAt).toBe('2026-12-02T16:00:00.000Z');
    for (const time of ['2026-12-01T17:00:00Z', '2026-12-02T15:30:00Z']) await runAt(time);
    expect(sink.received).toHaveLength(1);
    await runAt('2026-12-02T16:00:00Z');
    expect(sink.received).toHaveLength(2);
  });

  test('is not sent if the person came back first', async () => {
    const { code, write } = await aNoticedApplication();
    await write();
    await withCode(app, code).open();
    await runAt('2026-12-01T16:00:00Z');
    expect(sink.received).toEqual([]);
  });

  test('announces messages about a consultation too', async () => {
    const { code, id } = await aConsultation(app, { safeContact: noticedContact(), language: 'ES' });
    const desk = asAdvocate(app, await anAdvocate(app));
    await desk.takeConsultation(id);
    await writeToPerson(desk, id, 'Hola.', 'CONSULTATION');
    await runAt('2026-12-01T16:00:00Z');
    expect(sink.received.map(({ source }) => header(source, 'Subject'))).toEqual(['Algo nuevo para ti']);
    await withCode(app, code).erase();
    expect(await runBypassingTriggers(app, 'SELECT FROM sealed.person_notice')).toEqual([]);
  });
});

describe('no notice is sent', () => {
  const statesOf: ReadonlyArray<[string, Record<string, unknown>, string]> = [
    ['without the choice', noticedContact({ notice: null }), 'NOT_CHOSEN'],
    ['if messages may not be left', { ...noticedContact({ notice: null }), mayLeaveMessage: false }, 'NO_MESSAGES'],
    ['if the person did not say so', { channel: 'MAIL', value: 'luna@example.net' }, 'NO_MESSAGES'],
    ['for calls', { channel: 'CALL', value: '+1 310 555 0123', mayLeaveMessage: true }, 'OTHER_CHANNEL'],
  ];
  test.each(statesOf)('%s', async (_, safeContact, state) => {
    const desk = asAdvocate(app, await anAdvocate(app));
    const { id } = await anApplication(app, { safeContact });
    await desk.take(id);
    await writeToPerson(desk, id);
    await runAt('2026-12-01T16:00:00Z');
    expect((await desk.open(id))!.notice).toEqual({ state, nextAt: null, sentAt: null });
    expect(sink.received).toEqual([]);
  });

  test('after the person turned notices off', async () => {
    const { code, write, noticeOf } = await aNoticedApplication();
    await write();
    await withCode(app, code).changeSafeContact({ safeContact: noticedContact({ notice: null }) });
    await write('Are you well?');
    await runAt('2026-12-01T16:00:00Z');
    expect(sink.received).toEqual([]);
    expect((await noticeOf()).state).toBe('NOT_CHOSEN');
  });

  test('if they are turned off while the job runs', async () => {
    const [first, second] = [await aNoticedApplication(), await aNoticedApplication({ value: 'sol@example.net' })];
    await first.write();
    await second.write();
    // Turned off while the first one is sent, after the job found both.
    sink.beforeAnswer = async ({ to }) => {
      const other = to === 'luna@example.net' ? second : first;
      await withCode(app, other.code).changeSafeContact({ safeContact: noticedContact({ notice: null }) });
    };
    await runAt('2026-12-01T16:00:00Z');
    expect(sink.received).toHaveLength(1);
  });

  test('to the old address after a change', async () => {
    const { code, write } = await aNoticedApplication();
    await withCode(app, code).changeSafeContact({ safeContact: noticedContact({ value: 'new@example.net' }) });
    await write();
    await runAt('2026-12-01T16:00:00Z');
    expect(sink.received.map(({ to }) => to)).toEqual(['new@example.net']);
  });

  test('for a record of an earlier release, whose contact has no such choice', async () => {
    const desk = asAdvocate(app, await anAdvocate(app));
    const { id } = await anApplication(app);
    await desk.take(id);
    expect((await desk.open(id))!.safeContact.notice).toBeNull();
  });
});

describe('the choice', () => {
  test.each([
    ['without days', { notice: { days: [] } }, 'safeContact.notice.days'],
    ['with hours that end before they begin', { notice: { fromHour: 12 } }, 'safeContact.notice.untilHour'],
    ['with a link as the name', { notice: { senderName: 'Visit www.example.org' } }, 'safeContact.notice.senderName'],
    ['if no messages may be left', { mayLeaveMessage: false }, 'safeContact.notice'],
  ])('is rejected %s', async (_, changes, field) => {
    await expect(anApplication(app, { safeContact: noticedContact(changes) })).rejects.toThrow(`"${field}"`);
  });

  test('can only be made by the person, not by an advocate who applies for them', async () => {
    const desk = asAdvocate(app, await anAdvocate(app));
    await expect(desk.applyFor(await applyInput(app, { safeContact: noticedContact() }))).rejects.toThrow('BAD_INPUT');
  });

  test('is shown to the person and to the advocate as it was made', async () => {
    const { code, id, desk } = await aNoticedApplication({ notice: { senderName: 'Sam' } });
    const { notice } = (await withCode(app, code).open()).safeContact;
    expect(notice).toEqual({
      days: ['TUESDAY', 'WEDNESDAY'],
      fromHour: 9,
      untilHour: 12,
      timeZone: 'America/Chicago',
      senderName: 'Sam',
      namesOrganization: false,
    });
    expect((await desk.open(id))!.safeContact.notice).toEqual(notice);
  });
});

describe('exactly one notice is sent', () => {
  const writeTogether = async (record: { id: string; desk: ReturnType<typeof asAdvocate> }, colleague: SignedIn) => {
    const write = (desk: ReturnType<typeof asAdvocate>) => writeToPerson(desk, record.id);
    await write(record.desk);
    await asAdvocate(app, colleague).take(record.id, 'Covering this week.');
    await write(asAdvocate(app, colleague));
  };

  test('if two advocates write, and four workers run at the same time', async () => {
    const record = await aNoticedApplication();
    await writeTogether(record, await anAdvocate(app, 'Noor Haddad'));
    app.clock.set('2026-12-01T16:00:00Z');
    await Promise.all([1, 2, 3, 4].map(() => app.runJob('send-discreet-notices')));
    expect(sink.received).toHaveLength(1);
    expect(await trailOf(record.id)).toEqual(['notice-sent']);
  });

  test('if two workers reach the row at the same moment: the second one waits for its lock', async () => {
    await (await aNoticedApplication()).write();
    const envelope = app.nest.get(Envelope, { strict: false });
    const getUnsealer = envelope.getUnsealer.bind(envelope);
    let calls = 0;
    const isLockAwaited = async () => (await app.db.query('SELECT FROM pg_locks WHERE NOT granted')).length > 0;
    // Both workers find the notice. Then the first to claim it goes on when the other has the row too, or waits for it.
    jest.spyOn(envelope, 'getUnsealer').mockImplementation(async (ids) => {
      calls += 1;
      const arrivals = calls > 2 ? 4 : 2;
      await eventually(async () => calls >= arrivals || (arrivals === 4 && (await isLockAwaited())));
      return getUnsealer(ids);
    });
    await Promise.all([1, 2].map(() => runAt('2026-12-01T16:00:00Z')));
    expect(sink.received).toHaveLength(1);
  });

  test('if the process is killed after sending', async () => {
    const { write } = await aNoticedApplication();
    await write();
    const mail = app.nest.get(DiscreetMail, { strict: false });
    const send = mail.send.bind(mail);
    jest.spyOn(mail, 'send').mockImplementationOnce(async (text) => {
      await send(text);
      throw new Error('killed');
    });
    await expect(runAt('2026-12-01T16:00:00Z')).rejects.toThrow('killed');
    await runAt('2026-12-01T16:16:00Z');
    expect(sink.received).toHaveLength(1);
  });

  test('or none, if the process is killed before sending', async () => {
    const { write } = await aNoticedApplication();
    await write();
    jest.spyOn(app.nest.get(DiscreetMail, { strict: false }), 'send').mockRejectedValueOnce(new Error('killed'));
    await expect(runAt('2026-12-01T16:00:00Z')).rejects.toThrow('killed');
    await runAt('2026-12-01T16:16:00Z');
    expect(sink.received).toHaveLength(0);
  });
});

describe('if the mail server', () => {
  test('rejects it temporarily, it is sent in a later quarter hour', async () => {
    const { id, write, noticeOf } = await aNoticedApplication({ value: 'busy@example.net' });
    sink.answer('busy@example.net', { code: 451 });
    await write();
    await runAt('2026-12-01T16:00:00Z');
    expect(await noticeOf()).toEqual({ state: 'WAITING', nextAt: '2026-12-01T16:15:00.000Z', sentAt: null });
    sink.answer('busy@example.net', 'accept');
    await runAt('2026-12-01T16:14:00Z');
    expect(sink.received).toEqual([]);
    await runAt('2026-12-01T16:15:00Z');
    expect(sink.received).toHaveLength(1);
    expect(await trailOf(id)).toEqual(['notice-sent', 'notice-not-sent', 'notice-sent']);
  });

  test('rejects the address, the advocate sees it and nothing more is sent until the person returns', async () => {
    const { code, write, noticeOf } = await aNoticedApplication({ value: 'gone@example.net' });
    sink.answer('gone@example.net', { code: 550 });
    await write();
    await runAt('2026-12-01T16:00:00Z');
    expect((await noticeOf()).state).toBe('FAILED');
    sink.answer('gone@example.net', 'accept');
    await write('Hello?');
    await runAt('2026-12-01T17:00:00Z');
    expect(sink.received).toEqual([]);
    await withCode(app, code).open();
    await write('Hello!');
    await runAt('2026-12-02T16:00:00Z');
    expect(sink.received).toHaveLength(1);
  });

  test('rejects it while the person turns notices off, they stay off', async () => {
    const { code, write } = await aNoticedApplication();
    await write();
    sink.beforeAnswer = async () => {
      await withCode(app, code).changeSafeContact({ safeContact: noticedContact({ notice: null }) });
      throw Object.assign(new Error('Later.'), { responseCode: 451 });
    };
    await runAt('2026-12-01T16:00:00Z');
    sink.beforeAnswer = null;
    app.clock.advance(hours(24));
    await app.runJob('send-discreet-notices');
    expect(sink.received).toEqual([]);
  });
});

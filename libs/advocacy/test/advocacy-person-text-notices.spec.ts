import { Envelope } from '@upstander/advocacy';
import { DiscreetSms } from '@upstander/notifications';
import { exampleAccount, startCarrier, type CarrierHandle } from '@upstander/sms-sandbox';
import { carrierSettings } from '@upstander/tests/support/access-samples.mailbox.js';
import {
  anAdvocate,
  anApplication,
  asAdvocate,
  ask,
  runBypassingTriggers,
  withCode,
} from '@upstander/tests/support/advocacy.js';
import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { Canaries, captureLog, dumpAsApp, dumpSealed } from '@upstander/tests/support/canaries.js';
import { textedContact, textedNumber, writeToPerson } from '@upstander/tests/support/person-notices.js';
import { aSmsConsent } from '@upstander/tests/support/sms.js';
import { restoreBeforeEach } from '@upstander/tests/support/table-snapshot.js';

const sender = '+12025550101';
const organization = 'Harbor Project';
const volunteerNumber = exampleAccount.numbers[0]!;

let app: TestApp;
let carrier: CarrierHandle;
beforeAll(async () => {
  carrier = await startCarrier({
    account: { numbers: [volunteerNumber, { number: sender, isRegistered: true }] },
  });
  app = await startApp({
    config: {
      ...carrierSettings,
      SMS_API_URL: carrier.url,
      DISCREET_SMS_FROM: sender,
      ORGANIZATION_NAME: organization,
      LOG_LEVEL: 'debug',
    },
  });
  carrier.account.inboundUrl = `${app.config.PUBLIC_URL}/sms/inbound`;
  carrier.carrier.callbacks.route = (url) => url.replace(app.config.PUBLIC_URL, app.url);
});
// A Tuesday, 8:02 a.m. in Chicago.
restoreBeforeEach(
  () => app,
  ['identity', 'notifications', 'opportunities', 'platform', 'sealed'],
  '2026-12-01T14:02:00Z',
);
beforeEach(() => void carrier.carrier.messages.splice(0));
afterEach(() => jest.restoreAllMocks());
afterAll(async () => {
  await app.close();
  await carrier.close();
});

const runAt = async (time: string) => {
  app.clock.set(time);
  await app.runJob('send-discreet-notices');
};
const texts = () => carrier.carrier.messages.filter(({ direction }) => direction === 'outbound-api');
const replyTo = async (from: string, body: string, to = sender) => {
  carrier.carrier.receive(from, body, to);
  await carrier.carrier.settle();
};

interface Changes extends NonNullable<Parameters<typeof textedContact>[0]> {
  nameToUse?: string;
}

async function aTextedApplication({ nameToUse = 'Luna', ...contact }: Changes = {}) {
  const record = await anApplication(app, { nameToUse, safeContact: textedContact(contact) });
  const desk = asAdvocate(app, await anAdvocate(app));
  await desk.take(record.id);
  const write = (body = 'Can you come on Friday?') => writeToPerson(desk, record.id, body);
  const noticeOf = async () => (await desk.open(record.id))!.notice;
  return { ...record, desk, write, noticeOf };
}

describe('a text to a person', () => {
  test('waits for the hours that the person set, and is sent once', async () => {
    const { write, noticeOf } = await aTextedApplication();
    await write();
    expect(await noticeOf()).toEqual({ state: 'WAITING', nextAt: '2026-12-01T15:00:00.000Z', sentAt: null });
    await runAt('2026-12-01T14:30:00Z');
    expect(texts()).toEqual([]);
    await runAt('2026-12-01T15:00:20Z');
    expect(texts()).toMatchObject([{ from: sender, to: textedNumber, body: 'There is something new for you.' }]);
    for (const time of ['2026-12-01T15:16:00Z', '2026-12-02T16:00:00Z']) await runAt(time);
    expect(texts()).toHaveLength(1);
    expect((await noticeOf()).state).toBe('SENT');
  });

  test('asks for no delivery report', async () => {
    const { write } = await aTextedApplication();
    await write();
    await runAt('2026-12-01T16:00:00Z');
    expect(texts()).toMatchObject([{ statusCallback: null }]);
  });

  test('begins with the name that the person chose, and names the organization only if they allowed it', async () => {
    const { write } = await aTextedApplication({ notice: { senderName: 'Sam', namesOrganization: true } });
    await write();
    await runAt('2026-12-01T16:00:00Z');
    expect(texts().map(({ body }) => body)).toEqual([`Sam: There is something new for you.\n${organization}`]);
  });

  test('arrives as the person was shown before they turned it on, with the consent that is recorded', async () => {
    const samples = await ask<Array<Record<string, string | null>>>(
      app,
      'query { discreetNoticeSamples(language: EN) { channel sender subject text textWithOrganization consent } }',
      {},
    );
    expect(samples).toHaveLength(1);
    const [sample] = samples;
    const { id, write } = await aTextedApplication();
    await write();
    await runAt('2026-12-01T16:00:00Z');
    const [text] = texts();
    expect(sample).toMatchObject({ channel: 'TEXT', sender: text!.from, subject: null, text: text!.body });
    expect(sample!['textWithOrganization']).toBe(`${text!.body}\n${organization}`);
    expect(await envelopeOf(id)).toMatchObject({
      channel: 'text',
      address: textedNumber,
      consent: { wording: sample!['consent'], at: '2026-12-01T14:02:00.000Z' },
    });
  });
});

/** Returns what the job reads to send. */
async function envelopeOf(id: string): Promise<unknown> {
  const [row] = await runBypassingTriggers<{ choice: Buffer }>(
    app,
    'SELECT choice FROM sealed.person_notice WHERE record_id = $1',
    [id],
  );
  const unseal = await app.nest.get(Envelope, { strict: false }).getUnsealer([id]);
  return JSON.parse(unseal({ recordId: id, column: 'person_notice.choice', rowId: id }, row!.choice)!);
}

describe('the legal hours of texts', () => {
  test('apply on top of the hours that the person set', async () => {
    const { write, noticeOf } = await aTextedApplication({ notice: { fromHour: 6, untilHour: 24 } });
    await write();
    expect((await noticeOf()).nextAt).toBe('2026-12-01T14:15:00.000Z');
    // 8:30 p.m., then 8:45 to 9:15 p.m. in Chicago.
    await runAt('2026-12-02T02:30:00Z');
    expect(texts()).toHaveLength(1);
    const other = await aTextedApplication({ value: '+13125550124', notice: { fromHour: 6, untilHour: 24 } });
    await other.write();
    for (const time of ['2026-12-02T02:46:00Z', '2026-12-02T03:15:00Z', '2026-12-02T13:45:00Z']) await runAt(time);
    expect(texts()).toHaveLength(1);
    await runAt('2026-12-02T14:00:00Z');
    expect(texts()).toHaveLength(2);
  });

  test('count in the area of the number too', async () => {
    // 9 a.m. in Chicago is 7 a.m. in Los Angeles.
    const { write } = await aTextedApplication({ value: '+13105550123' });
    await write();
    for (const time of ['2026-12-01T15:00:00Z', '2026-12-01T15:45:00Z']) await runAt(time);
    expect(texts()).toEqual([]);
    await runAt('2026-12-01T16:00:00Z');
    expect(texts()).toHaveLength(1);
  });

  test.each([
    ['hours at night', { notice: { fromHour: 21, untilHour: 24 } }, 'safeContact.notice.untilHour'],
    ['hours that are night in the area', { value: '+18085550123' }, 'safeContact.notice.untilHour'],
    ['a number that gets no texts from us', { value: '+44 20 7946 0123' }, 'safeContact.value'],
    ['no permission to leave messages', { mayLeaveMessage: false }, 'safeContact.notice'],
  ])('reject %s', async (_, changes, field) => {
    await expect(anApplication(app, { safeContact: textedContact(changes) })).rejects.toThrow(`"${field}"`);
  });
});

describe('after STOP', () => {
  const stopped = async () => {
    const record = await aTextedApplication();
    await record.write();
    await replyTo(textedNumber, 'STOP');
    await runAt('2026-12-01T16:00:00Z');
    return record;
  };

  test('notices stay off, also when the person comes back, until they turn them on again', async () => {
    const { code, write, noticeOf } = await stopped();
    expect(texts()).toEqual([]);
    expect((await noticeOf()).state).toBe('STOPPED');
    // The carrier sends again, but the person didn't ask for it.
    await replyTo(textedNumber, 'START');
    expect((await withCode(app, code).open()).noticesStopped).toBe(true);
    await write();
    await runAt('2026-12-02T16:00:00Z');
    expect(texts()).toEqual([]);
    await withCode(app, code).changeSafeContact({ safeContact: textedContact() });
    expect((await withCode(app, code).open()).noticesStopped).toBe(false);
    await write();
    await runAt('2026-12-02T16:15:00Z');
    expect(texts()).toHaveLength(1);
  });

  test('the texts of a volunteer with the same number go on, and the other way around', async () => {
    await aSmsConsent(app.db, { recipient: 'ana@example.net', number: textedNumber });
    const before = await dumpAsApp(app);
    await stopped();
    await replyTo(textedNumber, 'Who is this?');
    const tables = ['notifications.sms_consent', 'notifications.sms_received', 'notifications.sms'];
    for (const table of tables) expect((await dumpAsApp(app)).texts.get(table)).toBe(before.texts.get(table));
    await replyTo(textedNumber, 'START');
    await replyTo(textedNumber, 'STOP', volunteerNumber.number);
    expect((await dumpAsApp(app)).texts.get('notifications.sms_consent')).not.toBe(
      before.texts.get('notifications.sms_consent'),
    );
    const other = await aTextedApplication({ nameToUse: 'Sol' });
    await other.write();
    await runAt('2026-12-02T16:00:00Z');
    expect(texts().map(({ from, to }) => [from, to])).toEqual([[sender, textedNumber]]);
  });
});

describe('nothing of a text is stored', () => {
  test('in a table, a queue, the log, a metric, an address or an answer of the provider', async () => {
    const canaries = new Canaries();
    const value = '+13125550177';
    const marked = {
      nameToUse: canaries.mark('name'),
      value,
      notice: { senderName: canaries.mark('sender name'), namesOrganization: true },
    };
    const log = captureLog();
    const { code, noticeOf, write } = await aTextedApplication(marked);
    await write(canaries.mark('message'));
    await runAt('2026-12-01T16:00:00Z');
    const [text] = texts();
    expect(text!.to).toBe(value);
    expect(canaries.in(text!.body)).toEqual(['sender name']);
    // Replies, and refusals that repeat the number.
    await replyTo(value, canaries.mark('reply'));
    await withCode(app, code).open();
    await write(canaries.mark('second message'));
    await replyTo(value, 'STOP');
    await runAt('2026-12-02T16:30:00Z');
    expect((await noticeOf()).state).toBe('STOPPED');

    const { texts: tables } = await dumpAsApp(app);
    const metrics = await (await fetch(`${app.url}/metrics`)).text();
    const lines = log.join('\n');
    const everything = [...tables.values(), await dumpSealed(app), metrics, lines].join('\n');
    expect(canaries.in(everything)).toEqual([]);
    for (const hidden of [value, value.slice(1), sender, text!.sid]) expect(everything).not.toContain(hidden);
    for (const table of ['notifications.sms', 'notifications.sms_received', 'notifications.mail'])
      expect([table, tables.get(table)]).toEqual([table, '']);
    expect(lines).toContain('a discreet text wasn’t accepted');
    expect(lines).not.toContain('text received');
    // Control.
    await replyTo(value, 'Hello', volunteerNumber.number);
    expect((await dumpAsApp(app)).texts.get('notifications.sms_received')).toContain(value);
    expect(log.join('\n')).toContain('text received');
  });
});

describe('if the provider', () => {
  const states: ReadonlyArray<[title: string, number: string, state: string]> = [
    ['is overloaded, the text waits for the next quarter hour', '+15005550129', 'WAITING'],
    ['rejects the number, nothing more is sent until the person returns', '+15005550009', 'FAILED'],
    ['cut the connection after it may have accepted the text, it counts as sent', '+15005550153', 'SENT'],
    ['answered with an error after it may have accepted the text, it counts as sent', '+15005550150', 'SENT'],
  ];
  test.each(states)('%s', async (_, number, state) => {
    const { write, noticeOf } = await aTextedApplication();
    await write();
    const sms = app.nest.get(DiscreetSms, { strict: false });
    const send = sms.send.bind(sms);
    jest.spyOn(sms, 'send').mockImplementation((text) => send({ ...text, to: number }));
    await runAt('2026-12-01T16:00:00Z');
    expect((await noticeOf()).state).toBe(state);
  });

  test('isn’t reached, the text waits for the next quarter hour', async () => {
    const { write, noticeOf } = await aTextedApplication();
    await write();
    jest.spyOn(global, 'fetch').mockImplementationOnce(() => {
      throw Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNREFUSED' } });
    });
    await runAt('2026-12-01T16:00:00Z');
    expect((await noticeOf()).state).toBe('WAITING');
    await runAt('2026-12-01T16:15:00Z');
    expect(texts()).toHaveLength(1);
  });

  test('isn’t configured for texts, no text is offered or sent', async () => {
    const { write, noticeOf } = await aTextedApplication();
    await write();
    jest.spyOn(app.nest.get(DiscreetSms, { strict: false }), 'sender', 'get').mockReturnValue(null);
    await runAt('2026-12-01T16:00:00Z');
    expect(texts()).toEqual([]);
    expect((await noticeOf()).state).toBe('NOT_SET_UP');
  });
});

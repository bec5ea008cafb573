import {
  SmsCallbacksController,
  type ReceivedSms,
  type SmsInbox,
  type SmsStatusReport,
} from '@upstander/notifications';
import { exampleAccount, signCallback, startCarrier, type CarrierHandle } from '@upstander/sms-sandbox';
import { carrierSettings } from '@upstander/tests/support/access-samples.mailbox.js';
import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { eventually } from '@upstander/tests/support/eventually.js';
import { captureLog } from '@upstander/tests/support/canaries.js';

const id = '0197c3f0-1111-7000-8000-000000000001';
const phone = '+12025550123';
const number = exampleAccount.numbers[0]!.number;
const sid = 'SM0123456789abcdef0123456789abcdef';
const nextToken = 'the-next-auth-token';
const publicUrl = 'https://volunteer.example.org';

class FakeInbox implements SmsInbox {
  readonly texts: ReceivedSms[] = [];
  readonly reports: SmsStatusReport[] = [];
  reply: string | null = null;
  failure: Error | null = null;

  async received(text: ReceivedSms): Promise<{ reply: string | null }> {
    if (this.failure) throw this.failure;
    this.texts.push(text);
    return { reply: this.reply };
  }

  async status(report: SmsStatusReport): Promise<void> {
    if (this.failure) throw this.failure;
    this.reports.push(report);
  }
}

let app: TestApp;
let carrier: CarrierHandle;
let inbox: FakeInbox;

beforeAll(async () => {
  carrier = await startCarrier({ account: { inboundUrl: `${publicUrl}/sms/inbound` } });
  app = await startApp({
    config: {
      PUBLIC_URL: publicUrl,
      EXTRA_HOSTS: '127.0.0.1',
      LOG_LEVEL: 'debug',
      ...carrierSettings,
      SMS_AUTH_TOKEN: `${exampleAccount.authToken}, ${nextToken}`,
      SMS_API_URL: carrier.url,
    },
  });
  carrier.carrier.callbacks.route = (url) => url.replace(publicUrl, app.url);
});
afterAll(async () => {
  await app.close();
  await carrier.close();
});
beforeEach(() => {
  inbox = new FakeInbox();
  Object.assign(app.nest.get(SmsCallbacksController), { inbox });
});

interface Sent {
  signedUrl?: string;
  authToken?: string;
  signature?: string | null;
  headers?: Record<string, string>;
  body?: string | Uint8Array<ArrayBuffer>;
}

async function post(path: string, params: Record<string, string>, sent: Sent = {}) {
  const { signedUrl = publicUrl + path, authToken = exampleAccount.authToken } = sent;
  const signature = sent.signature === undefined ? signCallback(authToken, signedUrl, params) : sent.signature;
  const response = await fetch(app.url + path, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      ...(signature !== null && { 'x-twilio-signature': signature }),
      ...sent.headers,
    },
    body: sent.body ?? new URLSearchParams(params).toString(),
  });
  return { status: response.status, type: response.headers.get('content-type'), body: await response.text() };
}

const inbound = (params: Record<string, string> = {}, sent?: Sent) =>
  post('/sms/inbound', { MessageSid: sid, From: phone, To: number, Body: 'Hello', ...params }, sent);
const report = (params: Record<string, string> = {}, sent?: Sent, of = id) =>
  post(`/sms/status/${of}`, { MessageSid: sid, MessageStatus: 'delivered', ...params }, sent);

describe('incoming texts', () => {
  test('are passed on, and answered with an empty document', async () => {
    const { status, type, body } = await inbound({ Body: '¿Mañana? 😀\n+1 & más' });
    expect([status, type]).toEqual([200, 'text/xml; charset=utf-8']);
    expect(body).toBe('<?xml version="1.0" encoding="UTF-8"?><Response/>');
    expect(inbox.texts).toEqual([
      { providerId: sid, from: phone, to: number, body: '¿Mañana? 😀\n+1 & más', optOutType: null },
    ]);
  });

  test('are answered with the reply, escaped', async () => {
    inbox.reply = 'Tom & Ana: 5 < 6 > 4 "ok" 😀\u0007';
    expect((await inbound()).body).toBe(
      '<?xml version="1.0" encoding="UTF-8"?><Response><Message>Tom &amp; Ana: 5 &lt; 6 &gt; 4 "ok" 😀</Message></Response>',
    );
  });

  test('arrive from the carrier, which sends the reply to the phone', async () => {
    inbox.reply = 'See you at 5 & thanks';
    const { sid: received } = await carrier.text(phone, 'Yes 😀');
    expect(inbox.texts).toMatchObject([{ providerId: received, from: phone, to: number, body: 'Yes 😀' }]);
    expect(carrier.carrier.answerErrors).toEqual([]);
    expect(carrier.textsOf(phone).at(-1)).toMatchObject({ direction: 'outbound-reply', body: 'See you at 5 & thanks' });
  });

  test('carry the keyword that the carrier has acted on', async () => {
    await carrier.text('+12025550125', 'Stop');
    await carrier.text('+12025550125', 'START');
    await inbound({ OptOutType: 'OTHER' });
    expect(inbox.texts.map(({ optOutType }) => optOutType)).toEqual(['STOP', 'START', null]);
  });

  test('from senders that are no phones are ignored', async () => {
    for (const From of ['12345', '12025550123', 'HARBOR', '+1', '']) expect((await inbound({ From })).status).toBe(200);
    expect(inbox.texts).toEqual([]);
  });

  test('may be empty, and lose NUL characters, which the database doesn’t store', async () => {
    await inbound({ Body: '' });
    await inbound({ Body: 'ST\0OP' });
    expect(inbox.texts.map(({ body }) => body)).toEqual(['', 'STOP']);
  });

  test('that are sent again are passed on again with the same ID', async () => {
    const again = await Promise.all([inbound(), inbound()]);
    expect(again.map(({ status }) => status)).toEqual([200, 200]);
    expect(inbox.texts.map(({ providerId }) => providerId)).toEqual([sid, sid]);
  });

  test('without the ID of a text are refused', async () => {
    for (const MessageSid of ['', 'CA0123456789abcdef0123456789abcdef', `${sid}'`])
      expect((await inbound({ MessageSid })).status).toBe(400);
    expect(inbox.texts).toEqual([]);
  });

  test('that can’t be stored are sent again by the carrier', async () => {
    const { account } = carrier;
    account.inboundUrl = `${publicUrl}/sms/inbound#rc=5&rp=5xx,ct,rt`;
    inbox.failure = new Error('The database is away.');
    const { sid: received } = await carrier.text(phone, 'STOP please');
    expect(inbox.texts).toEqual([]);
    inbox.failure = null;
    await carrier.advance(1_000);
    expect(inbox.texts).toMatchObject([{ providerId: received, body: 'STOP please' }]);
  });
});

describe('delivery reports', () => {
  test('arrive from the carrier for the row of the text', async () => {
    const { sid: sent } = carrier.carrier.accept({
      to: '+15005550106',
      sender: carrier.account.numbers[0]!,
      messagingServiceSid: null,
      body: 'Hello',
      statusCallback: `${publicUrl}/sms/status/${id}#rc=5&rp=5xx,ct,rt`,
    });
    carrier.carrier.callbacks.problems = { shuffle: true };
    await carrier.advance(10_000);
    expect(inbox.reports).toHaveLength(2);
    expect(inbox.reports).toEqual(
      expect.arrayContaining([
        { id, providerId: sent, status: 'sent', errorCode: null },
        { id, providerId: sent, status: 'undelivered', errorCode: 30_006 },
      ]),
    );
  });

  test('are passed on in the order of arrival, also out of order and at the same time', async () => {
    expect((await report()).status).toBe(204);
    expect((await report({ MessageStatus: 'sent' })).status).toBe(204);
    await Promise.all([report({ MessageStatus: 'failed', ErrorCode: '30007' }), report({ MessageStatus: 'sent' })]);
    expect(inbox.reports.map(({ status }) => status).slice(0, 2)).toEqual(['delivered', 'sent']);
    expect(inbox.reports.map(({ status }) => status).sort()).toEqual(['delivered', 'failed', 'sent', 'sent']);
  });

  test.each([
    ['accepted', 'queued'],
    ['sending', 'queued'],
    ['read', 'delivered'],
    ['canceled', 'failed'],
  ])('translate %s into %s', async (MessageStatus, status) => {
    await report({ MessageStatus });
    expect(inbox.reports).toMatchObject([{ status }]);
  });

  test('with an unknown status are accepted and ignored, so that they aren’t sent again', async () => {
    for (const MessageStatus of ['', 'received', 'teleported', '__proto__'])
      expect((await report({ MessageStatus })).status).toBe(204);
    expect(inbox.reports).toEqual([]);
  });

  test('ignore an error code that is no number', async () => {
    await report({ MessageStatus: 'failed', ErrorCode: '30006; DROP' });
    expect(inbox.reports).toMatchObject([{ status: 'failed', errorCode: null }]);
  });

  test('for something that isn’t an ID of ours are not found', async () => {
    expect((await report({}, {}, 'no-id')).status).toBe(404);
  });
});

describe('signatures', () => {
  const refused = async (answer: Promise<{ status: number; body: string }>) => {
    const { status, body } = await answer;
    expect([status, body]).toEqual([400, expect.stringContaining('SMS_NOT_SIGNED')]);
    expect([...inbox.texts, ...inbox.reports]).toEqual([]);
  };

  test('are required', async () => {
    for (const signature of [null, '', 'x', '!!!', 'A'.repeat(28), 'A'.repeat(10_000)])
      await refused(inbound({}, { signature }));
  });

  test('of another URL, host, scheme, path or row are refused', async () => {
    for (const signedUrl of [
      'http://volunteer.example.org/sms/inbound',
      'https://other.example.org/sms/inbound',
      `${publicUrl}/sms/inbound/`,
      `${publicUrl}/sms/inbound?x=1`,
      `${publicUrl}/sms/status/${id}`,
      `${app.url}/sms/inbound`,
    ])
      await refused(inbound({}, { signedUrl }));
    await refused(report({}, { signedUrl: `${publicUrl}/sms/status/0197c3f0-1111-7000-8000-000000000002` }));
  });

  test('do not depend on the Host of the request', async () => {
    const signedUrl = 'https://attacker.example.org/sms/inbound';
    const headers = { 'x-forwarded-host': 'attacker.example.org', 'x-forwarded-proto': 'https' };
    await refused(inbound({}, { signedUrl, headers }));
  });

  test('with either token are accepted during a rotation', async () => {
    expect((await inbound({}, { authToken: nextToken })).status).toBe(200);
    expect((await inbound()).status).toBe(200);
  });

  test('with another token, or of other parameters, are refused', async () => {
    await refused(inbound({}, { authToken: 'another-auth-token' }));
    for (const authToken of ['', ',', `${exampleAccount.authToken}, ${nextToken}`])
      await refused(inbound({}, { authToken }));
    const body = new URLSearchParams({ MessageSid: sid, From: phone, To: number, Body: 'Hello!' }).toString();
    await refused(inbound({}, { body }));
    const added = `${new URLSearchParams({ MessageSid: sid, From: phone, To: number, Body: 'Hello' }).toString()}&Body=STOP`;
    await refused(inbound({}, { body: added }));
  });

  test('cover the text before it is decoded wrongly', async () => {
    await refused(inbound({}, { body: `MessageSid=${sid}&From=%2B12025550123&To=%2B12025550100&Body=%ff%fe` }));
    const latin = Buffer.from(`MessageSid=${sid}&Body=ma\xf1ana`, 'latin1');
    expect((await inbound({}, { body: new Uint8Array(latin) })).status).toBe(400);
    expect(inbox.texts).toEqual([]);
  });

  test('don’t help a form that isn’t UTF-8, which decoding would change to what was signed', async () => {
    const form = `MessageSid=${sid}&From=%2B12025550123&To=%2B12025550100&Body=ma\xf1ana`;
    const body = new Uint8Array(Buffer.from(form, 'latin1'));
    expect((await inbound({ Body: 'ma\ufffdana' }, { body })).status).toBe(400);
    expect(inbox.texts).toEqual([]);
  });

  test('can’t be avoided with another type of body', async () => {
    const json = JSON.stringify({ MessageSid: sid, From: phone, Body: 'STOP' });
    await refused(inbound({}, { body: json, headers: { 'content-type': 'application/json' } }));
    expect((await inbound({}, { headers: { 'content-type': 'text/plain' } })).status).toBe(415);
  });
});

test('a body of 10 MB is refused before it is read', async () => {
  expect((await inbound({ Body: 'x'.repeat(10_000_000) })).status).toBe(413);
  expect(inbox.texts).toEqual([]);
});

test('no number and no text gets into the log', async () => {
  const log = captureLog();
  await inbound({ Body: 'a secret of a volunteer' });
  await report();
  await inbound({}, { signature: 'x' });
  await report({ MessageStatus: 'teleported' });
  inbox.failure = new Error('The database is away.');
  await inbound({ Body: 'a secret of a volunteer' });
  // The log is written after the answer.
  await eventually(() => log.filter((line) => line.includes('"status":500')).length === 1);
  jest.restoreAllMocks();
  const lines = log.join('\n');
  expect(lines).toContain('/sms/status/:id');
  expect(lines).toContain('/sms/inbound');
  for (const hidden of [phone, phone.slice(1), 'secret of a volunteer', sid, id]) expect(lines).not.toContain(hidden);
});

test('forms are accepted nowhere else', async () => {
  const body = new URLSearchParams({ query: '{ me { id } }' });
  expect((await fetch(`${app.url}/graphql`, { method: 'POST', body })).status).toBe(415);
});

test('the addresses don’t exist while texts are off', async () => {
  const without = await startApp();
  for (const path of ['/sms/inbound', `/sms/status/${id}`]) {
    const response = await fetch(without.url + path, {
      method: 'POST',
      body: new URLSearchParams({ MessageSid: sid }),
    });
    expect(response.status).toBe(404);
  }
  await without.close();
});

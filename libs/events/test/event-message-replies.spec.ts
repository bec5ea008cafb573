import { simpleParser } from 'mailparser';
import {
  aBeachCleanup,
  aMessageDesk,
  cleanupTimes,
  type MessageDesk,
  resultsOf,
  runMessageJobs,
  sendAfterDelay,
  sendMessage,
} from '@upstander/tests/support/event-messages.js';
import { signedReply } from '@upstander/tests/support/access-samples.mailbox.js';
import { followLink } from '@upstander/tests/support/follow-link.js';
import { seconds } from '@upstander/tests/support/movable-clock.js';
import { peoplesData } from '@upstander/tests/support/peoples-data.js';
import { unzip } from '@upstander/tests/support/unzip.js';
import { aRegistration, aRegistrationForm } from '@upstander/tests/support/registrations.js';

const secret = 'a-secret-for-tests-of-replies';
const { now } = cleanupTimes;

let desk: MessageDesk;
let app: MessageDesk['app'];
let sink: MessageDesk['sink'];
let chapter: MessageDesk['chapter'];
let rosa: MessageDesk['rosa'];
let stranger: MessageDesk['stranger'];
beforeAll(async () => {
  desk = await aMessageDesk({ REPLY_WEBHOOK_SECRET: secret, REPLY_DOMAIN: 'reply.example.org' });
  ({ app, sink, chapter, rosa, stranger } = desk);
});
beforeEach(() => desk.reset());
afterAll(() => desk.close());

/** Sends "Storm" to Ana and returns her, the message and the address that her reply goes to. */
async function aMessageToAna() {
  const { event, person } = await aBeachCleanup(app, { chapterId: chapter.id, roles: [] });
  const ana = await person('Ana');
  const { data } = await sendMessage(app, { eventId: event.id }, rosa);
  await sendAfterDelay(app);
  const mail = await simpleParser(sink.received.find(({ to }) => to === ana.email)!.source);
  sink.received.length = 0;
  return { ana, messageId: data.sendEventMessage.id, replyTo: mail.replyTo!.value[0]!.address! };
}

interface Parts {
  from?: string;
  headers?: string[];
  body?: string;
  type?: string;
}

function emailTo(replyTo: string, { from = 'ana@example.org', headers = [], body, type = 'text/plain' }: Parts = {}) {
  const head = [
    `From: Ana <${from}>`,
    `To: ${replyTo}`,
    'Subject: Re: Storm',
    `Content-Type: ${type}; charset=utf-8`,
    ...(headers.some((line) => line.startsWith('Message-ID')) ? [] : ['Message-ID: <one@example.org>']),
    ...headers,
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body ?? 'I can bring a tent.'}\r\n`);
}

async function post(email: Buffer, headers = signedReply(app, email)) {
  const response = await fetch(`${app.url}/webhooks/replies`, { method: 'POST', headers, body: new Uint8Array(email) });
  const { outcome, code } = (await response.json()) as { outcome?: string; code?: string };
  return outcome ?? code;
}

async function replies(filter: object = { isReply: true }, session: { cookie: string } = rosa) {
  const { data } = await app.graphql<{ siteMessages: { edges: Array<{ node: Record<string, unknown> }> } }>(
    `query ($filter: SiteMessageFilter) { siteMessages(filter: $filter) { edges { node {
       name email sentFrom subject body quoted attachmentNames isAutomatic status eventMessageId volunteerId replyToId } } } }`,
    { filter },
    session,
  );
  return data.siteMessages.edges.map(({ node }) => node);
}

const notifications = async () => {
  await runMessageJobs(app);
  return sink.received.map(({ to }) => to);
};

test('stores a reply with the message and the person, and notifies the organizer who wrote it', async () => {
  const { ana, messageId, replyTo } = await aMessageToAna();
  expect(replyTo).toMatch(/^reply\+[a-z2-7]{55}@reply\.example\.org$/);
  const body =
    'I can bring a tent.\r\n\r\nOn Fri, Dec 4, 2026 at 12:01 PM Rosa\r\n<rosa@example.org> wrote:\r\n> We start an hour later.';
  expect(await post(emailTo(replyTo, { from: ana.email, body }))).toBe('stored');
  const [reply] = await replies({ eventMessageId: messageId });
  expect(reply).toMatchObject({
    name: 'Ana',
    email: ana.email,
    sentFrom: null,
    subject: 'Re: Storm',
    body: 'I can bring a tent.',
    status: 'OPEN',
    volunteerId: ana.volunteerId,
  });
  expect(reply!['quoted']).toContain('We start an hour later.');
  // The conversation on the person's page uses the ID of the message in their history.
  const [kept] = await app.db.query<{ id: string }>('SELECT id FROM volunteers.message WHERE volunteer_id = $1', [
    ana.volunteerId,
  ]);
  expect(await replies({ replyToIds: [kept!.id] })).toEqual([reply]);
  expect(await replies({ isReply: false })).toEqual([]);
  expect(await replies({ isReply: true }, stranger)).toEqual([]);
  expect(await notifications()).toEqual([rosa.email]);
  const mail = await simpleParser(sink.received[0]!.source);
  expect([mail.subject, mail.replyTo?.text]).toEqual(['Ana replied', ana.email]);
});

test('replies to an email from the directory arrive the same way', async () => {
  const { ana } = await aMessageToAna();
  await app.graphql(
    'mutation ($input: MessageVolunteersInput!) { messageVolunteers(input: $input) }',
    { input: { ids: [ana.volunteerId], subject: 'Van', body: 'Can you drive?' } },
    rosa,
  );
  await runMessageJobs(app);
  const { replyTo } = await simpleParser(sink.received[0]!.source);
  expect(await post(emailTo(replyTo!.value[0]!.address!.toUpperCase(), { from: ana.email }))).toBe('stored');
  expect(await replies()).toMatchObject([{ volunteerId: ana.volunteerId, eventMessageId: null }]);
});

test.each<[string, (address: string) => string]>([
  ['changed', (address) => address.replace(/\+./, (start) => (start === '+a' ? '+b' : '+a'))],
  ['changed in its last character', (address) => address.replace(/.@/, (end) => (end === 'a@' ? 'q@' : 'a@'))],
  ['of another domain', (address) => address.replace('@reply.', '@')],
  ['without a signature', () => 'reply+7d3f0e5200004000@reply.example.org'],
])('refuses an address that is %s', async (_, change) => {
  const { replyTo } = await aMessageToAna();
  expect(await post(emailTo(change(replyTo)))).toBe('REPLY_NOT_ADDRESSED');
  expect(await replies()).toEqual([]);
});

test('refuses emails that the mail server did not sign, and stores nothing of them', async () => {
  const { replyTo } = await aMessageToAna();
  const email = emailTo(replyTo);
  const foreign = { ...app, config: { ...app.config, REPLY_WEBHOOK_SECRET: `${secret}!` } } as typeof app;
  expect(await post(email, signedReply(foreign, email))).toBe('REPLY_NOT_SIGNED');
  expect(await post(email, signedReply(app, emailTo(replyTo, { body: 'Other' })))).toBe('REPLY_NOT_SIGNED');
  expect(await post(email, { 'content-type': 'message/rfc822' })).toBe('REPLY_NOT_SIGNED');
  const earlier = signedReply(app, email);
  app.clock.advance(seconds(600));
  expect(await post(email, earlier)).toBe('REPLY_NOT_SIGNED');
  expect(await post(Buffer.concat([email, Buffer.alloc(26 * 1024 * 1024, `${'x'.repeat(70)}\n`)]))).toBe(
    'REPLY_TOO_LARGE',
  );
  expect(await replies()).toEqual([]);
});

test('treats copies of an email as one reply', async () => {
  const { replyTo } = await aMessageToAna();
  expect(await Promise.all([1, 2, 3].map(() => post(emailTo(replyTo))))).toEqual(['stored', 'stored', 'stored']);
  await post(emailTo(replyTo, { headers: ['Message-ID: <two@example.org>'] }));
  expect(await replies()).toHaveLength(2);
  expect(await notifications()).toHaveLength(2);
});

test.each([['Auto-Submitted: auto-replied'], ['Precedence: auto_reply'], ['Precedence: bulk'], ['X-Autoreply: yes']])(
  'keeps an automatic reply (%s) but notifies no one',
  async (header) => {
    const { replyTo } = await aMessageToAna();
    expect(await post(emailTo(replyTo, { headers: [header] }))).toBe('stored');
    expect(await replies()).toMatchObject([{ isAutomatic: true, status: 'ANSWERED' }]);
    expect(await notifications()).toEqual([]);
  },
);

test.each<[string, Parts]>([
  ['a bounce', { from: 'MAILER-DAEMON@example.org' }],
  ['a delivery report', { type: 'multipart/report; boundary=x' }],
  ['an email without a return path', { headers: ['Return-Path: <>'] }],
  ['an email from a reply address', { from: 'reply+x@reply.example.org' }],
])('ignores %s, so that no loop can start', async (_, parts) => {
  const { replyTo } = await aMessageToAna();
  expect(await post(emailTo(replyTo, parts))).toBe('ignored');
  expect(await replies()).toEqual([]);
});

test('reduces HTML to text, names attachments and shows an unknown sender', async () => {
  const { ana, replyTo } = await aMessageToAna();
  const body = [
    '--x',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<p>I bring <b>two</b> tents.</p><script>alert(1)</script><blockquote>We start an hour later.</blockquote>',
    '--x',
    'Content-Type: image/jpeg; name="tent.jpg"',
    'Content-Disposition: attachment; filename="tent.jpg"',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.alloc(300_000).toString('base64'),
    '--x--',
  ].join('\r\n');
  expect(await post(emailTo(replyTo, { from: 'ana@work.example', type: 'multipart/mixed; boundary=x', body }))).toBe(
    'stored',
  );
  const [reply] = await replies();
  expect(reply).toMatchObject({
    body: 'I bring two tents.',
    attachmentNames: ['tent.jpg'],
    email: ana.email,
    sentFrom: 'ana@work.example',
  });
  expect(JSON.stringify(reply)).not.toContain('alert');
});

test('limits the replies to one message', async () => {
  const { replyTo } = await aMessageToAna();
  const send = (n: number) => post(emailTo(replyTo, { headers: [`Message-ID: <${n}@example.org>`] }));
  for (let n = 0; n < 20; n += 1) expect(await send(n)).toBe('stored');
  expect(await send(20)).toBe('TOO_MANY_TRIES');
});

test('exports and erases the replies of a person, also those sent from another address', async () => {
  const { ana, replyTo } = await aMessageToAna();
  await post(emailTo(replyTo, { from: 'ana@work.example' }));
  const { linkOf, erase } = peoplesData(() => app);
  const token = await linkOf(ana.email);
  expect((await erase(token)).data.eraseMyData).toMatchObject({ outcome: 'DONE' });
  expect(await replies()).toEqual([]);
  expect(await post(emailTo(replyTo))).toBe('REPLY_NOT_ADDRESSED');
});

test('stores a reply of a participant, and exports and erases it with the message', async () => {
  const { event } = await aBeachCleanup(app, { chapterId: chapter.id, roles: [] });
  await aRegistrationForm(app.db, event.id);
  const { email } = await aRegistration(app.db, event.id, { name: 'Lea', email: 'lea@example.org', now });
  const { data } = await sendMessage(app, { eventId: event.id, audience: { kind: 'PARTICIPANTS' } }, rosa);
  const { id } = data.sendEventMessage;
  await sendAfterDelay(app);
  const { replyTo } = await simpleParser(sink.received.find(({ to }) => to === email)!.source);
  const { address } = replyTo!.value[0]!;
  sink.received.length = 0;
  expect(await post(emailTo(address!, { from: email! }))).toBe('stored');
  expect(await replies({ eventMessageId: id })).toMatchObject([
    { name: 'Lea', email, sentFrom: null, volunteerId: null, isAutomatic: false },
  ]);
  expect(await notifications()).toEqual([rosa.email]);
  expect((await simpleParser(sink.received[0]!.source)).text).toContain('/admin/site-messages?kind=replies');
  const { linkOf, erase } = peoplesData(() => app);
  const token = await linkOf(email!);
  const files = await unzip(await (await followLink(`${app.url}/my-data/${token}.zip`)).blob());
  expect(JSON.parse(files.get('registrations.json')!)).toMatchObject([
    { name: 'Lea', messages: [{ subject: 'Storm', body: 'We start an hour later.' }] },
  ]);
  expect((await erase(token)).data.eraseMyData).toMatchObject({ outcome: 'DONE' });
  expect(await replies()).toEqual([]);
  expect(await resultsOf(app, id, rosa)).toEqual([]);
  expect(await post(emailTo(address!))).toBe('REPLY_NOT_ADDRESSED');
});

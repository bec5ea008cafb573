import { createTransport } from 'nodemailer';
import { ReplyAddresses } from '@upstander/notifications';
import { exampleAccount, signCallback } from '@upstander/sms-sandbox';
import { createHash, createHmac, randomUUID } from 'node:crypto';
import type { MakeSample } from './access-samples.js';
import type { TestApp } from './app.js';
import { aChapter } from './factories.js';
import { aVolunteer } from './volunteers.js';

const phone = '+12025550123';

/** Settings of the local carrier's account. */
export const carrierSettings = {
  SMS_ACCOUNT_SID: exampleAccount.sid,
  SMS_API_KEY: exampleAccount.apiKey,
  SMS_API_SECRET: exampleAccount.apiSecret,
  SMS_AUTH_TOKEN: exampleAccount.authToken,
  SMS_FROM: exampleAccount.numbers[0]!.number,
};

export const mailboxRouteSamples: Record<string, MakeSample> = {
  'GET /dev/mail': () => ({ path: '/dev/mail' }),
  'GET /dev/mail.json': () => ({ path: '/dev/mail.json' }),
  'GET /dev/mail/:id': async ({ app }) => ({ path: `/dev/mail/${await aCaughtMail(app)}` }),
  'GET /dev/mail/:id/html': async ({ app }) => ({ path: `/dev/mail/${await aCaughtMail(app)}/html` }),
  'GET /dev/mail/:id/files/:place': async ({ app }) => ({ path: `/dev/mail/${await aCaughtMail(app)}/files/0` }),
  'POST /dev/mail/:id/reply': async ({ app }) => ({
    path: `/dev/mail/${await aCaughtMail(app)}/reply`,
    ...aForm({ text: 'Thanks!' }),
  }),
  'GET /dev/phone': () => ({ path: '/dev/phone' }),
  'GET /dev/phone/:number': () => ({ path: `/dev/phone/${encodeURIComponent(phone)}` }),
  'POST /dev/phone/:number': () => ({
    path: `/dev/phone/${encodeURIComponent(phone)}`,
    ...aForm({ text: 'Thanks!' }),
  }),
  'POST /sms/inbound': ({ app }) =>
    signedText(app, '/sms/inbound', { From: phone, To: app.config.SMS_FROM!, Body: 'Hi' }),
  'POST /sms/status/:id': ({ app }) => signedText(app, `/sms/status/${randomUUID()}`, { MessageStatus: 'delivered' }),
  'POST /webhooks/replies': async ({ app }) => {
    const body = `From: <ana@example.org>\r\nTo: ${await aReplyAddress(app)}\r\n\r\nThanks!`;
    return { path: '/webhooks/replies', body, headers: signedReply(app, body) };
  },
};

function aForm(fields: Record<string, string>) {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  return { body: new URLSearchParams(fields).toString(), headers };
}

/** Returns a signed request of the SMS provider. */
export function signedText({ config }: TestApp, path: string, fields: Record<string, string>) {
  const params = { MessageSid: `SM${randomUUID().replaceAll('-', '')}`, ...fields };
  const { body, headers } = aForm(params);
  const signature = signCallback(config.SMS_AUTH_TOKEN!, config.PUBLIC_URL + path, params);
  return { path, body, headers: { ...headers, 'x-twilio-signature': signature } };
}

/** Returns the headers of a mail server that posts an email. */
export function signedReply({ config, clock }: TestApp, email: string | Buffer): Record<string, string> {
  const time = Math.floor(clock.now().valueOf() / 1000);
  const digest = createHash('sha256').update(email).digest('hex');
  const signature = createHmac('sha256', config.REPLY_WEBHOOK_SECRET!).update(`${time}.${digest}`).digest('hex');
  return {
    'content-type': 'message/rfc822',
    'upstander-signature': `t=${time},sha256=${digest},v1=${signature}`,
  };
}

/** Returns the address that answers a message to a volunteer. */
export async function aReplyAddress(app: TestApp): Promise<string> {
  const { id: volunteerId } = await aVolunteer(app, (await aChapter(app.db)).id);
  const [message] = await app.db.query<{ id: string }>(
    `INSERT INTO volunteers.message (volunteer_id, subject, body, sent_at) VALUES ($1, 'Van', 'Can you drive?', now())
     RETURNING id`,
    [volunteerId],
  );
  return app.nest.get(ReplyAddresses).addressOf({ kind: 'volunteer-message', id: message!.id })!;
}

/** Stores one email with an attachment, shared by all samples. */
async function aCaughtMail(app: TestApp): Promise<string> {
  const caughtMail = async () => {
    const mails = (await (await fetch(`${app.url}/dev/mail.json`)).json()) as Array<{ id: string }>;
    return mails.at(-1)?.id;
  };
  const cached = await caughtMail();
  if (cached) return cached;
  const transport = createTransport({ host: '127.0.0.1', port: app.config.DEV_MAILBOX_PORT });
  const attachments = [{ filename: 'shift.ics', content: 'BEGIN:VCALENDAR' }];
  await transport.sendMail({
    from: 'a@example.org',
    to: 'b@example.org',
    replyTo: await aReplyAddress(app),
    subject: 'Hello',
    html: '<p>Hi</p>',
    attachments,
  });
  transport.close();
  return (await caughtMail()) ?? '';
}

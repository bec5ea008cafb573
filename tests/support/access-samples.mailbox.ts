import { createTransport } from 'nodemailer';
import type { MakeSample } from './access-samples.js';
import type { TestApp } from './app.js';

export const mailboxRouteSamples: Record<string, MakeSample> = {
  'GET /dev/mail': () => ({ path: '/dev/mail' }),
  'GET /dev/mail.json': () => ({ path: '/dev/mail.json' }),
  'GET /dev/mail/:id': async ({ app }) => ({ path: `/dev/mail/${await aCaughtMail(app)}` }),
  'GET /dev/mail/:id/html': async ({ app }) => ({ path: `/dev/mail/${await aCaughtMail(app)}/html` }),
  'GET /dev/mail/:id/files/:place': async ({ app }) => ({ path: `/dev/mail/${await aCaughtMail(app)}/files/0` }),
};

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
    subject: 'Hello',
    html: '<p>Hi</p>',
    attachments,
  });
  transport.close();
  return (await caughtMail()) ?? '';
}

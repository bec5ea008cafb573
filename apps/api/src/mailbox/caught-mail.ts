import { simpleParser, type AddressObject } from 'mailparser';
import { randomUUID } from 'node:crypto';

export interface CaughtMail {
  id: string;
  receivedAt: string;
  messageId: string;
  from: string;
  to: string;
  replyTo: string | null;
  subject: string;
  text: string;
  html: string | null;
  headers: Record<string, string>;
  attachments: CaughtFile[];
  source: string;
}

export interface CaughtFile {
  filename: string;
  contentType: string;
  content: string;
}

export async function readMail(id: string, receivedAt: Date, source: string): Promise<CaughtMail> {
  const mail = await simpleParser(source, { skipImageLinks: true, skipTextToHtml: true });
  const files = mail.attachments.map(({ filename, contentType, content }) => ({
    filename: filename ?? '',
    contentType,
    content: content.toString('utf8'),
  }));
  return {
    id,
    receivedAt: receivedAt.toISOString(),
    messageId: mail.messageId ?? '',
    from: addresses(mail.from),
    to: addresses(mail.to),
    replyTo: mail.replyTo ? addresses(mail.replyTo) : null,
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html || null,
    headers: Object.fromEntries(mail.headerLines.map(({ key, line }) => [key, unfoldHeader(line)])),
    // A calendar invitation is included twice: without a name for clients that display it, and as an attachment.
    attachments: files.filter(({ filename }) => filename !== ''),
    source,
  };
}

/** Returns the source of an answer with the quoted email below it, as a mail program would write it. */
export function writeReply({ from, to, replyTo, subject, messageId, text }: CaughtMail, answer: string): Buffer {
  const lines = [
    `From: ${to}`,
    `To: ${replyTo}`,
    `Subject: =?UTF-8?B?${Buffer.from(`Re: ${subject}`).toString('base64')}?=`,
    `Message-ID: <${randomUUID()}@mailbox.invalid>`,
    `In-Reply-To: ${messageId}`,
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(`${answer}\n\nOn that day, ${from} wrote:\n${text.replace(/^/gm, '> ')}`).toString('base64'),
  ];
  return Buffer.from(lines.join('\r\n'));
}

function unfoldHeader(line: string): string {
  return line
    .slice(line.indexOf(':') + 1)
    .replace(/\r?\n[ \t]+/g, ' ')
    .trim();
}

function addresses(field: AddressObject | AddressObject[] | undefined): string {
  return [field ?? []]
    .flat()
    .map(({ text }) => text)
    .join(', ');
}

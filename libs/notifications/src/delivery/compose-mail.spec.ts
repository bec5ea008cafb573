import { simpleParser } from 'mailparser';
import { composeMail } from './compose-mail.js';

const config = {
  MAIL_DOMAIN: 'mail.example.org',
  MAIL_FROM: 'hello@example.org',
  ORGANIZATION_NAME: 'Mujeres "Añil", Inc.',
};
const row = { id: '0196a0c4-0000-7000-8000-000000000001', recipient: 'ana@example.org', locale: 'es' as const };
const now = new Date('2026-12-01T12:00:00Z');
const content = {
  subject: 'Mañana a las 9:00: una línea tan larga que no cabe en una sola palabra codificada de cabecera 🎉',
  html: `<!doctype html>\n<p style="color:#22271f">¿Qué tal? a=41 ${'muy larga '.repeat(200)}</p>\n`,
  text: `Hola Ana,\n\n¿Qué tal? a=41\ntermina en blanco \n.un punto\n-- \n${'palabra '.repeat(300)}\n`,
  ics: { method: 'PUBLISH' as const, content: 'BEGIN:VCALENDAR\r\nSUMMARY:Café\r\nEND:VCALENDAR\r\n' },
  replyTo: 'rosa@example.org',
};
const lines = (text: string | undefined) => text?.replaceAll('\r\n', '\n').trimEnd();

test('composes email that a mail parser reads back unchanged', async () => {
  const { raw, envelope } = composeMail(config, row, content, { now, returnPath: null });
  const mail = await simpleParser(raw);
  expect(envelope).toEqual({ from: 'hello@example.org', to: ['ana@example.org'] });
  expect(mail.subject).toBe(content.subject);
  expect(lines(mail.text)).toBe(lines(content.text));
  expect(lines(String(mail.html))).toBe(lines(content.html));
  expect(mail.from?.value).toEqual([{ name: 'Mujeres "Añil", Inc.', address: 'hello@example.org' }]);
  expect(mail.replyTo?.text).toBe('rosa@example.org');
  expect(mail.messageId).toBe(`<${row.id}@mail.example.org>`);
  expect(mail.date).toEqual(now);
  expect(mail.attachments.map(({ content: file }) => file.toString())).toEqual([
    content.ics.content,
    content.ics.content,
  ]);
  expect(raw.toString()).toContain('Content-Type: text/calendar; charset=utf-8; method=PUBLISH');
});

test('keeps body lines within 78 characters of ASCII and ends them with CRLF', () => {
  const source = composeMail(config, row, content, { now, returnPath: null }).raw.toString('latin1');
  expect(Math.max(...source.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(78);
  expect(source.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(source).toMatch(/^[\t\r\n\x20-\x7e]*$/);
});

test.each([
  'Mañana a las nueve: una línea tan larga que no cabe en una sola palabra codificada de cabecera 🎉',
  '提醒：明天上午九点在洛杉矶市中心的志愿者活动，请提前十五分钟到达并携带身份证件。',
  `Your sign-up ${'word '.repeat(40)}`,
  `https://example.org/${'x'.repeat(120)} is where to look`,
])('folds header lines to 78 characters regardless of subject and names: %s', async (subject) => {
  const name = 'Organización de Mujeres por los Derechos Humanos y la Libertad de Los Ángeles';
  const { raw } = composeMail(
    { ...config, ORGANIZATION_NAME: name },
    row,
    { ...content, subject },
    { now, returnPath: null },
  );
  const [head = ''] = raw.toString('latin1').split('\r\n\r\n');
  expect(head.split('\r\n').filter((line) => line.length > 78)).toEqual([]);
  const mail = await simpleParser(raw);
  expect(mail.subject).toBe(subject.trim());
  expect(mail.from?.value).toEqual([{ name, address: 'hello@example.org' }]);
});

test('takes the domain of Message-ID and List-Id from MAIL_FROM unless MAIL_DOMAIN is set', async () => {
  const unsubscribe = { url: 'https://example.org/messages/1', list: 'volunteer-messages' } as const;
  const settings = { ...config, MAIL_DOMAIN: undefined, MAIL_FROM: 'hello@señal.example' };
  const mail = await simpleParser(
    composeMail(settings, row, { ...content, unsubscribe }, { now, returnPath: null }).raw,
  );
  expect(mail.messageId).toBe(`<${row.id}@xn--seal-hqa.example>`);
  expect(mail.headers.get('list')).toMatchObject({
    id: { name: 'volunteer-messages.xn--seal-hqa.example' },
    unsubscribe: { url: 'https://example.org/messages/1' },
  });
});

test('sends plain ASCII unencoded', () => {
  const source = composeMail(
    config,
    row,
    { subject: 'Hi', html: '<p>Hi</p>', text: 'Hi\n' },
    { now, returnPath: null },
  ).raw.toString();
  expect(source).toContain('Content-Transfer-Encoding: 7bit\r\n\r\nHi\r\n');
});

test.each([
  'Hello\r\nBcc: eve@example.org',
  'Hello\nBcc: eve@example.org',
  'Hello\u2028Bcc: eve@example.org',
  'Hello\r\n\r\nBody',
])('keeps header injection inside the subject: %j', async (subject) => {
  const mail = await simpleParser(composeMail(config, row, { ...content, subject }, { now, returnPath: null }).raw);
  expect(mail.headers.has('bcc')).toBe(false);
  expect(mail.subject).toMatch(/^Hello /);
  expect(lines(mail.text)).toBe(lines(content.text));
});

test.each([
  'ana@example.org, eve@example.org',
  'ana@example.org\r\nBcc: eve@example.org',
  'Ana <ana@example.org>',
  'ana',
  '',
  'ana@example.org>\r\nRCPT TO:<eve@example.org',
])('rejects anything but a single bare address: %j', (recipient) => {
  expect(() => composeMail(config, { ...row, recipient }, content, { now, returnPath: null })).toThrow(
    'not a single bare email address',
  );
  if (recipient)
    expect(() => composeMail(config, row, { ...content, replyTo: recipient }, { now, returnPath: null })).toThrow(
      'not a single bare',
    );
});

test('converts an internationalized domain to ASCII', () => {
  expect(
    composeMail(config, { ...row, recipient: 'ana@señal.example' }, content, { now, returnPath: null }).envelope.to,
  ).toEqual(['ana@xn--seal-hqa.example']);
});

test("omits the organization's name from a discreet email", async () => {
  const { raw } = composeMail(
    config,
    row,
    { subject: 'You have a message', html: '<p>', text: '', discreet: true },
    { now, returnPath: null },
  );
  expect((await simpleParser(raw)).from?.value).toEqual([{ name: '', address: 'hello@example.org' }]);
  expect(raw.toString()).not.toMatch(/Mujeres|A=C3=B1il/);
});

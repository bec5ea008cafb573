import { createTransport } from 'nodemailer';
import { aFreePort } from '../support/free-port.js';
import { aReplyAddress } from '../support/access-samples.mailbox.js';
import { startCarrier, type CarrierHandle } from '@upstander/sms-sandbox';
import { startApp, type TestApp } from '../support/app.js';

describe('the development mailbox', () => {
  let app: TestApp;
  let id: string;
  beforeAll(async () => {
    const port = await aFreePort();
    app = await startApp({
      config: { DEV_MAILBOX_PORT: String(port), REPLY_WEBHOOK_SECRET: 'a-secret-for-tests-of-replies' },
    });
    const transport = createTransport({ host: '127.0.0.1', port });
    await transport.sendMail({ from: 'a@example.org', to: 'ana@example.org', subject: 'First', text: 'One' });
    await transport.sendMail({
      from: { name: 'Rosa', address: 'rosa@example.org' },
      to: 'ana@example.org',
      subject: 'Your shift <b>',
      text: 'Hola Ana',
      html: '<!doctype html><html><head><title>x</title></head><body><p>Hola <b>Ana</b></p></body></html>',
      icalEvent: { method: 'REQUEST', filename: 'event.ics', content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n' },
    });
    transport.close();
    id = (await mails())[0]!.id;
  });
  afterAll(() => app.close());

  const mails = async () =>
    (await (await fetch(`${app.url}/dev/mail.json`)).json()) as Array<{
      id: string;
      subject: string;
      text: string;
      attachments: unknown[];
    }>;

  test('lists every email to any recipient, newest first', async () => {
    expect((await mails()).map((mail) => mail.subject)).toEqual(['Your shift <b>', 'First']);
    const page = await (await fetch(`${app.url}/dev/mail`)).text();
    expect(page).toContain('Your shift &#60;b&#62;');
    expect(page).not.toContain('<script');
  });

  test('shows an email as sandboxed HTML, as text and as raw source', async () => {
    const page = await (await fetch(`${app.url}/dev/mail/${id}`)).text();
    expect(page).toContain('<iframe title="Email" sandbox="allow-popups');
    expect(page).not.toContain('allow-scripts');
    const body = await fetch(`${app.url}/dev/mail/${id}/html`);
    expect(body.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await body.text()).toContain('<p>Hola <b>Ana</b></p>');
    expect(await (await fetch(`${app.url}/dev/mail/${id}?view=text`)).text()).toContain('Hola Ana');
    expect(await (await fetch(`${app.url}/dev/mail/${id}?view=source`)).text()).toContain('MIME-Version: 1.0');
  });

  test('attaches a calendar entry once', async () => {
    expect((await mails())[0]!.attachments).toHaveLength(1);
    const file = await fetch(`${app.url}/dev/mail/${id}/files/0`);
    expect(file.headers.get('content-type')).toContain('application/ics');
    expect(await file.text()).toContain('BEGIN:VCALENDAR');
  });

  test('answers a message as its recipient, and offers that for no other email', async () => {
    const replyTo = await aReplyAddress(app);
    const message = { from: 'a@example.org', to: 'ana@example.org', replyTo, subject: 'Van', text: 'Can you drive?' };
    const transport = createTransport({ host: '127.0.0.1', port: app.config.DEV_MAILBOX_PORT });
    await transport.sendMail(message);
    transport.close();
    const answered = (await mails())[0]!.id;
    expect(await (await fetch(`${app.url}/dev/mail/${answered}`)).text()).toContain('Reply as ana@example.org');
    expect(await (await fetch(`${app.url}/dev/mail/${id}`)).text()).not.toContain('Reply as');
    const reply = (to: string) =>
      fetch(`${app.url}/dev/mail/${to}/reply`, { method: 'POST', body: new URLSearchParams({ text: 'Yes, I can.' }) });
    expect((await reply(id)).status).toBe(400);
    expect((await reply(answered)).status).toBe(201);
    expect(await app.db.query('SELECT body, subject FROM outreach.site_message')).toEqual([
      { body: 'Yes, I can.', subject: 'Re: Van' },
    ]);
  });

  test('returns 404 for a missing email or file', async () => {
    expect((await fetch(`${app.url}/dev/mail/0-0`)).status).toBe(404);
    expect((await fetch(`${app.url}/dev/mail/${id}/files/9`)).status).toBe(404);
  });
});

describe('the development phones', () => {
  const phone = '/dev/phone/%2B12025550123';
  let app: TestApp;
  let carrier: CarrierHandle;
  beforeAll(async () => {
    carrier = await startCarrier();
    app = await startApp({ config: { DEV_PHONE_URL: carrier.url } });
  });
  afterAll(() => app.close());

  test('show texts, and send replies, through the carrier', async () => {
    const body = new URLSearchParams({ text: 'On my way 😀 & soon' });
    const sent = await fetch(app.url + phone, { method: 'POST', body, redirect: 'manual' });
    expect([sent.status, sent.headers.get('location')]).toEqual([303, phone]);
    expect(carrier.textsOf('+12025550123')).toMatchObject([{ direction: 'inbound', body: 'On my way 😀 & soon' }]);
    const page = await fetch(app.url + phone);
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'unsafe-inline'/);
    expect(await page.text()).toContain('On my way 😀 &#38; soon');
    expect(await (await fetch(`${app.url}/dev/phone`)).text()).toContain('+12025550123');
    const opened = await fetch(`${app.url}/dev/phone?number=12025550124`, { redirect: 'manual' });
    expect(opened.headers.get('location')).toBe('/dev/phone/%2B12025550124');
  });

  test('can’t be used from another site', async () => {
    const body = new URLSearchParams({ text: 'STOP' });
    const headers = { 'sec-fetch-site': 'cross-site' };
    expect((await fetch(app.url + phone, { method: 'POST', body, headers })).status).toBe(403);
  });

  test('say that the carrier does not answer', async () => {
    await carrier.close();
    const response = await fetch(`${app.url}/dev/phone`);
    expect([response.status, await response.text()]).toEqual([503, 'The local SMS carrier does not answer.']);
  });
});

test('does not run without DEV_MAILBOX_PORT and DEV_PHONE_URL', async () => {
  const app = await startApp();
  expect((await fetch(`${app.url}/dev/mail.json`)).status).toBe(404);
  expect((await fetch(`${app.url}/dev/phone`)).status).toBe(404);
  await app.close();
});

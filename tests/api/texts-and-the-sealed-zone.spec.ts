import { MailTemplates } from '@upstander/notifications';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startApp, type TestApp } from '../support/app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const templates = () => app.nest.get(MailTemplates);

test('only these emails can be sent as texts', () => {
  const texts = templates()
    .names()
    .filter((name) => templates().find(name)?.sms);
  expect(texts).toEqual([
    'event-cancelled',
    'hand-over-declined',
    'hand-over-expired',
    'hand-over-offer',
    'registration-canceled',
    'registration-changed',
    'registration-event-canceled',
    'registration-moved-up',
    'registration-received',
    'registration-reminder',
    'reminder-day-before',
    'reminder-same-day',
    'series-changed',
    'signup-cancelled',
    'signup-changed',
    'signup-offer',
    'standing-left',
  ]);
});

test('a notice of the sealed zone, an appeal, or an email that people can turn off cannot be sent as a text', () => {
  const sms = { write: () => 'Something is waiting.' };
  const mail = { load: () => Promise.resolve(new Map()), write: () => ({ subject: '', heading: '', blocks: [] }), sms };
  for (const [name, kind] of Object.entries({
    notice: { isNotice: true },
    appeal: { class: 'appeal' },
    topic: { topic: 'fundraiser_updates' },
  }))
    expect(() => templates().define({ ...mail, name, ...kind } as never)).toThrow(
      `"${name}" must not be sent as a text`,
    );
});

const sourcesThatUse = (folder: string, pattern: RegExp) =>
  readdirSync(join(__dirname, '../..', folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .filter((file) => pattern.test(readFileSync(join(__dirname, '../..', folder, file), 'utf8')));

test('the sealed zone sends texts only through DiscreetSms', () => {
  expect(sourcesThatUse('libs/advocacy/src', /\bSms[A-Z]\w*|notifications\.sms|\bsms: (?!DiscreetSms)/)).toEqual([]);
  expect(sourcesThatUse('libs/advocacy/src', /\bDiscreetSms\b/)).toEqual(['notices/discreet-notices.ts']);
});

test('discreet texts use no table, so no consent, STOP list or history of volunteers', () => {
  expect(sourcesThatUse('libs/notifications/src/sms/discreet', /\bDatabase\b|query\(|sms\.entity|consent\//)).toEqual(
    [],
  );
});

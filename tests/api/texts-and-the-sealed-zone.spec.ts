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
    'reminder-day-before',
    'reminder-same-day',
    'signup-changed',
    'signup-offer',
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

test('no source of the sealed zone uses texts', () => {
  const folder = join(__dirname, '../../libs/advocacy/src');
  const users = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .filter((file) => /\bSms[A-Z]\w*|notifications\.sms|\bsms:/.test(readFileSync(join(folder, file), 'utf8')));
  expect(users).toEqual([]);
});

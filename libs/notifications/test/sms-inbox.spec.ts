import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aMail } from '@upstander/tests/support/mails.js';
import { days, hours, minutes } from '@upstander/tests/support/movable-clock.js';
import {
  aNumber,
  aSmsConsent,
  receiveSms,
  registerQuestionTemplate,
  smsRow,
  useFakeSms,
  type FakeSmsProvider,
} from '@upstander/tests/support/sms.js';
import { randomUUID } from 'node:crypto';

describe('received texts', () => {
  let app: TestApp;
  let phone: FakeSmsProvider;
  const answers: Array<{ answer: number; key: string; locale: string }> = [];
  beforeAll(async () => {
    app = await startApp({
      config: { ORGANIZATION_NAME: 'Women’s Rights Group', CONTACT_PHONE: '+1 213 555 0100' },
    });
    registerQuestionTemplate(app, answers);
  });
  afterAll(() => app.close());
  beforeEach(() => {
    phone = useFakeSms(app);
    answers.length = 0;
    app.clock.set('2026-12-01T20:00:00Z');
  });

  const aPerson = async (locale: 'en' | 'es' = 'en') => {
    const recipient = `${randomUUID()}@example.org`;
    return { recipient, ...(await aSmsConsent(app.db, { recipient, locale })) };
  };
  const ask = async (recipient: string, data: Record<string, unknown> = {}) => {
    const key = `a-question/${randomUUID()}`;
    const { id } = await aMail(app.db, { recipient, key, template: 'a-question', data });
    await app.db.query('UPDATE notifications.mail SET subject_id = id WHERE id = $1', [id]);
    await app.runJob('deliver-due-mail');
    await app.runJob('deliver-due-sms');
    app.clock.advance(minutes(11));
    return key;
  };
  const isOpen = async (number: string) =>
    (await app.db.query('SELECT FROM notifications.sms_consent WHERE number = $1 AND revoked_at IS NULL', [number]))
      .length > 0;
  const outcomes = async (number: string) =>
    (
      await app.db.query<{ outcome: string }>(
        'SELECT outcome FROM notifications.sms_received WHERE number = $1 ORDER BY received_at',
        [number],
      )
    ).map(({ outcome }) => outcome);

  test('STOP ends texts at once, with one confirmation, and a second STOP gets no reply', async () => {
    const { number } = await aPerson();
    expect(await receiveSms(app, number, 'stop')).toMatch(/^Women's Rights Group: You won't get any more texts/);
    expect(await isOpen(number)).toBe(false);
    expect(await receiveSms(app, number, 'STOP')).toBeNull();
  });

  test('the confirmation is in the language of the consent', async () => {
    const { number } = await aPerson('es');
    expect(await receiveSms(app, number, 'STOP')).toContain('Ya no te enviaremos');
  });

  test('STOP also ends the codes that someone requested for the number', async () => {
    const number = aNumber();
    await app.db.query(
      `INSERT INTO notifications.sms_code (number, recipient, account_id, locale, channel, wording, wording_version, created_at, expires_at)
       VALUES ($1, 'someone@example.org', gen_random_uuid(), 'en', 'text', '', '', $2, $2::timestamptz + interval '10 minutes')`,
      [number, app.clock.now()],
    );
    await receiveSms(app, number, 'STOP');
    expect(
      await app.db.query('SELECT FROM notifications.sms_code WHERE number = $1 AND expires_at > $2', [
        number,
        app.clock.now(),
      ]),
    ).toEqual([]);
  });

  test('records what the provider recognized, without a second reply', async () => {
    const { number } = await aPerson();
    expect(await receiveSms(app, number, 'Stop', { optOutType: 'STOP' })).toBeNull();
    expect(await isOpen(number)).toBe(false);
    expect(await receiveSms(app, number, 'Start', { optOutType: 'START' })).toBeNull();
    expect(await isOpen(number)).toBe(true);
  });

  test('START turns texts on again only for a number whose owner stopped them by text', async () => {
    const { number } = await aPerson();
    await receiveSms(app, number, 'STOP');
    app.clock.advance(hours(1));
    expect(await receiveSms(app, number, 'ALTA')).toContain('again');
    expect(await isOpen(number)).toBe(true);
    const stranger = aNumber();
    expect(await receiveSms(app, stranger, 'START')).toBeNull();
    expect(await isOpen(stranger)).toBe(false);
    const other = await aPerson();
    await app.db.query(
      `UPDATE notifications.sms_consent SET revoked_at = $2, revoked_by = 'new_owner' WHERE number = $1`,
      [other.number, app.clock.now()],
    );
    expect(await receiveSms(app, other.number, 'START')).toBeNull();
    expect(await isOpen(other.number)).toBe(false);
  });

  test('HELP says who texts, whom to ask and how to stop, also to strangers', async () => {
    const { number } = await aPerson();
    for (const from of [number, aNumber()]) {
      const reply = await receiveSms(app, from, 'help');
      expect(reply).toContain("Women's Rights Group");
      expect(reply).toContain('+12135550100');
      expect(reply).toContain('STOP');
    }
    expect(await receiveSms(app, aNumber(), 'ayuda')).toContain('ALTO');
  });

  test('a number answers the latest text that asked something', async () => {
    const { recipient, number } = await aPerson();
    const first = await ask(recipient);
    const second = await ask(recipient);
    expect(await receiveSms(app, number, '1')).toBe("Women's Rights Group: Thank you!");
    expect((await smsRow(app.db, second)).answer).toBe(1);
    expect(await receiveSms(app, number, '2')).toBe("Women's Rights Group: That's fine.");
    expect((await smsRow(app.db, second)).answer).toBe(2);
    // The second has ended with "no", so the next number answers the first.
    await receiveSms(app, number, '2');
    expect((await smsRow(app.db, first)).answer).toBe(2);
    expect(answers.map(({ answer }) => answer)).toEqual([1, 2, 2]);
  });

  test('an answer that is late or unclear gets a clear text and changes nothing', async () => {
    const { recipient, number } = await aPerson();
    expect(await receiveSms(app, number, '1')).toContain('too late');
    await ask(recipient, { until: '2026-12-02T00:00:00Z' });
    expect(await receiveSms(app, number, '12')).toContain('just 1 for yes or 2 for no');
    expect(await receiveSms(app, number, '٣')).toContain('just 1 for yes or 2 for no');
    app.clock.set('2026-12-02T00:00:01Z');
    expect(await receiveSms(app, number, '2')).toContain('too late');
    expect(answers).toEqual([]);
    expect(await outcomes(number)).toEqual(['unclear', 'unclear', 'unclear', 'unclear']);
  });

  test('a number that could answer either of two questions that came together changes nothing', async () => {
    const { recipient, number } = await aPerson();
    await ask(recipient);
    app.clock.advance(-minutes(11));
    await ask(recipient);
    expect(await receiveSms(app, number, '2')).toContain('more than one shift');
    expect(answers).toEqual([]);
  });

  test('a number is no answer after STOP, or from a stranger', async () => {
    const { recipient, number } = await aPerson();
    await ask(recipient);
    expect(await receiveSms(app, aNumber(), '2')).toBeNull();
    await receiveSms(app, number, 'STOP');
    expect(await receiveSms(app, number, '2')).toBeNull();
    expect(answers).toEqual([]);
  });

  test('says once a day that no one reads replies', async () => {
    const { recipient, number } = await aPerson();
    await ask(recipient);
    expect(await receiveSms(app, number, 'Can I bring my dog?')).toContain('No one reads replies');
    app.clock.advance(1000);
    expect(await receiveSms(app, number, 'I am out of office.')).toBeNull();
    app.clock.advance(days(1));
    expect(await receiveSms(app, number, 'Hello?')).toContain('No one reads replies');
  });

  test('a text that the provider delivers again gets the same reply and acts once', async () => {
    const { recipient, number } = await aPerson();
    await ask(recipient);
    const providerId = `SM${randomUUID()}`;
    const reply = await receiveSms(app, number, '1', { providerId });
    expect(await receiveSms(app, number, '1', { providerId })).toBe(reply);
    expect(answers).toHaveLength(1);
    const stop = `SM${randomUUID()}`;
    const stopped = await receiveSms(app, number, 'STOP', { providerId: stop });
    expect(await receiveSms(app, number, 'STOP', { providerId: stop })).toBe(stopped);
  });

  test('stores no content of received texts', async () => {
    const { number } = await aPerson();
    await receiveSms(app, number, 'My brother Omar is sick');
    const rows = await app.db.query(`SELECT r::text AS row FROM notifications.sms_received r WHERE number = $1`, [
      number,
    ]);
    expect(JSON.stringify(rows)).not.toContain('Omar');
    expect(phone.to(number)).toEqual([]);
  });
});

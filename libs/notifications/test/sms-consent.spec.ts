import { SmsRefusedError } from '@upstander/notifications';
import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aMail } from '@upstander/tests/support/mails.js';
import { hours, minutes } from '@upstander/tests/support/movable-clock.js';
import { aNumber, aSmsConsent, receiveSms, useFakeSms, type FakeSmsProvider } from '@upstander/tests/support/sms.js';
import { runAsOwner } from '@upstander/tests/support/tampering.js';
import { SignedIds } from '@upstander/platform';

const fields = `sms { isAvailable channel number since pendingNumber hasCodeFailed wording wordingEs wordingVersion }`;
const Read = `query($token: String) { notificationPreferences(token: $token) { ${fields} } }`;
const Request = `mutation($input: RequestSmsCodeInput!) { requestSmsCode(input: $input) { ${fields} } }`;
const Confirm = `mutation($code: String!) { confirmSmsCode(code: $code) { ${fields} } }`;
const Update = `mutation($input: UpdateSmsPreferenceInput!) { updateSmsPreference(input: $input) { ${fields} } }`;

interface Sms {
  isAvailable: boolean;
  channel: string;
  number: string | null;
  pendingNumber: string | null;
  hasCodeFailed: boolean;
  wording: string;
  wordingVersion: string;
}

describe('consent to texts', () => {
  let app: TestApp;
  let phone: FakeSmsProvider;
  beforeAll(async () => {
    app = await startApp({ config: { ORGANIZATION_NAME: 'Women’s Rights Group' } });
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    phone = useFakeSms(app);
    app.clock.set('2026-12-01T20:00:00Z');
    await app.db.query('DELETE FROM identity.rate_limit');
  });

  const aPerson = () => app.signedIn();
  type Person = Awaited<ReturnType<typeof aPerson>>;
  const version = async () =>
    (await app.graphql<{ notificationPreferences: { sms: Sms } }>(Read, {}, await aPerson())).data
      .notificationPreferences.sms.wordingVersion;
  const request = async (person: Person, number: string, input: Record<string, unknown> = {}) => {
    const wordingVersion = await version();
    return app.graphql<{ requestSmsCode: { sms: Sms } }>(
      Request,
      { input: { number, channel: 'TEXT', locale: 'EN', wordingVersion, ...input } },
      person,
    );
  };
  const confirm = (person: Person, code: string) =>
    app.graphql<{ confirmSmsCode: { sms: Sms } }>(Confirm, { code }, person);
  const codeTo = async (number: string) => {
    await app.runJob('deliver-due-sms');
    return /(\d{6})/.exec(phone.to(number).at(-1) ?? '')?.[1] ?? '';
  };
  const read = async (person: Person) =>
    (await app.graphql<{ notificationPreferences: { sms: Sms } }>(Read, {}, person)).data.notificationPreferences.sms;
  const history = (number: string) =>
    app.db.query<Record<string, unknown>>(
      `SELECT recipient::text, source, revoked_by, revoked_detail FROM notifications.sms_consent WHERE number = $1 ORDER BY given_at`,
      [number],
    );
  const consentOf = async (person: Person, number: string) => {
    await request(person, number);
    return confirm(person, await codeTo(number));
  };

  test('records what a person agreed to once they typed the code sent to their phone', async () => {
    const person = await aPerson();
    const number = aNumber();
    const asked = await request(person, number, { channel: 'BOTH', locale: 'ES' });
    expect(asked.data.requestSmsCode.sms).toMatchObject({ channel: 'EMAIL', number: null, pendingNumber: number });
    expect((await history(number)).length).toBe(0);
    const code = await codeTo(number);
    expect(phone.to(number)[0]).toContain('Tu codigo es');
    const done = await confirm(person, code);
    expect(done.data.confirmSmsCode.sms).toMatchObject({ channel: 'BOTH', number, pendingNumber: null });
    const [row] = await app.db.query<Record<string, unknown>>(
      `SELECT wording, wording_version, locale, source, account_id, given_at FROM notifications.sms_consent WHERE number = $1`,
      [number],
    );
    expect(row).toMatchObject({
      locale: 'es',
      source: 'account',
      account_id: person.accountId,
      given_at: app.clock.now(),
    });
    expect(row!['wording']).toContain('Women’s Rights Group puede enviarme mensajes');
  });

  test('texts the code also at night, because the person has just asked for it', async () => {
    app.clock.set('2026-12-02T08:00:00Z');
    const number = aNumber();
    await request(await aPerson(), number);
    expect(await codeTo(number)).toMatch(/^\d{6}$/);
  });

  test('refuses wrong, old, used and foreign codes, and the sixth try', async () => {
    const person = await aPerson();
    const number = aNumber();
    await request(person, number);
    const code = await codeTo(number);
    const wrong = code === '000000' ? '000001' : '000000';
    expect(refusal(await confirm(await aPerson(), code))).toBe('SMS_CODE_WRONG');
    for (let i = 0; i < 5; i += 1) expect(refusal(await confirm(person, wrong))).toBe('SMS_CODE_WRONG');
    expect(refusal(await confirm(person, code))).toBe('SMS_CODE_WRONG');
    await request(person, number);
    const newer = await codeTo(number);
    app.clock.advance(minutes(11));
    expect(refusal(await confirm(person, newer))).toBe('SMS_CODE_WRONG');
    app.clock.set('2026-12-01T20:30:00Z');
    await consentOf(person, number);
    expect(refusal(await confirm(person, await codeTo(number)))).toBe('SMS_CODE_WRONG');
    expect(await history(number)).toHaveLength(1);
  });

  test('a code works only for the number it was sent to', async () => {
    const person = await aPerson();
    const [own, other] = [aNumber(), aNumber()];
    await request(person, own);
    const code = await codeTo(own);
    await app.db.query('UPDATE notifications.sms_code SET number = $2 WHERE number = $1', [own, other]);
    expect(refusal(await confirm(person, code))).toBe('SMS_CODE_WRONG');
  });

  test('a number that changes owner ends the texts of its former owner, and only once its new owner proved it', async () => {
    const [former, next] = [await aPerson(), await aPerson()];
    const number = aNumber();
    await consentOf(former, number);
    app.clock.advance(hours(1));
    await request(next, number);
    expect(await read(former)).toMatchObject({ channel: 'TEXT', number });
    await confirm(next, await codeTo(number));
    expect(await read(former)).toMatchObject({ channel: 'EMAIL', number: null });
    expect(await read(next)).toMatchObject({ channel: 'TEXT', number });
    expect((await history(number)).map((row) => [row['recipient'], row['revoked_by']])).toEqual([
      [former.email, 'new_owner'],
      [next.email, null],
    ]);
  });

  test('two people who confirm a number at the same time do not both get its texts', async () => {
    const people = [await aPerson(), await aPerson()];
    const number = aNumber();
    const codes: string[] = [];
    for (const person of people) {
      await request(person, number);
      codes.push(await codeTo(number));
    }
    await Promise.all(people.map((person, i) => confirm(person, codes[i]!)));
    const rows = await history(number);
    expect(rows).toHaveLength(2);
    expect(rows.filter((row) => row['revoked_by'] === null)).toHaveLength(1);
  });

  test('a person has one number', async () => {
    const person = await aPerson();
    const [first, second] = [aNumber(), aNumber()];
    await consentOf(person, first);
    app.clock.advance(minutes(1));
    await consentOf(person, second);
    expect(await read(person)).toMatchObject({ number: second });
    expect(await history(first)).toMatchObject([{ revoked_by: 'new_number' }]);
  });

  test('the person can choose emails as well, and turn texts off', async () => {
    const person = await aPerson();
    const number = aNumber();
    const update = (channel: string) => app.graphql(Update, { input: { channel } }, person);
    expect(refusal(await update('BOTH'))).toBe('BAD_INPUT');
    await consentOf(person, number);
    await update('BOTH');
    expect(await read(person)).toMatchObject({ channel: 'BOTH' });
    await update('EMAIL');
    expect(await read(person)).toMatchObject({ channel: 'EMAIL', number: null });
    expect(await history(number)).toMatchObject([{ revoked_by: 'account' }]);
  });

  test('a personal link shows no number, turns texts off, and cannot turn them on', async () => {
    const { email } = await aPerson();
    await aSmsConsent(app.db, { recipient: email, channel: 'both' });
    const token = app.nest.get(SignedIds).sign('notifications', (await aMail(app.db, { recipient: email })).id);
    const shown = await app.graphql<{ notificationPreferences: { sms: Sms } }>(Read, { token });
    expect(shown.data.notificationPreferences.sms).toMatchObject({
      channel: 'BOTH',
      number: null,
      pendingNumber: null,
    });
    expect(refusal(await app.graphql(Update, { input: { token, channel: 'TEXT' } }))).toBe('BAD_INPUT');
    const off = await app.graphql<{ updateSmsPreference: { sms: Sms } }>(Update, {
      input: { token, channel: 'EMAIL' },
    });
    expect(off.data.updateSmsPreference.sms).toMatchObject({ channel: 'EMAIL' });
    expect(
      refusal(
        await app.graphql(Request, {
          input: { number: aNumber(), channel: 'TEXT', locale: 'EN', wordingVersion: 'x' },
        }),
      ),
    ).toBe('NOT_SIGNED_IN');
  });

  test('sends no code to numbers that cost money or get no texts', async () => {
    const person = await aPerson();
    for (const number of ['+18005550123', '+19005550123', '+18765550123', '+442079460123', '+15555550123'])
      expect([number, refusal(await request(person, number))]).toEqual([number, 'BAD_INPUT']);
    await app.runJob('deliver-due-sms');
    expect(phone.sent).toEqual([]);
  });

  test('reads a number however it is typed, and tells apart no two spellings', async () => {
    const person = await aPerson();
    for (const typed of ['(213) 555-4567', '1 213 555 4567', '+1 213 555 4567', '٢١٣٥٥٥٤٥٦٧']) {
      const answer = await request(person, typed);
      expect([typed, answer.data?.requestSmsCode?.sms.pendingNumber]).toEqual([typed, '+12135554567']);
    }
    expect(refusal(await request(person, 'not a number'))).toBe('BAD_INPUT');
  });

  test('one account gets ten codes a day, for whatever numbers', async () => {
    const person = await aPerson();
    const codes: Array<string | null> = [];
    for (let i = 0; i < 12; i += 1) codes.push(refusal(await request(person, aNumber())));
    expect(codes).toEqual([...Array<null>(10).fill(null), 'TOO_MANY_TRIES', 'TOO_MANY_TRIES']);
  });

  test('says that a landline got no code, and does not try it again', async () => {
    const person = await aPerson();
    const number = aNumber();
    phone.before = () => {
      throw new SmsRefusedError(30_006);
    };
    await request(person, number);
    await app.runJob('deliver-due-sms');
    expect(await read(person)).toMatchObject({ pendingNumber: number, hasCodeFailed: true });
    expect(refusal(await request(await aPerson(), number))).toBe('BAD_INPUT');
  });

  test('sends no code for terms that have changed in the meantime, or while texts are off', async () => {
    const person = await aPerson();
    expect(refusal(await request(person, aNumber(), { wordingVersion: '2020-01-01' }))).toBe('CHANGED_MEANWHILE');
    expect(refusal(await request(person, aNumber(), { channel: 'EMAIL' }))).toBe('BAD_INPUT');
    const wordingVersion = await version();
    const { SmsTransport } = await import('@upstander/notifications');
    app.nest.get(SmsTransport).provider = null;
    const input = { number: aNumber(), channel: 'TEXT', locale: 'EN', wordingVersion };
    expect(refusal(await app.graphql(Request, { input }, person))).toBe('NOT_FOUND');
    expect(await read(person)).toMatchObject({ isAvailable: false });
  });

  test('a consent cannot be changed, revoked twice, or open twice', async () => {
    const person = await aPerson();
    const number = aNumber();
    await consentOf(person, number);
    const change = (set: string) =>
      app.db.query(`UPDATE notifications.sms_consent SET ${set} WHERE number = $1`, [number]).then(
        () => 'changed',
        (error: Error) => error.message,
      );
    for (const set of [
      `wording = 'Anything'`,
      `number = '+12135550000'`,
      `given_at = now()`,
      `recipient = 'x@example.org'`,
    ])
      expect(await change(set)).toContain('cannot be changed');
    await expect(aSmsConsent(app.db, { recipient: 'another@example.org', number })).rejects.toThrow(
      'sms_consent_open_number',
    );
    await expect(aSmsConsent(app.db, { recipient: person.email })).rejects.toThrow('sms_consent_open_recipient');
    await receiveSms(app, number, 'STOP');
    expect(await change('revoked_at = NULL, revoked_by = NULL')).toContain('cannot be changed');
  });

  test('control: without the trigger, a consent can be changed', async () => {
    const { number } = await aSmsConsent(app.db, { recipient: 'control@example.org' });
    await runAsOwner(app, 'ALTER TABLE notifications.sms_consent DISABLE TRIGGER sms_consent_is_kept');
    try {
      await app.db.query(`UPDATE notifications.sms_consent SET wording = 'Anything' WHERE number = $1`, [number]);
    } finally {
      await runAsOwner(app, 'ALTER TABLE notifications.sms_consent ENABLE TRIGGER sms_consent_is_kept');
    }
  });

  // Last, because it uses up the limit of the network.
  test('of a thousand requests for a number sends five codes a day', async () => {
    const number = aNumber();
    const answers: Array<string | null> = [];
    const wordingVersion = await version();
    const people = await Promise.all(Array.from({ length: 10 }, aPerson));
    for (let i = 0; i < 100; i += 1)
      answers.push(
        ...(await Promise.all(
          people.map(async (person) =>
            refusal(
              await app.graphql(Request, { input: { number, channel: 'TEXT', locale: 'EN', wordingVersion } }, person),
            ),
          ),
        )),
      );
    for (let i = 0; i < 3; i += 1) await app.runJob('deliver-due-sms');
    expect(phone.to(number)).toHaveLength(5);
    expect(answers.filter((code) => code === null)).toHaveLength(5);
  });
});

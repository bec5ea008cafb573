import { randomUUID } from 'node:crypto';
import type * as argon2 from '@node-rs/argon2';
import {
  anAdvocate,
  anApplication,
  aConsultation,
  asAdvocate,
  runBypassingTriggers,
  withCode,
} from '@upstander/tests/support/advocacy.js';
import { days } from '@upstander/tests/support/movable-clock.js';
import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';

// Counts calls and still runs the real function. Uses the package itself, because an import's copy isn't the one the
// API calls.
const work = jest.spyOn(jest.requireActual<typeof argon2>('@node-rs/argon2'), 'hashRaw');

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const openCode = (targetApp: TestApp, code: string, headers?: Record<string, string>) =>
  targetApp.graphql(
    'mutation ($input: RecordCodeInput!) { openRecord(input: $input) { nameToUse } }',
    { input: { code } },
    {
      headers,
    },
  );

const withOtherEnding = (code: string) => code.replace(/\w+$/, (last) => (last === 'zebra' ? 'yeast' : 'zebra'));

describe('with only the code, a person', () => {
  test('reads the application and the replies, however the code is typed', async () => {
    const { id, code } = await anApplication(app);
    const advocate = await anAdvocate(app);
    const desk = asAdvocate(app, advocate);
    await desk.take(id);
    await desk.writeToPerson({ recordId: id, kind: 'APPLICATION', body: 'Hello Luna.' });
    for (const input of [code, code.toUpperCase(), code.replaceAll(' ', '-'), ` ${code.replaceAll(' ', '')} `]) {
      const record = await withCode(app, input).open();
      expect(record).toMatchObject({ kind: 'APPLICATION', status: 'CONTACTED', nameToUse: 'Luna', consents: [] });
      expect(record.messages).toMatchObject([{ fromMe: false, body: 'Hello Luna.' }]);
    }
    // The advocate sees that it was read.
    expect((await desk.open(id))!.messages[0]!.readAt).not.toBeNull();
  });

  test('replies and reopens a closed application', async () => {
    const { id, code } = await anApplication(app);
    const desk = asAdvocate(app, await anAdvocate(app));
    await desk.take(id);
    await desk.close(id);
    const record = await withCode(app, code).answer({ body: ' I am back. ' });
    expect(record).toMatchObject({ status: 'CONTACTED', messages: [{ fromMe: true, body: 'I am back.' }] });
    expect(await desk.open(id)).toMatchObject({ unread: 0, messages: [{ sender: 'PERSON', body: 'I am back.' }] });
  });

  test('stores a repeated reply once, and reusing its key for another one is refused', async () => {
    const { code } = await anApplication(app);
    const key = randomUUID();
    const me = withCode(app, code);
    await Promise.all([1, 2, 3].map(() => me.answer({ body: 'Once.', idempotencyKey: key })));
    expect((await me.answer({ body: 'Once.', idempotencyKey: key })).messages).toHaveLength(1);
    await expect(me.answer({ body: 'Twice.', idempotencyKey: key })).rejects.toThrow('IDEMPOTENCY_KEY_REUSED');
    expect((await me.answer({ body: 'Once.' })).messages).toHaveLength(2);
  });

  test('sees the purge date while no advocate works on it', async () => {
    // The same day for the whole test.
    app.clock.set(app.clock.now());
    const { id, code } = await anApplication(app);
    const dayInDays = (n: number) => new Date(app.clock.now().valueOf() + days(n)).toISOString().slice(0, 10);
    expect(await withCode(app, code).open()).toMatchObject({ erasedOn: dayInDays(180) });
    const desk = asAdvocate(app, await anAdvocate(app));
    await desk.take(id);
    await desk.contacted({ recordId: id, kind: 'APPLICATION' });
    expect(await withCode(app, code).open()).toMatchObject({ erasedOn: null });
    await desk.close(id);
    expect(await withCode(app, code).open()).toMatchObject({ erasedOn: dayInDays(90) });
    app.clock.release();
  });

  test('changes only the safe contact', async () => {
    const { id, code } = await anApplication(app);
    await withCode(app, code).changeSafeContact({ safeContact: { channel: 'MAIL', value: 'new@example.org' } });
    const application = await asAdvocate(app, await anAdvocate(app)).open(id, 'A test.');
    expect(application).toMatchObject({
      nameToUse: 'Luna',
      safeContact: { channel: 'MAIL', value: 'new@example.org' },
    });
  });

  test('opens a consultation as well', async () => {
    const { code } = await aConsultation(app);
    expect(await withCode(app, code).open()).toMatchObject({ kind: 'CONSULTATION', opportunityTitle: null });
  });

  test('erases everything immediately, and the trail records only that it happened', async () => {
    const { id, code } = await anApplication(app);
    await withCode(app, code).answer({ body: 'Hello.' });
    const desk = asAdvocate(app, await anAdvocate(app));
    await desk.placeHold({ recordId: id, kind: 'APPLICATION', reason: 'A court.' });
    expect(await withCode(app, code).erase()).toEqual({ ok: true });
    for (const [table, column] of [
      ['application', 'id'],
      ['message', 'record_id'],
      ['legal_hold', 'record_id'],
    ]) {
      expect(await runBypassingTriggers(app, `SELECT FROM sealed.${table} WHERE ${column} = $1`, [id])).toEqual([]);
    }
    expect(refusal(await openCode(app, code))).toBe('CODE_NOT_RIGHT');
    expect(await desk.open(id, 'A test.')).toBeNull();
    const trail = await runBypassingTriggers<{ action: string }>(
      app,
      'SELECT action FROM sealed.audit WHERE record_id = $1',
      [id],
    );
    expect(trail.map(({ action }) => action)).toContain('erased');
  });
});

describe('a reply code', () => {
  test('costs one slow hash to verify, whatever is typed or stored', async () => {
    const { code } = await anApplication(app);
    const erasedApplication = await anApplication(app);
    await withCode(app, erasedApplication.code).erase();
    const similarCode = withOtherEnding(code);
    for (const input of [
      code,
      similarCode,
      erasedApplication.code,
      'lemon river candle piano',
      '',
      '…',
      'x'.repeat(5_000),
    ]) {
      work.mockClear();
      await openCode(app, input);
      expect([input, work.mock.calls.length]).toEqual([input, 1]);
    }
  });

  test("gets the same answer when wrong as input that isn't a code", async () => {
    const { code } = await anApplication(app);
    const answers = await Promise.all(
      [withOtherEnding(code), 'lemon river candle piano', '', '   ', "' OR 1=1 --"].map((input) =>
        openCode(app, input),
      ),
    );
    expect(
      new Set(answers.map(({ errors }) => JSON.stringify([errors![0]!.message, errors![0]!.extensions]))).size,
    ).toBe(1);
    expect(refusal(answers[0]!)).toBe('CODE_NOT_RIGHT');
  });

  test('is stored neither in plain text nor as a fast hash', async () => {
    const [{ id, code }, other] = [await anApplication(app), await anApplication(app)];
    const rowOf = async (recordId: string) =>
      (
        await runBypassingTriggers<Record<string, unknown>>(app, 'SELECT * FROM sealed.application WHERE id = $1', [
          recordId,
        ])
      )[0]!;
    const row = await rowOf(id);
    expect(Object.keys(row).filter((name) => name.includes('code'))).toEqual(['code_hash', 'code_bound']);
    // Words of the code can also be column names, which occur in every row.
    const wordsIn = (text: string) => code.split(' ').filter((word) => text.includes(word));
    expect(wordsIn(JSON.stringify(row))).toEqual(wordsIn(JSON.stringify(await rowOf(other.id))));
  });
});

describe('the rate limit of reply codes', () => {
  const wrongCode = 'lemon river candle piano';
  const fromAddress = (address: string) => ({ 'x-forwarded-for': address });

  test('counts wrong codes per address before any work, and no correct ones', async () => {
    const limitedApp = await startApp({ config: { CODE_TRIES_PER_QUARTER_HOUR: '3', TRUST_PROXY: 'true' } });
    const { code } = await anApplication(limitedApp);
    const tryCode = async (input: string, address = '192.0.2.1') =>
      refusal(await openCode(limitedApp, input, fromAddress(address)));
    for (let i = 0; i < 10; i += 1) expect(await tryCode(code)).toBeNull();
    expect([await tryCode(wrongCode), await tryCode(wrongCode), await tryCode(code), await tryCode(wrongCode)]).toEqual(
      ['CODE_NOT_RIGHT', 'CODE_NOT_RIGHT', null, 'CODE_NOT_RIGHT'],
    );
    work.mockClear();
    // From here on, correct and wrong codes get the same answer and cost nothing.
    expect([await tryCode(wrongCode), await tryCode(code)]).toEqual(['TOO_MANY_TRIES', 'TOO_MANY_TRIES']);
    expect(work).not.toHaveBeenCalled();
    expect(await tryCode(code, '192.0.2.2')).toBeNull();
    await limitedApp.close();
  });
});

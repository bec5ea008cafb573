import { randomUUID } from 'node:crypto';
import type * as argon2 from '@node-rs/argon2';
import {
  anAdvocate,
  anApplication,
  aConsultation,
  asAdvocate,
  byForce,
  withCode,
} from '@upstander/tests/support/advocacy.js';
import { days } from '@upstander/tests/support/movable-clock.js';
import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';

// Counted, and done all the same. The package itself, because an import's copy of it is not what the api calls.
const work = jest.spyOn(jest.requireActual<typeof argon2>('@node-rs/argon2'), 'hashRaw');

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const open = (on: TestApp, code: string, headers?: Record<string, string>) =>
  on.graphql(
    'mutation ($input: RecordCodeInput!) { openRecord(input: $input) { nameToUse } }',
    { input: { code } },
    {
      headers,
    },
  );

const withAnotherEnd = (code: string) => code.replace(/\w+$/, (last) => (last === 'zebra' ? 'yeast' : 'zebra'));

describe('with the code alone', () => {
  test('somebody sees what they sent and what was answered, however they type it', async () => {
    const { id, code } = await anApplication(app);
    const advocate = await anAdvocate(app);
    const desk = asAdvocate(app, advocate);
    await desk.take(id);
    await desk.writeToPerson({ recordId: id, kind: 'APPLICATION', body: 'Hello Luna.' });
    for (const typed of [code, code.toUpperCase(), code.replaceAll(' ', '-'), ` ${code.replaceAll(' ', '')} `]) {
      const record = await withCode(app, typed).open();
      expect(record).toMatchObject({ kind: 'APPLICATION', status: 'CONTACTED', nameToUse: 'Luna', consents: [] });
      expect(record.messages).toMatchObject([{ fromMe: false, body: 'Hello Luna.' }]);
    }
    // The advocate sees that it was read.
    expect((await desk.open(id))!.messages[0]!.readAt).not.toBeNull();
  });

  test('they answer, and a closed one is open again', async () => {
    const { id, code } = await anApplication(app);
    const desk = asAdvocate(app, await anAdvocate(app));
    await desk.take(id);
    await desk.close(id);
    const record = await withCode(app, code).answer({ body: ' I am back. ' });
    expect(record).toMatchObject({ status: 'CONTACTED', messages: [{ fromMe: true, body: 'I am back.' }] });
    expect(await desk.open(id)).toMatchObject({ unread: 0, messages: [{ fromWhom: 'PERSON', body: 'I am back.' }] });
  });

  test('the same answer sent twice is one; with other words its key is refused', async () => {
    const { code } = await anApplication(app);
    const key = randomUUID();
    const me = withCode(app, code);
    await Promise.all([1, 2, 3].map(() => me.answer({ body: 'Once.', idempotencyKey: key })));
    expect((await me.answer({ body: 'Once.', idempotencyKey: key })).messages).toHaveLength(1);
    await expect(me.answer({ body: 'Twice.', idempotencyKey: key })).rejects.toThrow('IDEMPOTENCY_KEY_REUSED');
    expect((await me.answer({ body: 'Once.' })).messages).toHaveLength(2);
  });

  test('they see on which day it is erased by itself, while nobody is at work on it', async () => {
    // One day for all of it.
    app.clock.set(app.clock.now());
    const { id, code } = await anApplication(app);
    const inDays = (n: number) => new Date(app.clock.now().valueOf() + days(n)).toISOString().slice(0, 10);
    expect(await withCode(app, code).open()).toMatchObject({ erasedOn: inDays(180) });
    const desk = asAdvocate(app, await anAdvocate(app));
    await desk.take(id);
    await desk.contacted({ recordId: id, kind: 'APPLICATION' });
    expect(await withCode(app, code).open()).toMatchObject({ erasedOn: null });
    await desk.close(id);
    expect(await withCode(app, code).open()).toMatchObject({ erasedOn: inDays(90) });
    app.clock.release();
  });

  test('they change their safe contact, and only that', async () => {
    const { id, code } = await anApplication(app);
    await withCode(app, code).changeSafeContact({ safeContact: { channel: 'MAIL', value: 'new@example.org' } });
    const seen = await asAdvocate(app, await anAdvocate(app)).open(id, 'A test.');
    expect(seen).toMatchObject({ nameToUse: 'Luna', safeContact: { channel: 'MAIL', value: 'new@example.org' } });
  });

  test('a consultation is opened in the same way', async () => {
    const { code } = await aConsultation(app);
    expect(await withCode(app, code).open()).toMatchObject({ kind: 'CONSULTATION', opportunityTitle: null });
  });

  test('they delete everything at once; the trail keeps that it happened', async () => {
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
      expect(await byForce(app, `SELECT FROM sealed.${table} WHERE ${column} = $1`, [id])).toEqual([]);
    }
    expect(refusal(await open(app, code))).toBe('CODE_NOT_RIGHT');
    expect(await desk.open(id, 'A test.')).toBeNull();
    const trail = await byForce<{ action: string }>(app, 'SELECT action FROM sealed.audit WHERE record_id = $1', [id]);
    expect(trail.map(({ action }) => action)).toContain('erased');
  });
});

describe('a code is tried', () => {
  test('at the cost of one slow hash, whatever was typed and whatever is there', async () => {
    const { code } = await anApplication(app);
    const erased = await anApplication(app);
    await withCode(app, erased.code).erase();
    const nearly = withAnotherEnd(code);
    for (const typed of [code, nearly, erased.code, 'lemon river candle piano', '', '…', 'x'.repeat(5_000)]) {
      work.mockClear();
      await open(app, typed);
      expect([typed, work.mock.calls.length]).toEqual([typed, 1]);
    }
  });

  test('and a wrong one is told the same as one that is no code at all', async () => {
    const { code } = await anApplication(app);
    const answers = await Promise.all(
      [withAnotherEnd(code), 'lemon river candle piano', '', '   ', "' OR 1=1 --"].map((typed) => open(app, typed)),
    );
    expect(
      new Set(answers.map(({ errors }) => JSON.stringify([errors![0]!.message, errors![0]!.extensions]))).size,
    ).toBe(1);
    expect(refusal(answers[0]!)).toBe('CODE_NOT_RIGHT');
  });

  test('no code and nothing quick to try it by is kept', async () => {
    const [{ id, code }, other] = [await anApplication(app), await anApplication(app)];
    const rowOf = async (which: string) =>
      (await byForce<Record<string, unknown>>(app, 'SELECT * FROM sealed.application WHERE id = $1', [which]))[0]!;
    const row = await rowOf(id);
    expect(Object.keys(row).filter((name) => name.includes('code'))).toEqual(['code_hash', 'code_bound']);
    // Some of their words are names of columns: those stand in everybody's row.
    const wordsIn = (text: string) => code.split(' ').filter((word) => text.includes(word));
    expect(wordsIn(JSON.stringify(row))).toEqual(wordsIn(JSON.stringify(await rowOf(other.id))));
  });
});

describe('how often codes are tried', () => {
  const wrong = 'lemon river candle piano';
  const from = (address: string) => ({ 'x-forwarded-for': address });

  test('wrong ones are counted for an address, before any work is done; right ones are not', async () => {
    const few = await startApp({ config: { CODE_TRIES_PER_QUARTER_HOUR: '3', TRUST_PROXY: 'true' } });
    const { code } = await anApplication(few);
    const tried = async (typed: string, address = '192.0.2.1') => refusal(await open(few, typed, from(address)));
    for (let i = 0; i < 10; i += 1) expect(await tried(code)).toBeNull();
    expect([await tried(wrong), await tried(wrong), await tried(code), await tried(wrong)]).toEqual([
      'CODE_NOT_RIGHT',
      'CODE_NOT_RIGHT',
      null,
      'CODE_NOT_RIGHT',
    ]);
    work.mockClear();
    // From here on a right code is told the same as a wrong one, and neither costs anything.
    expect([await tried(wrong), await tried(code)]).toEqual(['TOO_MANY_TRIES', 'TOO_MANY_TRIES']);
    expect(work).not.toHaveBeenCalled();
    expect(await tried(code, '192.0.2.2')).toBeNull();
    await few.close();
  });
});

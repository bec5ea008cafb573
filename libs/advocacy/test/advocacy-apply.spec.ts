import { randomUUID } from 'node:crypto';
import {
  anAdvocate,
  anApplication,
  applyInput,
  asAdvocate,
  runBypassingTriggers,
  withCode,
} from '@upstander/tests/support/advocacy.js';
import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { anOpportunity } from '@upstander/tests/support/opportunities.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const apply = (input: Record<string, unknown>, headers?: Record<string, string>) =>
  app.graphql<{ applyToOpportunity: { replyCode: string } }>(
    'mutation ($input: ApplyInput!) { applyToOpportunity(input: $input) { replyCode } }',
    { input },
    { headers },
  );
const countRows = async (table: string) =>
  (await runBypassingTriggers<{ n: number }>(app, `SELECT count(*)::int AS n FROM sealed.${table}`))[0]!.n;

describe('applying for an opportunity', () => {
  test('takes a name and a safe contact, and returns a code of four words', async () => {
    const { data } = await apply(await applyInput(app));
    expect(data.applyToOpportunity.replyCode).toMatch(/^[a-z]+ [a-z]+ [a-z]+ [a-z]+$/);
  });

  test.each([
    ['through an advocate', { channel: 'ADVOCATE' }],
    ['by code only', { channel: 'CODE', value: '555', when: 'now', mayLeaveMessage: true }],
    ['by email', { channel: 'MAIL', value: ' luna@example.org ' }],
  ])('stores a safe contact %s', async (_, safeContact) => {
    const { code } = await anApplication(app, { safeContact, note: undefined });
    const { safeContact: storedContact } = await withCode(app, code).open();
    const { channel } = safeContact;
    const value = channel === 'MAIL' ? 'luna@example.org' : null;
    expect(storedContact).toEqual({ channel, value, when: null, mayLeaveMessage: null, notice: null });
  });

  test('stores a phone number in international format', async () => {
    const { code } = await anApplication(app, {
      safeContact: { channel: 'CALL', value: '(310) 555-0123', mayLeaveMessage: false },
    });
    expect((await withCode(app, code).open()).safeContact).toMatchObject({
      value: '+13105550123',
      mayLeaveMessage: false,
    });
  });

  test.each([
    [{ nameToUse: '  ' }, { nameToUse: 'required' }],
    [{ nameToUse: 'x'.repeat(81) }, { nameToUse: 'too-long' }],
    [{ note: 'x'.repeat(2_001) }, { note: 'too-long' }],
    [{ safeContact: { channel: 'TEXT' } }, { 'safeContact.value': 'required' }],
    [{ safeContact: { channel: 'TEXT', value: 'secret words' } }, { 'safeContact.value': 'not-a-number' }],
    [{ safeContact: { channel: 'MAIL', value: 'secret words' } }, { 'safeContact.value': 'not-an-address' }],
    [{ safeContact: { channel: 'ADVOCATE', when: 'x'.repeat(201) } }, { 'safeContact.when': 'too-long' }],
    [{ idempotencyKey: 'secret words' }, { idempotencyKey: 'not-a-key' }],
  ])('names the invalid field without repeating the input: %j', async (parts, fields) => {
    const before = await countRows('application');
    const answer = await apply(await applyInput(app, parts));
    expect(refusal(answer)).toBe('BAD_INPUT');
    expect(answer.errors![0]!.extensions.details).toEqual({ fields });
    expect(JSON.stringify(answer)).not.toMatch(/secret|xxx|Luna/);
    expect(await countRows('application')).toBe(before);
  });

  test.each([
    ['draft', 'NOT_FOUND'],
    ['in_review', 'NOT_FOUND'],
    ['refused', 'NOT_FOUND'],
    ['expired', 'OPPORTUNITY_CLOSED'],
    ['filled', 'OPPORTUNITY_CLOSED'],
    ['withdrawn', 'OPPORTUNITY_CLOSED'],
  ] as const)('is refused for an opportunity that is %s: %s', async (status, code) => {
    const { id } = await anOpportunity(app.db, { status });
    expect(refusal(await apply(await applyInput(app, { opportunityId: id })))).toBe(code);
  });

  test('is refused for a suspended business and for an unknown opportunity', async () => {
    const { id } = await anOpportunity(app.db, { business: { status: 'suspended' } });
    expect(refusal(await apply(await applyInput(app, { opportunityId: id })))).toBe('OPPORTUNITY_CLOSED');
    for (const opportunityId of [randomUUID(), 'no id']) {
      expect(refusal(await apply(await applyInput(app, { opportunityId })))).toBe('NOT_FOUND');
    }
  });

  test('lets an advocate apply for a person, take the application and pass on the code', async () => {
    const advocate = await anAdvocate(app);
    const { id, replyCode } = await asAdvocate(app, advocate).applyFor(await applyInput(app));
    expect(await asAdvocate(app, advocate).open(id)).toMatchObject({ byAdvocate: true, takenByMe: true });
    expect((await withCode(app, replyCode).open()).nameToUse).toBe('Luna');
  });
});

describe('a retry with the same key', () => {
  test('creates one application with one code, without a stored response', async () => {
    const input = { ...(await applyInput(app)), idempotencyKey: randomUUID() };
    const before = { application: await countRows('application'), monthlyCount: await countRows('monthly_count') };
    const codes = await Promise.all(Array.from({ length: 4 }, () => apply(input)));
    codes.push(await apply(input));
    expect(new Set(codes.map(({ data }) => data.applyToOpportunity.replyCode)).size).toBe(1);
    expect(await countRows('application')).toBe(before.application + 1);
    expect(await countRows('monthly_count')).toBe(before.monthlyCount + 1);
    expect(await app.db.query(`SELECT FROM platform.idempotency WHERE operation LIKE '%pply%'`)).toEqual([]);
  });

  test('still works after the opportunity was closed', async () => {
    const { id: opportunityId } = await anOpportunity(app.db);
    const input = { ...(await applyInput(app, { opportunityId })), idempotencyKey: randomUUID() };
    const first = await apply(input);
    await app.db.query(`UPDATE opportunities.opportunity SET status = 'filled' WHERE id = $1`, [opportunityId]);
    expect((await apply(input)).data).toEqual(first.data);
  });

  test('still works after the person changed the safe contact', async () => {
    const input = { ...(await applyInput(app)), idempotencyKey: randomUUID() };
    const { data } = await apply(input);
    await withCode(app, data.applyToOpportunity.replyCode).changeSafeContact({ safeContact: { channel: 'CODE' } });
    expect((await apply(input)).data).toEqual(data);
  });

  test('is refused with other input', async () => {
    const input = { ...(await applyInput(app)), idempotencyKey: randomUUID() };
    await apply(input);
    const other = await apply({ ...input, note: 'Something else.' });
    expect(refusal(other)).toBe('IDEMPOTENCY_KEY_REUSED');
    expect(JSON.stringify(other)).not.toContain('Something');
  });

  test("doesn't restore an erased application", async () => {
    const input = { ...(await applyInput(app)), idempotencyKey: randomUUID() };
    const { data } = await apply(input);
    await withCode(app, data.applyToOpportunity.replyCode).erase();
    const before = await countRows('application');
    expect(refusal(await apply(input))).toBe('RECORD_ERASED');
    expect(await countRows('application')).toBe(before);
    // After a month no browser retries it, so the marker is deleted too.
    app.clock.advance(31 * 86_400_000);
    await app.runJob('purge-sealed');
    expect(await countRows('erased')).toBe(0);
    app.clock.release();
  });

  test('without a key creates another application with another code', async () => {
    const input = await applyInput(app);
    const [one, second] = [await apply(input), await apply(input)];
    expect(one.data).not.toEqual(second.data);
  });
});

describe('rate limits', () => {
  test('apply per network address and hour, without storing addresses', async () => {
    const limitedApp = await startApp({ config: { SEALED_SENDS_PER_HOUR: '2', TRUST_PROXY: 'true' } });
    const fromAddress = (address: string) => ({ 'x-forwarded-for': address });
    const send = async (address: string) =>
      refusal(
        await limitedApp.graphql(
          'mutation ($input: ApplyInput!) { applyToOpportunity(input: $input) { replyCode } }',
          { input: await applyInput(limitedApp) },
          { headers: fromAddress(address) },
        ),
      );
    expect([await send('192.0.2.1'), await send('192.0.2.1'), await send('192.0.2.1')]).toEqual([
      null,
      null,
      'TOO_MANY_TRIES',
    ]);
    expect(await send('192.0.2.2')).toBeNull();
    expect(await limitedApp.db.query('SELECT key FROM identity.rate_limit')).toEqual([]);
    await limitedApp.close();
  });
});

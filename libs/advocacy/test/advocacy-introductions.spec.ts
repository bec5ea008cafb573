import { randomUUID } from 'node:crypto';
import { SealedZone } from '@upstander/advocacy';
import {
  anAdvocate,
  anApplication,
  anIntroduction,
  asAdvocate,
  asBusiness,
  runBypassingTriggers,
  withCode,
} from '@upstander/tests/support/advocacy.js';
import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { days, hours } from '@upstander/tests/support/movable-clock.js';
import { aBusinessPerson, aMember, anOpportunity } from '@upstander/tests/support/opportunities.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());
afterEach(() => app.clock.release());

const at = (milliseconds: number) => new Date(app.clock.now().valueOf() + milliseconds).toISOString();
const signed = (applicationId: string, more: Record<string, unknown> = {}) => ({
  applicationId,
  shares: 'A first name.',
  givenHow: 'SIGNED',
  givenAt: at(-1_000),
  expiresAt: at(days(30)),
  ...more,
});

async function taken() {
  const member = await aBusinessPerson(app);
  const { id: opportunityId } = await anOpportunity(app.db, { businessId: member.businessId });
  const application = await anApplication(app, { opportunityId });
  const desk = asAdvocate(app, await anAdvocate(app));
  await desk.take(application.id);
  return { ...application, member, desk, me: withCode(app, application.code) };
}

describe('a consent', () => {
  test('is proposed by the advocate and given with the code, and nothing depends on it', async () => {
    const { id, desk, me } = await taken();
    await desk.proposeConsent({ applicationId: id, shares: 'The letter J.', expiresAt: at(days(10)) });
    const [proposed] = (await me.open()).consents;
    expect(proposed).toMatchObject({ state: 'PROPOSED', shares: 'The letter J.' });
    await desk.writeToPerson({ recordId: id, kind: 'APPLICATION', body: 'No hurry.' });
    await me.answer({ body: 'Thank you.' });
    await expect(desk.introduce({ applicationId: id, consentId: proposed!.id, alias: 'J.' })).rejects.toThrow(
      'CONSENT_NEEDED',
    );
    const [given] = (await me.giveConsent({ consentId: proposed!.id })).consents;
    expect(given).toMatchObject({ state: 'LIVE' });
    const { introduction } = await desk.introduce({ applicationId: id, consentId: proposed!.id, alias: 'J.' });
    expect(introduction).toMatchObject({ alias: 'J.' });
  });

  test('can be revoked by the person at any time, permanently', async () => {
    const { id, desk, me } = await taken();
    const { consents } = await desk.recordConsent(signed(id));
    const consentId = consents[0]!.id;
    await Promise.all([me.revokeConsent({ consentId }), me.revokeConsent({ consentId })]);
    const record = await me.revokeConsent({ consentId });
    expect(record.consents).toMatchObject([{ state: 'REVOKED' }]);
    await expect(me.giveConsent({ consentId })).rejects.toThrow('CONSENT_ENDED');
    await expect(desk.introduce({ applicationId: id, consentId, alias: 'L.' })).rejects.toThrow('CONSENT_NEEDED');
  });

  test("can't be given after it expired", async () => {
    const { id, desk, me } = await taken();
    const { consents } = await desk.proposeConsent({ applicationId: id, shares: 'X.', expiresAt: at(hours(1)) });
    app.clock.advance(hours(2));
    await expect(me.giveConsent({ consentId: consents[0]!.id })).rejects.toThrow('CONSENT_ENDED');
  });

  test("of another application isn't found", async () => {
    const [mine, theirs] = [await taken(), await taken()];
    const { consents } = await theirs.desk.recordConsent(signed(theirs.id));
    const consentId = consents[0]!.id;
    await expect(mine.me.revokeConsent({ consentId })).rejects.toThrow('NOT_FOUND');
    await expect(mine.me.giveConsent({ consentId })).rejects.toThrow('NOT_FOUND');
    await expect(mine.desk.withdrawConsent({ applicationId: mine.id, consentId })).rejects.toThrow('NOT_FOUND');
    await expect(mine.desk.introduce({ applicationId: mine.id, consentId, alias: 'L.' })).rejects.toThrow(
      'CONSENT_NEEDED',
    );
  });

  test.each([
    ['nothing to share', { shares: ' ' }, 'shares'],
    ['given by code but not by the person', { givenHow: 'BY_CODE' }, 'givenHow'],
    ['given tomorrow', { givenAt: 'tomorrow' }, 'givenAt'],
    ['ended yesterday', { expiresAt: 'yesterday' }, 'expiresAt'],
    ['for more than a year', { expiresAt: 'in two years' }, 'expiresAt'],
  ])('is refused with %s', async (_, parts, field) => {
    const { id, desk } = await taken();
    const times = { tomorrow: at(days(1)), yesterday: at(-days(1)), 'in two years': at(days(730)) };
    const resolvedParts = Object.entries(parts).map(([name, value]) => [
      name,
      times[value as keyof typeof times] ?? value,
    ]);
    await expect(desk.recordConsent(signed(id, Object.fromEntries(resolvedParts)))).rejects.toThrow(
      `BAD_INPUT {"fields":{"${field}"`,
    );
  });

  test('can be recorded only by the advocate who took the application', async () => {
    const { id } = await taken();
    const other = asAdvocate(app, await anAdvocate(app));
    await expect(other.recordConsent(signed(id))).rejects.toThrow('TAKE_IT_FIRST');
    await expect(other.recordConsent(signed(randomUUID()))).rejects.toThrow('NOT_FOUND');
  });
});

describe('an introduction', () => {
  test('shares what the person agreed to and nothing else', async () => {
    const made = await anIntroduction(app, { alias: 'L.', shares: 'That they bake.', availability: 'Mornings' });
    await made.desk.writeToBusiness({ introductionId: made.introductionId, body: 'Hello.' });
    const [shownIntroduction] = await asBusiness(app, made.member).list(made.member.businessId);
    expect({ ...shownIntroduction, id: 'id', opportunityId: 'its opportunity', createdAt: 'then', messages: 'below' })
      .toMatchInlineSnapshot(`
      {
        "alias": "L.",
        "answer": null,
        "availability": "Mornings",
        "createdAt": "then",
        "id": "id",
        "messages": "below",
        "opportunityId": "its opportunity",
        "opportunityTitle": "Baker",
        "shares": "That they bake.",
        "unread": 1,
      }
    `);
    expect(shownIntroduction!.messages).toEqual([
      { id: expect.any(String) as string, at: expect.any(String) as string, fromUs: false, body: 'Hello.' },
    ]);
    // Requests every field, so a new field fails this test.
    const { data } = await app.graphql<{ __type: { fields: Array<{ name: string }> } }>(
      '{ __type(name: "MyIntroduction") { fields { name } } }',
    );
    expect(data.__type.fields.map(({ name }) => name).sort()).toEqual(Object.keys(shownIntroduction!).sort());
    expect(JSON.stringify(shownIntroduction)).not.toContain(made.id);
  });

  test('ends immediately when the consent expires or is revoked, or the application is closed', async () => {
    const ends: Array<(made: Awaited<ReturnType<typeof anIntroduction>>) => unknown> = [
      ({ code, consentId }) => withCode(app, code).revokeConsent({ consentId }),
      ({ id, desk, consentId }) => desk.withdrawConsent({ applicationId: id, consentId }),
      ({ id, desk }) => desk.close(id),
      ({ code }) => withCode(app, code).erase(),
      () => app.clock.advance(days(30)),
    ];
    for (const end of ends) {
      app.clock.set('2026-12-01T12:00:00Z');
      const made = await anIntroduction(app);
      const inbox = asBusiness(app, made.member);
      expect(await inbox.open(made.introductionId)).not.toBeNull();
      await end(made);
      expect(await inbox.list(made.member.businessId)).toEqual([]);
      expect(await inbox.open(made.introductionId)).toBeNull();
      await expect(inbox.answer({ id: made.introductionId, answer: 'INTERESTED' })).rejects.toThrow('NOT_FOUND');
      await expect(inbox.write({ introductionId: made.introductionId, body: 'Hello?' })).rejects.toThrow('NOT_FOUND');
    }
  });

  test('is visible until one millisecond before the consent ends', async () => {
    app.clock.set('2026-12-01T12:00:00Z');
    const made = await anIntroduction(app);
    app.clock.advance(days(30) - 1);
    expect(await asBusiness(app, made.member).open(made.introductionId)).not.toBeNull();
    app.clock.advance(1);
    expect(await asBusiness(app, made.member).open(made.introductionId)).toBeNull();
  });

  test('is updated with a newer consent instead of repeated', async () => {
    const made = await anIntroduction(app);
    await withCode(app, made.code).revokeConsent({ consentId: made.consentId });
    const { consents } = await made.desk.recordConsent(signed(made.id, { shares: 'More than before.' }));
    const consentId = consents.find(({ state }) => state === 'LIVE')!.id;
    await made.desk.introduce({ applicationId: made.id, consentId, alias: 'Luna' });
    expect(await asBusiness(app, made.member).list(made.member.businessId)).toMatchObject([
      { id: made.introductionId, alias: 'Luna', shares: 'More than before.', availability: null },
    ]);
  });

  test('is refused for an unapproved business, which no longer sees earlier ones', async () => {
    const made = await anIntroduction(app);
    await app.db.query(`UPDATE opportunities.business SET status = 'suspended', approved_until = NULL WHERE id = $1`, [
      made.member.businessId,
    ]);
    const newerInput = { applicationId: made.id, consentId: made.consentId, alias: 'L.' };
    await expect(made.desk.introduce(newerInput)).rejects.toThrow('BUSINESS_NOT_VETTED');
    await expect(asBusiness(app, made.member).list(made.member.businessId)).rejects.toThrow('NOT_FOUND');
    expect(await asBusiness(app, made.member).open(made.introductionId)).toBeNull();
  });

  test('is impossible without a live consent, because the database refuses it', async () => {
    const { id, desk, me, member } = await taken();
    const { consents } = await desk.recordConsent(signed(id));
    const consentId = consents[0]!.id;
    const zone = app.nest.get(SealedZone);
    const { accountId } = await anAdvocate(app);
    const insert = () =>
      zone.as({ kind: 'advocate', accountId }, async (tx) => {
        await tx.query(
          `INSERT INTO sealed.introduction (id, application_id, business_id, opportunity_id, consent_id, payload, created_by,
             created_at) VALUES ($1, $2, $3, $1, $4, 'x', $5, $6)`,
          [randomUUID(), id, member.businessId, consentId, accountId, tx.at],
        );
        throw new Error('It was let in.');
      });
    await expect(insert()).rejects.toThrow('It was let in.');
    await me.revokeConsent({ consentId });
    await expect(insert()).rejects.toThrow('needs a live consent');
    // Negative control: without the trigger, the revoked consent would be accepted.
    await runBypassingTriggers(app, 'ALTER TABLE sealed.introduction DISABLE TRIGGER introduction_needs_live_consent');
    await expect(insert()).rejects.toThrow('It was let in.');
    await runBypassingTriggers(app, 'ALTER TABLE sealed.introduction ENABLE TRIGGER introduction_needs_live_consent');
  });
});

describe('the inbox of a business', () => {
  test('is only for its active members', async () => {
    const made = await anIntroduction(app);
    const stranger = await aBusinessPerson(app);
    const frozen = await app.signedIn();
    await aMember(app.db, made.member.businessId, frozen.accountId, { frozen: true });
    for (const somebody of [stranger, frozen, made.advocate]) {
      const inbox = asBusiness(app, somebody);
      await expect(inbox.list(made.member.businessId)).rejects.toThrow(/NOT_FOUND|MEMBER_FROZEN/);
      expect(await inbox.open(made.introductionId)).toBeNull();
      await expect(inbox.answer({ id: made.introductionId, answer: 'NOT_NOW' })).rejects.toThrow('NOT_FOUND');
    }
    const colleague = await app.signedIn();
    await aMember(app.db, made.member.businessId, colleague.accountId, { role: 'editor' });
    expect(await asBusiness(app, colleague).list(made.member.businessId)).toHaveLength(1);
  });

  test('lets it answer, change the answer and write to the advocate', async () => {
    const made = await anIntroduction(app);
    const { introductionId, desk } = made;
    const inbox = asBusiness(app, made.member);
    expect(await inbox.answer({ id: introductionId, answer: 'NOT_NOW' })).toMatchObject({ answer: 'NOT_NOW' });
    expect(await inbox.answer({ id: introductionId, answer: 'INTERESTED' })).toMatchObject({ answer: 'INTERESTED' });
    const key = randomUUID();
    const wish = { introductionId, body: 'When could we meet?', idempotencyKey: key };
    await Promise.all([inbox.write(wish), inbox.write(wish)]);
    await expect(inbox.write({ ...wish, body: 'Never.' })).rejects.toThrow('IDEMPOTENCY_KEY_REUSED');
    await desk.writeToBusiness({ introductionId, body: 'On Tuesday.' });
    expect((await inbox.list(made.member.businessId))[0]).toMatchObject({ unread: 1 });
    const opened = await inbox.open(introductionId);
    expect(opened).toMatchObject({
      unread: 0,
      messages: [
        { fromUs: true, body: 'When could we meet?' },
        { fromUs: false, body: 'On Tuesday.' },
      ],
    });
    const application = await desk.open(made.id);
    expect(application!.introduction).toMatchObject({
      answer: 'INTERESTED',
      messages: [{ fromWhom: 'BUSINESS' }, { fromWhom: 'ADVOCATE' }],
    });
    // The person can't see this conversation.
    expect((await withCode(app, made.code).open()).messages).toEqual([]);
  });

  test('treats an invalid ID as not found', async () => {
    const { member } = await anIntroduction(app);
    expect(await asBusiness(app, member).open('no id')).toBeNull();
    const answer = await app.graphql(
      'query ($id: ID!) { myIntroductions(businessId: $id) { id } }',
      { id: 'no id' },
      { cookie: member.cookie },
    );
    expect(refusal(answer)).toBe('NOT_FOUND');
  });
});

import { randomUUID } from 'node:crypto';
import { SealedZone } from '@upstander/advocacy';
import {
  anAdvocate,
  anApplication,
  anIntroduction,
  asAdvocate,
  actAsBusiness,
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

const timeFromNow = (milliseconds: number) => new Date(app.clock.now().valueOf() + milliseconds).toISOString();
const consentInput = (applicationId: string, overrides: Record<string, unknown> = {}) => ({
  applicationId,
  shares: 'A first name.',
  consentMethod: 'SIGNED',
  givenAt: timeFromNow(-1_000),
  expiresAt: timeFromNow(days(30)),
  ...overrides,
});

async function takenApplication() {
  const member = await aBusinessPerson(app);
  const { id: opportunityId } = await anOpportunity(app.db, { businessId: member.businessId });
  const application = await anApplication(app, { opportunityId });
  const desk = asAdvocate(app, await anAdvocate(app));
  await desk.take(application.id);
  return { ...application, member, desk, me: withCode(app, application.code) };
}

describe('a consent', () => {
  test('is proposed by the advocate and given with the code, and nothing depends on it', async () => {
    const { id, desk, me } = await takenApplication();
    await desk.proposeConsent({ applicationId: id, shares: 'The letter J.', expiresAt: timeFromNow(days(10)) });
    const [proposedConsent] = (await me.open()).consents;
    expect(proposedConsent).toMatchObject({ state: 'PROPOSED', shares: 'The letter J.' });
    await desk.writeToPerson({ recordId: id, kind: 'APPLICATION', body: 'No hurry.' });
    await me.answer({ body: 'Thank you.' });
    await expect(desk.introduce({ applicationId: id, consentId: proposedConsent!.id, alias: 'J.' })).rejects.toThrow(
      'CONSENT_NEEDED',
    );
    const [givenConsent] = (await me.giveConsent({ consentId: proposedConsent!.id })).consents;
    expect(givenConsent).toMatchObject({ state: 'LIVE' });
    const { introduction } = await desk.introduce({ applicationId: id, consentId: proposedConsent!.id, alias: 'J.' });
    expect(introduction).toMatchObject({ alias: 'J.' });
  });

  test('can be revoked by the person at any time, permanently', async () => {
    const { id, desk, me } = await takenApplication();
    const { consents } = await desk.recordConsent(consentInput(id));
    const consentId = consents[0]!.id;
    await Promise.all([me.revokeConsent({ consentId }), me.revokeConsent({ consentId })]);
    const record = await me.revokeConsent({ consentId });
    expect(record.consents).toMatchObject([{ state: 'REVOKED' }]);
    await expect(me.giveConsent({ consentId })).rejects.toThrow('CONSENT_ENDED');
    await expect(desk.introduce({ applicationId: id, consentId, alias: 'L.' })).rejects.toThrow('CONSENT_NEEDED');
  });

  test("can't be given after it expired", async () => {
    const { id, desk, me } = await takenApplication();
    const { consents } = await desk.proposeConsent({
      applicationId: id,
      shares: 'X.',
      expiresAt: timeFromNow(hours(1)),
    });
    app.clock.advance(hours(2));
    await expect(me.giveConsent({ consentId: consents[0]!.id })).rejects.toThrow('CONSENT_ENDED');
  });

  test("of another application isn't found", async () => {
    const [first, second] = [await takenApplication(), await takenApplication()];
    const { consents } = await second.desk.recordConsent(consentInput(second.id));
    const consentId = consents[0]!.id;
    await expect(first.me.revokeConsent({ consentId })).rejects.toThrow('NOT_FOUND');
    await expect(first.me.giveConsent({ consentId })).rejects.toThrow('NOT_FOUND');
    await expect(first.desk.withdrawConsent({ applicationId: first.id, consentId })).rejects.toThrow('NOT_FOUND');
    await expect(first.desk.introduce({ applicationId: first.id, consentId, alias: 'L.' })).rejects.toThrow(
      'CONSENT_NEEDED',
    );
  });

  test.each([
    ['nothing to share', { shares: ' ' }, 'shares'],
    ['given by code but not by the person', { consentMethod: 'BY_CODE' }, 'consentMethod'],
    ['given tomorrow', { givenAt: 'tomorrow' }, 'givenAt'],
    ['ended yesterday', { expiresAt: 'yesterday' }, 'expiresAt'],
    ['for more than a year', { expiresAt: 'in two years' }, 'expiresAt'],
  ])('is refused with %s', async (_, parts, field) => {
    const { id, desk } = await takenApplication();
    const times = {
      tomorrow: timeFromNow(days(1)),
      yesterday: timeFromNow(-days(1)),
      'in two years': timeFromNow(days(730)),
    };
    const resolvedParts = Object.entries(parts).map(([name, value]) => [
      name,
      times[value as keyof typeof times] ?? value,
    ]);
    await expect(desk.recordConsent(consentInput(id, Object.fromEntries(resolvedParts)))).rejects.toThrow(
      `BAD_INPUT {"fields":{"${field}"`,
    );
  });

  test('can be recorded only by the advocate who took the application', async () => {
    const { id } = await takenApplication();
    const other = asAdvocate(app, await anAdvocate(app));
    await expect(other.recordConsent(consentInput(id))).rejects.toThrow('TAKE_IT_FIRST');
    await expect(other.recordConsent(consentInput(randomUUID()))).rejects.toThrow('NOT_FOUND');
  });
});

describe('an introduction', () => {
  test('shares what the person agreed to and nothing else', async () => {
    const introduction = await anIntroduction(app, {
      alias: 'L.',
      shares: 'That they bake.',
      availability: 'Mornings',
    });
    await introduction.desk.writeToBusiness({ introductionId: introduction.introductionId, body: 'Hello.' });
    const [shownIntroduction] = await actAsBusiness(app, introduction.member).list(introduction.member.businessId);
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
    expect(JSON.stringify(shownIntroduction)).not.toContain(introduction.id);
  });

  test('ends immediately when the consent expires or is revoked, or the application is closed', async () => {
    const endings: Array<(introduction: Awaited<ReturnType<typeof anIntroduction>>) => unknown> = [
      ({ code, consentId }) => withCode(app, code).revokeConsent({ consentId }),
      ({ id, desk, consentId }) => desk.withdrawConsent({ applicationId: id, consentId }),
      ({ id, desk }) => desk.close(id),
      ({ code }) => withCode(app, code).erase(),
      () => app.clock.advance(days(30)),
    ];
    for (const end of endings) {
      app.clock.set('2026-12-01T12:00:00Z');
      const introduction = await anIntroduction(app);
      const inbox = actAsBusiness(app, introduction.member);
      expect(await inbox.open(introduction.introductionId)).not.toBeNull();
      await end(introduction);
      expect(await inbox.list(introduction.member.businessId)).toEqual([]);
      expect(await inbox.open(introduction.introductionId)).toBeNull();
      await expect(inbox.answer({ id: introduction.introductionId, answer: 'INTERESTED' })).rejects.toThrow(
        'NOT_FOUND',
      );
      await expect(inbox.write({ introductionId: introduction.introductionId, body: 'Hello?' })).rejects.toThrow(
        'NOT_FOUND',
      );
    }
  });

  test('is visible until one millisecond before the consent ends', async () => {
    app.clock.set('2026-12-01T12:00:00Z');
    const introduction = await anIntroduction(app);
    app.clock.advance(days(30) - 1);
    expect(await actAsBusiness(app, introduction.member).open(introduction.introductionId)).not.toBeNull();
    app.clock.advance(1);
    expect(await actAsBusiness(app, introduction.member).open(introduction.introductionId)).toBeNull();
  });

  test('is updated with a newer consent instead of repeated', async () => {
    const introduction = await anIntroduction(app);
    await withCode(app, introduction.code).revokeConsent({ consentId: introduction.consentId });
    const { consents } = await introduction.desk.recordConsent(
      consentInput(introduction.id, { shares: 'More than before.' }),
    );
    const consentId = consents.find(({ state }) => state === 'LIVE')!.id;
    await introduction.desk.introduce({ applicationId: introduction.id, consentId, alias: 'Luna' });
    expect(await actAsBusiness(app, introduction.member).list(introduction.member.businessId)).toMatchObject([
      { id: introduction.introductionId, alias: 'Luna', shares: 'More than before.', availability: null },
    ]);
  });

  test('is refused for an unapproved business, which no longer sees earlier ones', async () => {
    const introduction = await anIntroduction(app);
    await app.db.query(`UPDATE opportunities.business SET status = 'suspended', approved_until = NULL WHERE id = $1`, [
      introduction.member.businessId,
    ]);
    const newerInput = { applicationId: introduction.id, consentId: introduction.consentId, alias: 'L.' };
    await expect(introduction.desk.introduce(newerInput)).rejects.toThrow('BUSINESS_NOT_VETTED');
    await expect(actAsBusiness(app, introduction.member).list(introduction.member.businessId)).rejects.toThrow(
      'NOT_FOUND',
    );
    expect(await actAsBusiness(app, introduction.member).open(introduction.introductionId)).toBeNull();
  });

  test('is impossible without a live consent, because the database refuses it', async () => {
    const { id, desk, me, member } = await takenApplication();
    const { consents } = await desk.recordConsent(consentInput(id));
    const consentId = consents[0]!.id;
    const zone = app.nest.get(SealedZone);
    const { accountId } = await anAdvocate(app);
    const insert = () =>
      zone.runAs({ kind: 'advocate', accountId }, async (tx) => {
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
    const introduction = await anIntroduction(app);
    const stranger = await aBusinessPerson(app);
    const frozenAccount = await app.signedIn();
    await aMember(app.db, introduction.member.businessId, frozenAccount.accountId, { frozen: true });
    for (const session of [stranger, frozenAccount, introduction.advocate]) {
      const inbox = actAsBusiness(app, session);
      await expect(inbox.list(introduction.member.businessId)).rejects.toThrow(/NOT_FOUND|MEMBER_FROZEN/);
      expect(await inbox.open(introduction.introductionId)).toBeNull();
      await expect(inbox.answer({ id: introduction.introductionId, answer: 'NOT_NOW' })).rejects.toThrow('NOT_FOUND');
    }
    const colleague = await app.signedIn();
    await aMember(app.db, introduction.member.businessId, colleague.accountId, { role: 'editor' });
    expect(await actAsBusiness(app, colleague).list(introduction.member.businessId)).toHaveLength(1);
  });

  test('lets it answer, change the answer and write to the advocate', async () => {
    const introduction = await anIntroduction(app);
    const { introductionId, desk } = introduction;
    const inbox = actAsBusiness(app, introduction.member);
    expect(await inbox.answer({ id: introductionId, answer: 'NOT_NOW' })).toMatchObject({ answer: 'NOT_NOW' });
    expect(await inbox.answer({ id: introductionId, answer: 'INTERESTED' })).toMatchObject({ answer: 'INTERESTED' });
    const key = randomUUID();
    const messageInput = { introductionId, body: 'When could we meet?', idempotencyKey: key };
    await Promise.all([inbox.write(messageInput), inbox.write(messageInput)]);
    await expect(inbox.write({ ...messageInput, body: 'Never.' })).rejects.toThrow('IDEMPOTENCY_KEY_REUSED');
    await desk.writeToBusiness({ introductionId, body: 'On Tuesday.' });
    expect((await inbox.list(introduction.member.businessId))[0]).toMatchObject({ unread: 1 });
    const openedIntroduction = await inbox.open(introductionId);
    expect(openedIntroduction).toMatchObject({
      unread: 0,
      messages: [
        { fromUs: true, body: 'When could we meet?' },
        { fromUs: false, body: 'On Tuesday.' },
      ],
    });
    const application = await desk.open(introduction.id);
    expect(application!.introduction).toMatchObject({
      answer: 'INTERESTED',
      messages: [{ sender: 'BUSINESS' }, { sender: 'ADVOCATE' }],
    });
    // The person can't see this conversation.
    expect((await withCode(app, introduction.code).open()).messages).toEqual([]);
  });

  test('treats an invalid ID as not found', async () => {
    const { member } = await anIntroduction(app);
    expect(await actAsBusiness(app, member).open('no id')).toBeNull();
    const answer = await app.graphql(
      'query ($id: ID!) { myIntroductions(businessId: $id) { id } }',
      { id: 'no id' },
      { cookie: member.cookie },
    );
    expect(refusal(answer)).toBe('NOT_FOUND');
  });
});

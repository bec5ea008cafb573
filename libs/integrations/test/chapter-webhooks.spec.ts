import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aCredential, aCredentialType } from '@upstander/tests/support/credentials.js';
import { aCustomRole, assignCustomRole } from '@upstander/tests/support/custom-roles.js';
import { aCampaign } from '@upstander/tests/support/factories.fundraising.js';
import { aChapter, anEvent, aShift } from '@upstander/tests/support/factories.js';
import { aPendingGift } from '@upstander/tests/support/gifts.js';
import { aVolunteer } from '@upstander/tests/support/volunteers.js';

interface Session {
  cookie: string;
  accountId: string;
}

let app: TestApp;
let admin: Session;
/** Organizer in Los Angeles. */
let rosa: Session;
let la: string;
let davis: string;
beforeAll(async () => {
  app = await startApp();
  la = (await aChapter(app.db)).id;
  davis = (await aChapter(app.db, { name: 'Davis' })).id;
  admin = await app.signedIn({ role: 'admin' });
  rosa = await app.signedIn({ role: 'organizer', chapterId: la, email: 'rosa@example.org' });
});
afterAll(() => app.close());
beforeEach(() => app.db.query('DELETE FROM integrations.webhook_endpoint'));

const create = (by: Session, input: object) =>
  app.graphql<{ createWebhookEndpoint: { endpoint: { id: string; chapterId: string; chapterName: string } } }>(
    `mutation ($input: CreateWebhookEndpointInput!) {
       createWebhookEndpoint(input: $input) { endpoint { id chapterId chapterName } } }`,
    { input: { url: 'https://hooks.example.org/', types: ['event.created'], ...input } },
    by,
  );

async function endpointFor(chapterId: string | null, types: string[], by = admin): Promise<string> {
  const { data, errors } = await create(by, { chapterId, types });
  expect(errors).toBeUndefined();
  return data.createWebhookEndpoint.endpoint.id;
}

async function listFor(by: Session, chapterId: string | null = null): Promise<string[]> {
  const { data } = await app.graphql<{ webhookEndpoints: Array<{ id: string }> }>(
    'query ($chapterId: ID) { webhookEndpoints(chapterId: $chapterId) { id } }',
    { chapterId },
    by,
  );
  return data.webhookEndpoints.map(({ id }) => id);
}

/** Returns the recorded events of an endpoint, oldest first. */
async function eventsOf(endpointId: string): Promise<string[]> {
  const rows = await app.db.query<{ type: string; id: string }>(
    `SELECT d.type, d.data ->> 'id' AS id FROM integrations.webhook_delivery d WHERE d.endpoint_id = $1 ORDER BY d.position`,
    [endpointId],
  );
  return rows.map(({ type, id }) => `${type} ${id}`);
}

/** Makes another chapter know a volunteer. */
const signUpIn = (chapterId: string, volunteerId: string) =>
  app.db.query(
    'SELECT volunteers.helped(ARRAY[$1::uuid], ARRAY[$2::uuid], ARRAY[NULL::integer], ARRAY[NULL::date], now())',
    [volunteerId, chapterId],
  );

describe('events of an endpoint of a chapter', () => {
  const types = ['event.created', 'event.updated', 'shift.created', 'shift.updated', 'signup.created'];

  test('are those of the chapter only, while the network’s endpoint gets all', async () => {
    const ours = await endpointFor(la, types);
    const theirs = await endpointFor(davis, types);
    const all = await endpointFor(null, types);
    const event = await anEvent(app.db, { chapterId: la });
    const shift = await aShift(app.db, { eventId: event.id });
    const { signupId } = await aVolunteer(app, davis);
    expect(await eventsOf(ours)).toEqual([`event.created ${event.id}`, `shift.created ${shift.id}`]);
    expect(await eventsOf(theirs)).toEqual([
      expect.stringContaining('event.created'),
      expect.stringContaining('shift.created'),
      `signup.created ${signupId}`,
    ]);
    expect(await eventsOf(all)).toEqual([...(await eventsOf(ours)), ...(await eventsOf(theirs))]);
  });

  test('tell both chapters when an event moves, and stay in the log of the first', async () => {
    const [ours, theirs] = [await endpointFor(la, types), await endpointFor(davis, types)];
    const event = await anEvent(app.db, { chapterId: la });
    const shift = await aShift(app.db, { eventId: event.id });
    const before = await eventsOf(ours);
    await app.db.query('UPDATE events.event SET chapter_id = $2 WHERE id = $1', [event.id, davis]);
    const moved = [`shift.updated ${shift.id}`, `event.updated ${event.id}`].sort();
    expect((await eventsOf(theirs)).sort()).toEqual(moved);
    expect((await eventsOf(ours)).slice(before.length).sort()).toEqual(moved);
    await app.db.query(`UPDATE events.event SET title = 'Packing' WHERE id = $1`, [event.id]);
    expect(await eventsOf(ours)).toHaveLength(before.length + 2);
    expect(await eventsOf(theirs)).toHaveLength(3);
  });

  test('include the gifts of its fundraisers, and not those of the network', async () => {
    const ours = await endpointFor(la, ['gift.created', 'campaign.created']);
    const campaign = await aCampaign(app.db, { chapterId: la });
    const gift = await aPendingGift(app.db, { campaignId: campaign.id });
    await aPendingGift(app.db, { campaign: { chapterId: null } });
    await aPendingGift(app.db, { campaign: { chapterId: davis } });
    expect(await eventsOf(ours)).toEqual([`campaign.created ${campaign.id}`, `gift.created ${gift.id}`]);
  });

  test('include a volunteer for every chapter that knows them, and for the home chapter that they leave', async () => {
    const ours = await endpointFor(la, ['volunteer.updated']);
    const theirs = await endpointFor(davis, ['volunteer.updated']);
    const { id } = await aVolunteer(app, la);
    const update = (set: string, ...values: unknown[]) =>
      app.db.query(`UPDATE volunteers.volunteer SET ${set} WHERE id = $1`, [id, ...values]);
    const updated = (times: number) => Array.from({ length: times }, () => `volunteer.updated ${id}`);
    await update(`phone = '+12135550100'`);
    expect([await eventsOf(ours), await eventsOf(theirs)]).toEqual([updated(1), []]);
    await update('home_chapter_id = $2', davis);
    await update('home_chapter_id = NULL');
    await update(`phone = '+12135550101'`);
    expect([await eventsOf(ours), await eventsOf(theirs)]).toEqual([updated(4), updated(2)]);
    await signUpIn(davis, id);
    await update(`phone = '+12135550102'`);
    expect([await eventsOf(ours), await eventsOf(theirs)]).toEqual([updated(5), updated(3)]);
  });

  test('include the erasure of a volunteer', async () => {
    const me = await app.signedIn();
    const { id } = await aVolunteer(app, la, { email: me.email });
    await app.db.query(`UPDATE events.event SET status = 'cancelled'`);
    await app.db.query('DELETE FROM events.signup');
    const ours = await endpointFor(la, ['volunteer.updated']);
    await app.graphql('mutation { eraseMyVolunteer { ok } }', {}, me);
    expect(await eventsOf(ours)).toEqual([`volunteer.updated ${id}`]);
  });

  test('include credentials, and of a background check only its approval and the end of it', async () => {
    const ours = await endpointFor(la, ['credential.created', 'credential.updated']);
    const all = await endpointFor(null, ['credential.created', 'credential.updated']);
    const { id: volunteerId } = await aVolunteer(app, la);
    const training = await aCredential(app.db, {
      volunteerId,
      typeId: (await aCredentialType(app.db)).id,
      status: 'claimed',
    });
    const { id: typeId } = await aCredentialType(app.db, { kind: 'screening' });
    const screening = await aCredential(app.db, { volunteerId, typeId, status: 'requested' });
    const course = ['requested', 'disclosed', 'authorised', 'approved', 'under_review', 'rejected'];
    for (const status of course.slice(1)) {
      await app.db.query(
        `UPDATE volunteers.credential SET status = $2, notified_at = authorised_at, final_from = '2026-01-01' WHERE id = $1`,
        [screening, status],
      );
    }
    const statusesFor = (endpointId: string) =>
      app.db.query(
        `SELECT d.data ->> 'id' AS id, d.data ->> 'status' AS status FROM integrations.webhook_delivery d
         WHERE d.endpoint_id = $1 ORDER BY d.position`,
        [endpointId],
      );
    expect(await statusesFor(ours)).toEqual([
      { id: training, status: 'claimed' },
      { id: screening, status: 'approved' },
      { id: screening, status: 'requested' },
    ]);
    expect((await statusesFor(all)).map(({ status }) => status)).toEqual(['claimed', ...course]);
  });

  test('go on after the chapter is closed, which gets no new endpoint', async () => {
    const chapterId = (await aChapter(app.db, { name: 'Chico' })).id;
    const ours = await endpointFor(chapterId, ['gift.created']);
    const campaign = await aCampaign(app.db, { chapterId, status: 'ended' });
    await app.db.query('UPDATE identity.chapter SET closed_at = now() WHERE id = $1', [chapterId]);
    const gift = await aPendingGift(app.db, { campaignId: campaign.id });
    expect(await eventsOf(ours)).toEqual([`gift.created ${gift.id}`]);
    expect(refusal(await create(admin, { chapterId }))).toBe('CHAPTER_CLOSED');
    expect(await listFor(admin, chapterId)).toEqual([ours]);
  });
});

describe('managing the endpoints of a chapter', () => {
  const operations: ReadonlyArray<[string, string]> = [
    ['webhookEndpoint', 'query ($id: ID!) { webhookEndpoint(id: $id) { id } }'],
    [
      'updateWebhookEndpoint',
      'mutation ($id: ID!) { updateWebhookEndpoint(id: $id, input: { url: "https://other.example.org/", types: ["event.created"] }) { id } }',
    ],
    ['rotateWebhookSecret', 'mutation ($id: ID!) { rotateWebhookSecret(id: $id) { secret } }'],
    ['sendTestWebhook', 'mutation ($id: ID!) { sendTestWebhook(endpointId: $id) { id } }'],
    ['webhookDeliveries', 'query ($id: ID!) { webhookDeliveries(endpointId: $id) { totalCount } }'],
    ['webhookDelivery', 'query ($deliveryId: ID!) { webhookDelivery(id: $deliveryId) { id } }'],
    ['replayWebhook', 'mutation ($deliveryId: ID!) { replayWebhook(id: $deliveryId) { id } }'],
    [
      'replayWebhooks',
      'mutation ($id: ID!) { replayWebhooks(input: { endpointId: $id, from: "2020-01-01T00:00:00Z", until: "2100-01-01T00:00:00Z" }) { count } }',
    ],
    ['enableWebhookEndpoint', 'mutation ($id: ID!) { enableWebhookEndpoint(id: $id, enabled: false) { id } }'],
    ['deleteWebhookEndpoint', 'mutation ($id: ID!) { deleteWebhookEndpoint(id: $id) }'],
  ];

  async function anEndpointWithEvent(chapterId: string | null) {
    const id = await endpointFor(chapterId, ['event.created']);
    await anEvent(app.db, { chapterId: chapterId ?? la });
    const [delivery] = await app.db.query<{ id: string }>(
      'SELECT id FROM integrations.webhook_delivery WHERE endpoint_id = $1',
      [id],
    );
    return { id, deliveryId: delivery!.id };
  }

  test.each(operations)('%s works for its organizer, and for no other chapter’s or the network’s', async (_, query) => {
    const ours = await anEndpointWithEvent(la);
    const theirs = await anEndpointWithEvent(davis);
    const networks = await anEndpointWithEvent(null);
    const outcomes = [];
    for (const endpoint of [theirs, networks, ours]) {
      const variables = query.includes('$deliveryId') ? { deliveryId: endpoint.deliveryId } : { id: endpoint.id };
      outcomes.push(refusal(await app.graphql(query, variables, rosa)));
    }
    expect(outcomes).toEqual(['NOT_FOUND', 'NOT_FOUND', null]);
    const untouched = await app.db.query(
      `SELECT FROM integrations.webhook_endpoint WHERE id = ANY ($1) AND status = 'active' AND url = 'https://hooks.example.org/'
         AND old_secret_sealed IS NULL`,
      [[theirs.id, networks.id]],
    );
    expect(untouched).toHaveLength(2);
  });

  test('lists only the own ones, and all for admins of the network, who can filter by chapter', async () => {
    const ids = [await endpointFor(null, ['event.created']), await endpointFor(la, ['event.created'])];
    ids.push(await endpointFor(davis, ['event.created']));
    const [network, ours, theirs] = ids;
    expect(await listFor(admin)).toEqual([network, ours, theirs]);
    expect(await listFor(admin, davis)).toEqual([theirs]);
    expect(await listFor(rosa)).toEqual([ours]);
    expect(await listFor(rosa, davis)).toEqual([]);
    const everywhere = await app.signedIn({ role: 'organizer' });
    expect(await listFor(everywhere)).toEqual([ours, theirs]);
  });

  test('creates one for the own chapter, with events that chapters have', async () => {
    const { data } = await create(rosa, { chapterId: la });
    expect(data.createWebhookEndpoint.endpoint).toMatchObject({ chapterId: la, chapterName: 'Los Angeles' });
    for (const chapterId of [davis, null, undefined]) {
      expect(refusal(await create(rosa, { chapterId }))).toBe('NOT_FOUND');
    }
    const opportunities = await create(rosa, { chapterId: la, types: ['opportunity.published'] });
    expect(opportunities.errors?.[0]?.extensions.details?.['fields']).toEqual({ types: 'not-a-choice' });
    const { data: forChapter } = await app.graphql<{ webhookTypes: string[] }>(
      '{ webhookTypes(forChapter: true) }',
      {},
      rosa,
    );
    expect(forChapter.webhookTypes).toContain('signup.created');
    expect(forChapter.webhookTypes.filter((type) => /^(opportunity|recurring_gift)\./.test(type))).toEqual([]);
  });

  test('refuses a sixth endpoint of a chapter, and no other chapter’s', async () => {
    for (let n = 0; n < 5; n += 1) await endpointFor(la, ['event.created'], rosa);
    expect(refusal(await create(rosa, { chapterId: la }))).toBe('TOO_MANY_WEBHOOK_ENDPOINTS');
    const noor = await app.signedIn({ role: 'organizer', chapterId: davis });
    expect(refusal(await create(noor, { chapterId: la }))).toBe('NOT_FOUND');
    expect(refusal(await create(admin, { chapterId: davis }))).toBeNull();
    expect(refusal(await create(admin, {}))).toBeNull();
  });

  test('is up to a custom role with the area, which can view without changing', async () => {
    const id = await endpointFor(la, ['event.created']);
    const withRole = async (areas: object) => {
      const session = await app.signedIn();
      await assignCustomRole(
        app.db,
        session.accountId,
        await aCustomRole(app.db, { baseRole: 'organizer', ...areas }),
        la,
      );
      const rotated = await app.graphql(
        'mutation ($id: ID!) { rotateWebhookSecret(id: $id) { secret } }',
        { id },
        session,
      );
      const shown = await app.graphql('query ($id: ID!) { webhookEndpoint(id: $id) { id } }', { id }, session);
      return [refusal(shown), refusal(rotated)];
    };
    expect(await withRole({ viewAreas: ['webhooks'] })).toEqual([null, 'NOT_ALLOWED']);
    expect(await withRole({ manageAreas: ['webhooks'] })).toEqual([null, null]);
    expect(await withRole({ manageAreas: ['events'] })).toEqual(['NOT_ALLOWED', 'NOT_ALLOWED']);
  });
});

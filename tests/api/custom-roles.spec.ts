import { StaffAreas, type OperationAreas, type StaffAreaName } from '@upstander/identity';
import { aFreePort } from '../support/free-port.js';
import { aCaller, type Caller } from '../support/access-callers.js';
import { operationSamples, routeSamples } from '../support/access-samples.js';
import { AccessSweep, type Ask } from '../support/access-sweep.js';
import { askOperation, askRoute, operationsOf } from '../support/access-table.js';
import type { TestApp } from '../support/app.js';
import { aCustomRole, assignCustomRole, bookkeeperAreas } from '../support/custom-roles.js';
import { aChapter, anEvent } from '../support/factories.js';
import { carrierSettings } from '../support/access-samples.mailbox.js';
import { startCarrier, type CarrierHandle } from '@upstander/sms-sandbox';
import { startAppWithStripe } from '../support/stripe.js';
import { aVolunteer } from '../support/volunteers.js';

jest.setTimeout(600_000);

let app: TestApp;
let close: () => Promise<void>;
let carrier: CarrierHandle;
let chapter: { id: string; slug: string };
beforeAll(async () => {
  carrier = await startCarrier();
  const tools = {
    GRAPHQL_EXPLORER: 'true',
    DEV_MAILBOX_PORT: String(await aFreePort()),
    REPLY_WEBHOOK_SECRET: 'a-secret-for-tests-of-replies',
    DEV_PHONE_URL: carrier.url,
    ...carrierSettings,
  };
  ({ app, close } = await startAppWithStripe({ config: { TRUST_PROXY: 'true', ...tools } }));
  chapter = await aChapter(app.db);
});
afterAll(async () => {
  await close();
  await carrier.close();
});

const staff = ['organizer', 'finance', 'moderator'] as const;
type BaseRole = (typeof staff)[number];
interface Checklist {
  viewAreas: StaffAreaName[];
  manageAreas: StaffAreaName[];
}

function isCovered(areas: OperationAreas, level: string, { viewAreas, manageAreas }: Checklist): boolean {
  const covered = level === 'view' ? [...viewAreas, ...manageAreas] : manageAreas;
  return areas === 'every' || areas.some((area) => covered.includes(area));
}

async function callerWith(base: BaseRole, areas: Partial<Checklist>, home = chapter): Promise<Caller> {
  const caller = await aCaller(app, 'volunteer', home.id);
  await assignCustomRole(app.db, caller.accountId!, await aCustomRole(app.db, { baseRole: base, ...areas }), home.id);
  return caller;
}

/** Calls every operation and route, and returns the names of those that each caller may use. */
async function admittedOf<Kind extends string>(
  callers: Readonly<Record<Kind, () => Promise<Caller>>>,
): Promise<Record<Kind, string[]>> {
  const operations = await operationsOf(app);
  const kinds = Object.keys(callers) as Kind[];
  const sweep = new AccessSweep({ app, chapter, home: chapter, own: true }, kinds, (kind) => callers[kind]());
  const admitted = Object.fromEntries(kinds.map((kind) => [kind, [] as string[]])) as Record<Kind, string[]>;
  const named = [...Object.entries(operationSamples), ...Object.entries(routeSamples)];
  for (const [name, make] of named.filter(([name]) => !name.includes(' ('))) {
    const operation = operations.get(name);
    const ask: Ask = (sample, options) =>
      operation ? askOperation(app, operation, sample, options) : askRoute(app, name, sample, options);
    const onlyReads = operation ? operation.kind === 'query' : name.startsWith('GET ');
    for (const [n, { outcome }] of (await sweep.call(make, ask, { onlyReads })).entries()) {
      if (outcome !== 'no') admitted[kinds[n]!].push(name);
    }
  }
  return admitted;
}

test('every operation of an organizer, finance or moderator declares its areas', () => {
  const undeclared = app.nest
    .get(StaffAreas)
    .operations()
    .filter(({ allowed, areas }) => staff.some((role) => allowed.has(role)) && areas === undefined);
  expect(undeclared.map(({ name }) => name)).toEqual([]);
});

test('every area belongs to a base role, and each base role can manage something', () => {
  const areas = app.nest.get(StaffAreas);
  for (const role of staff) expect(areas.areasOfRole(role, 'manage').length).toBeGreaterThan(5);
  expect(areas.areasOfRole('finance', 'view')).toEqual(expect.arrayContaining(bookkeeperAreas));
  expect(areas.areasOfRole('finance', 'view')).not.toContain('volunteers');
});

describe('calls of every operation and route', () => {
  const bookkeeper: Checklist = { viewAreas: bookkeeperAreas, manageAreas: [] };
  const shiftLead: Checklist = { viewAreas: ['events'], manageAreas: ['roster'] };
  let admitted: Record<'volunteer' | 'bookkeeper' | 'shift lead', string[]>;
  beforeAll(async () => {
    admitted = await admittedOf({
      volunteer: () => aCaller(app, 'volunteer', chapter.id),
      bookkeeper: () => callerWith('finance', bookkeeper),
      'shift lead': () => callerWith('organizer', shiftLead),
    });
  });

  // The declarations decide which operations these are, so a new operation is covered without a change here.
  test.each<['bookkeeper' | 'shift lead', BaseRole, Checklist, { routes: string[]; some: string[]; none: string[] }]>([
    [
      'bookkeeper',
      'finance',
      bookkeeper,
      {
        routes: [
          'GET /exports/gifts.csv',
          'GET /exports/ledger.csv',
          'GET /imports/gifts-template.csv',
          'GET /imports/gifts/:id/refused.csv',
        ],
        some: ['gifts', 'recurringGifts', 'receipts', 'disbursements', 'ledgerAccounts', 'moneyOverTime'],
        none: ['refundGift', 'recordDisbursement', 'roleRequests', 'moneyTasks', 'manageCampaigns', 'dataRequests'],
      },
    ],
    [
      'shift lead',
      'organizer',
      shiftLead,
      {
        routes: [],
        some: ['manageEvent', 'roster', 'checkIn', 'addSignup'],
        none: ['updateEvent', 'volunteers', 'approveHours', 'sendEventMessage', 'seriesList'],
      },
    ],
  ])('a %s gets into the operations of the checklist and no others', (kind, base, checklist, expected) => {
    const added = admitted[kind].filter((name) => !admitted.volunteer.includes(name));
    const covered = app.nest
      .get(StaffAreas)
      .operations()
      .filter(({ allowed, areas = [], level }) => allowed.has(base) && isCovered(areas, level, checklist))
      .map(({ name }) => name);
    const fields = added.filter((name) => !name.includes('/'));
    // All staff can set up passkeys.
    const expectedFields = new Set(['beginPasskey', ...covered.filter((name) => name in operationSamples)]);
    expect(fields.sort()).toEqual([...expectedFields].sort());
    expect(added.filter((name) => name.includes('/')).sort()).toEqual(expected.routes);
    expect(fields).toEqual(expect.arrayContaining(expected.some));
    expect(fields.filter((name) => expected.none.includes(name))).toEqual([]);
  });
});

test('a request with fields of several areas checks each for itself', async () => {
  const own = await aChapter(app.db, { name: 'Fresno' });
  const shiftLead = await callerWith('organizer', { viewAreas: ['events'], manageAreas: ['roster'] }, own);
  const event = await anEvent(app.db, { chapterId: own.id });
  const { data, errors } = await app.graphql<Record<string, unknown>>(
    'query ($id: ID!) { manageEvent(id: $id) { id } volunteers { totalCount } }',
    { id: event.id },
    shiftLead,
  );
  expect(errors).toEqual([expect.objectContaining({ path: ['volunteers'] })]);
  expect(data ?? null).toBeNull();
  const alone = await app.graphql('query ($id: ID!) { manageEvent(id: $id) { id } }', { id: event.id }, shiftLead);
  expect(alone.data).toEqual({ manageEvent: { id: event.id } });
});

test('a custom role reaches no further than the chapter it is granted for', async () => {
  const shiftLead = await callerWith('organizer', { viewAreas: ['events'] });
  const elsewhere = await anEvent(app.db, { chapterId: (await aChapter(app.db, { name: 'Davis' })).id });
  const { errors } = await app.graphql(
    'query ($id: ID!) { manageEvent(id: $id) { id } }',
    { id: elsewhere.id },
    shiftLead,
  );
  expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND');
});

test('leaves nested fields of an area that the role lacks empty', async () => {
  const home = await aChapter(app.db, { name: 'Chico' });
  const { id } = await aVolunteer(app, home.id);
  await app.db.query(
    `INSERT INTO volunteers.hours (volunteer_id, chapter_id, day, minutes, what, status, created_at)
     VALUES ($1, $2, '2026-05-01', 60, 'Packing', 'approved', now())`,
    [id, home.id],
  );
  const hoursFor = async (viewAreas: StaffAreaName[]) => {
    const reader = await callerWith('organizer', { viewAreas }, home);
    const { data } = await app.graphql<{ volunteer: { hours: object[] } }>(
      'query ($id: ID!) { volunteer(id: $id) { hours { minutes } } }',
      { id },
      reader,
    );
    return data.volunteer.hours;
  };
  expect(await hoursFor(['volunteers'])).toEqual([]);
  expect(await hoursFor(['volunteers', 'hours'])).toEqual([{ minutes: 60 }]);
});

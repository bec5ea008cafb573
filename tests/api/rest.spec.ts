import { Validator } from '@seriousme/openapi-schema-validator';
import { anAccessToken } from '../support/access-tokens.js';
import { startApp, type TestApp } from '../support/app.js';
import { aCampaign, aPaidGift } from '../support/factories.fundraising.js';
import { aChapter, anEvent, aShift } from '../support/factories.js';
import { runAsOwner } from '../support/tampering.js';

let app: TestApp;
let chapter: { id: string; slug: string };
let admin: { accountId: string; cookie: string };
let headers: Record<string, string>;
beforeAll(async () => {
  app = await startApp({ safelisted: true, config: { TOKEN_REQUESTS_PER_MINUTE: '60' } });
});
afterAll(() => app.close());
beforeEach(async () => {
  await runAsOwner(app, 'DELETE FROM events.event');
  chapter = await aChapter(app.db);
  admin = await app.signedIn({ role: 'admin' });
  ({ headers } = await anAccessToken(app, admin.accountId));
});

interface Answer {
  status: number;
  headers: Headers;
  body: Record<string, unknown> & { data: Array<{ id: string }>; next: string | null; code: string; fields: object };
}

async function call(path: string, options: { headers?: Record<string, string>; body?: unknown } = {}): Promise<Answer> {
  const { body } = options;
  const response = await fetch(`${app.url}/api/v1${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      ...(options.headers ?? headers),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Answer['body'] };
}
const withKey = (key: string) => ({ ...headers, 'idempotency-key': key });

const draft = () => ({
  chapterId: chapter.id,
  title: 'Care kit packing',
  online: false,
  place: '12 Main St, Los Angeles',
  timeZone: 'America/Los_Angeles',
  startsAtLocal: '2030-05-04T09:00',
  endsAtLocal: '2030-05-04T12:00',
});

test('the OpenAPI document is valid and describes every route', async () => {
  const { status, body } = await call('/openapi.json', { headers: {} });
  expect([status, body['openapi']]).toEqual([200, '3.1.0']);
  const result = await new Validator().validate(body);
  expect([result.valid, result.errors]).toEqual([true, undefined]);
  const paths = body['paths'] as Record<string, Record<string, object>>;
  const routes = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((one) => `${one} ${path}`),
  );
  expect(routes.sort()).toEqual([
    'get /events',
    'get /events/{eventId}/signups',
    'get /events/{id}',
    'get /gifts',
    'get /gifts/{id}',
    'get /opportunities',
    'get /opportunities/{id}',
    'get /recurring-gifts',
    'get /recurring-gifts/{id}',
    'get /volunteers',
    'get /volunteers/{id}',
    'post /events',
    'post /gifts',
    'post /signups',
  ]);
});

test.each(['/events', '/volunteers', '/gifts', '/recurring-gifts', '/opportunities'])(
  'lists %s, up to 100 at a time, and refuses a larger page and unknown filters',
  async (path) => {
    expect(await call(`${path}?limit=100`)).toMatchObject({
      status: 200,
      body: { data: expect.any(Array), next: null },
    });
    for (const [query, field] of [
      ['limit=101', 'limit'],
      ['limit=0', 'limit'],
      ['color=green', 'color'],
    ]) {
      const { status, headers: answered, body } = await call(`${path}?${query}`);
      expect([status, answered.get('content-type'), body.code, Object.keys(body.fields)]).toEqual([
        422,
        'application/problem+json',
        'BAD_INPUT',
        [field],
      ]);
    }
  },
);

test('pages through a list with a filter', async () => {
  const ids: string[] = [];
  for (let n = 0; n < 5; n += 1) ids.push((await anEvent(app.db, { chapterId: chapter.id, status: 'draft' })).id);
  await anEvent(app.db, { chapterId: chapter.id, status: 'published' });
  const seen: string[] = [];
  let after = '';
  for (let page = 0; page < 3; page += 1) {
    const { body } = await call(`/events?status=DRAFT&limit=2${after && `&after=${encodeURIComponent(after)}`}`);
    seen.push(...body.data.map(({ id }) => id));
    after = body.next ?? '';
  }
  expect([seen.sort(), after]).toEqual([ids.sort(), '']);
});

test('reads an event with its shifts, and not one of another chapter', async () => {
  const event = await anEvent(app.db, { chapterId: chapter.id });
  await aShift(app.db, { eventId: event.id, role: 'Packing' });
  const { status, body } = await call(`/events/${event.id}`);
  expect([status, body]).toMatchObject([
    200,
    { id: event.id, chapter: { id: chapter.id }, shifts: [{ role: 'Packing' }] },
  ]);
  const other = await anAccessToken(app, admin.accountId, { chapterId: (await aChapter(app.db)).id });
  expect(await call(`/events/${event.id}`, other)).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
  expect((await call('/events/x')).status).toBe(404);
});

test('creates an event once per idempotency key', async () => {
  const first = await call('/events', { headers: withKey('one'), body: draft() });
  expect([first.status, first.headers.get('location')]).toEqual([201, `/api/v1/events/${String(first.body['id'])}`]);
  const again = await call('/events', { headers: withKey('one'), body: draft() });
  expect([again.status, again.body['id']]).toEqual([201, first.body['id']]);
  const changed = await call('/events', { headers: withKey('one'), body: { ...draft(), title: 'Another' } });
  expect([changed.status, changed.body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
  const other = await anAccessToken(app, admin.accountId);
  const byOther = await call('/events', { headers: { ...other.headers, 'idempotency-key': 'one' }, body: draft() });
  expect(byOther.body['id']).not.toBe(first.body['id']);
  expect((await call('/events', { headers: withKey('a b'), body: draft() })).body.fields).toHaveProperty(
    'Idempotency-Key',
  );
});

test('creates a sign-up once, puts the next one on the waitlist, and refuses invalid ones', async () => {
  const event = await anEvent(app.db, { chapterId: chapter.id });
  const shift = await aShift(app.db, { eventId: event.id, capacity: 1 });
  const person = { shiftId: shift.id, name: 'Ana Reyes', email: 'ana@example.org', oldEnough: true };
  const created = await call('/signups', { headers: withKey('ana'), body: person });
  expect([created.status, created.body]).toMatchObject([201, { status: 'CONFIRMED', name: 'Ana Reyes' }]);
  // A single sign-up has no route.
  expect(created.headers.get('location')).toBeNull();
  const other = await call('/signups', { body: { ...person, name: 'Bo', email: 'bo@example.org' } });
  expect([other.status, other.body['status']]).toEqual([201, 'WAITLISTED']);
  const { body } = await call(`/events/${event.id}/signups?status=CONFIRMED,WAITLISTED`);
  expect(body.data.map(({ id }) => id)).toEqual([created.body['id'], other.body['id']]);
  for (const wrong of [{ ...person, email: 'nobody' }, { ...person, color: 'green' }, {}, [], 'x']) {
    expect([wrong, (await call('/signups', { body: wrong })).status]).toEqual([wrong, 422]);
  }
});

test('records an offline gift once', async () => {
  const campaign = await aCampaign(app.db, { chapterId: chapter.id });
  const gift = { campaignId: campaign.id, name: 'Ana Reyes', method: 'CHEQUE', receivedOn: '2026-11-02' };
  const body = { ...gift, amount: { amountMinor: '5000', currency: 'USD' } };
  const created = await call('/gifts', { headers: withKey('check'), body });
  const id = String(created.body['id']);
  expect([created.status, created.headers.get('location')]).toEqual([201, `/api/v1/gifts/${id}`]);
  expect((await call('/gifts', { headers: withKey('check'), body })).body['id']).toBe(id);
  const wrong = await call('/gifts', { body: { ...body, method: 'CHECK' } });
  expect([wrong.status, wrong.body['fields']]).toEqual([422, { method: 'malformed' }]);
  expect((await call(`/gifts/${id}`)).body).toMatchObject({ method: 'CHEQUE', charged: { amountMinor: 5000 } });
});

test('answers without a token, with a wrong one, without the scope and above the limit', async () => {
  const outcome = async (path: string, given: Record<string, string>) => {
    const { status, headers: answered, body } = await call(path, { headers: given });
    return [status, body.code, answered.get('content-type'), answered.has('www-authenticate')];
  };
  const problem = 'application/problem+json';
  expect(await outcome('/events', { cookie: admin.cookie })).toEqual([401, 'NOT_SIGNED_IN', problem, true]);
  expect(await outcome('/events', { authorization: 'Bearer ups_x' })).toEqual([401, 'INVALID_TOKEN', problem, true]);
  const { headers: few } = await anAccessToken(app, admin.accountId, { viewAreas: ['roster'] });
  expect(await outcome('/events', few)).toEqual([403, 'INSUFFICIENT_SCOPE', problem, false]);
  const answers: Answer[] = [];
  for (let n = 0; n < 61; n += 1) answers.push(await call('/events?limit=1', { headers: few }));
  const last = answers.at(-1)!;
  expect([last.status, last.body.code, Number(last.headers.get('retry-after')) > 0]).toEqual([
    429,
    'TOO_MANY_TRIES',
    true,
  ]);
});

test('hides the name of an anonymous donor from an organizer, and shows it to finance', async () => {
  const campaign = await aCampaign(app.db, { chapterId: chapter.id });
  const gift = await aPaidGift(app.db, { campaignId: campaign.id, name: 'Hilda Hidden', anonymous: true });
  const organizer = await app.signedIn({ role: 'organizer', chapterId: chapter.id });
  const finance = await app.signedIn({ role: 'finance' });
  for (const [owner, isShown] of [
    [organizer, false],
    [finance, true],
  ] as const) {
    const token = await anAccessToken(app, owner.accountId);
    const answers = [await call('/gifts', token), await call(`/gifts/${gift.id}`, token)];
    expect(answers.map(({ status, body }) => [status, JSON.stringify(body).includes('Hidden')])).toEqual([
      [200, isShown],
      [200, isShown],
    ]);
  }
});

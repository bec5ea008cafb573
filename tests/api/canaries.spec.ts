import { randomUUID } from 'node:crypto';
import { aCaller, type PersonKind } from '../support/access-callers.js';
import { operationsOf, routesOf, type Operations } from '../support/access-table.js';
import { asAdvocate, runBypassingTriggers, withCode } from '../support/advocacy.js';
import type { TestApp } from '../support/app.js';
import {
  fillWithCanaries,
  dumpAsApp,
  dumpSealed,
  captureLog,
  type MarkedRecord,
  type MarkedZone,
} from '../support/canaries.js';
import { aChapter } from '../support/factories.js';
import { minutes } from '../support/movable-clock.js';
import { postJson } from '../support/post-json.js';
import { startAppWithStripe } from '../support/stripe.js';
import { acceptsId, fullOperation } from '../support/whole-answers.js';
import { renderPendingEmails } from '../support/written-mails.js';

/** Puts marked texts in every sealed place, then checks that no other reader can find them. */

jest.setTimeout(240_000);

let app: TestApp;
let close: () => Promise<void>;
let operations: Operations;
let flock: MarkedZone;
let log: string[];
beforeAll(async () => {
  log = captureLog();
  ({ app, close } = await startAppWithStripe({ config: { TRUST_PROXY: 'true', LOG_LEVEL: 'debug' } }));
  operations = await operationsOf(app);
  flock = await fillWithCanaries(app, 10);
});
afterAll(() => close());

const otherCallers: readonly PersonKind[] = [
  ...(['anonymous', 'halfway', 'volunteer', 'organizer', 'business', 'finance', 'moderator', 'admin'] as const),
];
const suspendsBusinesses = (kind: string) => kind === 'moderator' || kind === 'admin';

interface Reader {
  cookie: string | undefined;
  /** Places of the marked texts in the answers, each with the operation. */
  found: Array<{ name: string; place: string }>;
  /** Number of answers with data. */
  answered: number;
}

/** Uses IDs of sealed rows wherever an argument is an ID. */
async function callOperation(reader: Reader, name: string, id: string): Promise<void> {
  const { kind, field } = operations.get(name)!;
  const { query, variables } = fullOperation(kind, field, { id, text: 'abc' });
  const headers = {
    'x-forwarded-for': `2001:db8:${(visitors >> 12).toString(16)}:${(visitors++ & 4095).toString(16)}::1`,
    ...(reader.cookie && { cookie: reader.cookie, 'sec-fetch-site': 'same-origin' }),
  };
  const { text: answer } = await postJson(`${app.url}/graphql`, JSON.stringify({ query, variables }), headers);
  if (/GRAPHQL_|REQUEST_TOO_LARGE|BAD_USER_INPUT/.test(answer))
    throw new Error(`${name}: ${answer}
${query}`);
  if (/"data":\{"\w+":[^n]/.test(answer)) reader.answered += 1;
  reader.found.push(...flock.canaries.in(answer).map((place) => ({ name, place })));
}
let visitors = 1;

/**
 * Calls every operation as every reader. The readers call each operation in turn, because compiling its document again
 * for each of them would take most of the time. Mutations run after all queries, and those of moderators and admins last,
 * because they also suspend the business.
 */
async function callEveryOperation(readers: ReadonlyMap<string, Reader>): Promise<void> {
  const ids = [
    flock.applications[0]!.id,
    flock.consultations[0]!.id,
    flock.ids.introduction,
    flock.ids.consent,
    flock.business.businessId,
    flock.ids.opportunity,
  ];
  const names = [...operations.keys()].filter((name) => !['signOut', 'revokeSession'].includes(name));
  const namesOf = (kind: string) => names.filter((name) => operations.get(name)!.kind === kind);
  const call = (reader: Reader, name: string) =>
    (acceptsId(operations.get(name)!.field) ? ids : [randomUUID()]).map((id) => () => callOperation(reader, name, id));
  const callAll = (operationKind: string, isCaller: (kind: string) => boolean) => {
    const callers = [...readers].filter(([kind]) => isCaller(kind)).map(([, reader]) => reader);
    return runInParallel(
      namesOf(operationKind).flatMap((name) => callers.flatMap((reader) => call(reader, name))),
      6,
    );
  };
  await callAll('query', () => true);
  await callAll('mutation', (kind) => !suspendsBusinesses(kind));
  await callAll('mutation', suspendsBusinesses);
}

async function runInParallel(work: ReadonlyArray<() => Promise<void>>, hands: number): Promise<void> {
  const waiting = [...work];
  const runNext = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await next();
  };
  await Promise.all(Array.from({ length: hands }, runNext));
}

test('an advocate reads all two hundred marked texts', async () => {
  expect(flock.canaries.size).toBeGreaterThanOrEqual(200);
  const opened = await asAdvocate(app, flock.advocate).open(flock.applications[0]!.id);
  expect(flock.canaries.in(JSON.stringify(opened)).length).toBeGreaterThanOrEqual(11);
});

describe('operations', () => {
  const readers = new Map<PersonKind | 'introduced business', Reader>();
  beforeAll(async () => {
    const addReader = (kind: PersonKind | 'introduced business', cookie: string | undefined) =>
      readers.set(kind, { cookie, found: [], answered: 0 });
    addReader('introduced business', flock.business.cookie);
    for (const kind of otherCallers) {
      const chapter = await aChapter(app.db);
      addReader(kind, (await aCaller(app, kind, chapter.id)).cookie);
    }
    await callEveryOperation(readers);
  });

  test('a business reads only what its live consents share', () => {
    const found = new Set(readers.get('introduced business')!.found.map(({ place }) => place));
    expect([...found].filter((place) => !/(alias|shares|availability|the business)$/.test(place))).toEqual([]);
    expect(found.size).toBeGreaterThanOrEqual(5);
  });

  test.each(otherCallers)('%s finds no marked text through any operation', (kind) => {
    const { found, answered } = readers.get(kind)!;
    expect(found).toEqual([]);
    // If every request were rejected, the test would prove nothing.
    expect(answered).toBeGreaterThan(5);
  });
});

test('routes and error messages contain no marked text', async () => {
  const admin = await app.signedIn({ role: 'admin' });
  const ids = [flock.applications[0]!.id, flock.consultations[0]!.id, flock.ids.introduction];
  const paths = routesOf(app)
    .filter((route) => route.startsWith('GET '))
    .flatMap((route) => ids.map((id) => route.slice(4).replace(/:\w+|\*/g, id)));
  const files = ['gifts', 'ledger', 'mails', 'volunteers'].map((name) => `/exports/${name}.csv`);
  for (const path of [...paths, ...files, '/metrics', '/healthz', '/readyz', '/robots.txt']) {
    const response = await fetch(`${app.url}${path}`, {
      headers: { cookie: admin.cookie, 'sec-fetch-site': 'same-origin' },
      redirect: 'manual',
    });
    expect([path, flock.canaries.in(await response.text())]).toEqual([path, []]);
  }
  const sent = flock.canaries.mark('an error');
  const send = async (body: string | Buffer, type = 'application/json') => {
    const response = await fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': type },
      body: typeof body === 'string' ? body : new Uint8Array(body),
    });
    return response.text();
  };
  const apply = (input: Record<string, unknown>) =>
    JSON.stringify({
      query: 'mutation ($input: ApplyInput!) { applyToOpportunity(input: $input) { replyCode } }',
      variables: { input: { opportunityId: flock.ids.opportunity, safeContact: { channel: 'CODE' }, ...input } },
    });
  const refused = [
    await send(apply({ nameToUse: sent.repeat(200) })),
    await send(apply({ nameToUse: 'Luna', note: sent.repeat(2_000) })),
    await send(apply({ nameToUse: 'Luna', opportunityId: sent })),
    await send(apply({ nameToUse: 'Luna', safeContact: { channel: 'MAIL', value: sent } })),
    await send(apply({ nameToUse: 'Luna', idempotencyKey: `${sent} ` })),
    await send(apply({ nameToUse: `${sent}\u0000` })),
    await send(`{"query": "mutation { x", "variables": {"note": "${sent}"`),
    await send(Buffer.concat([Buffer.from(`{"query":"${sent}`), Buffer.from([0xff, 0xfe]), Buffer.from('"}')])),
    await send(`note=${sent}`, 'application/x-www-form-urlencoded'),
  ];
  for (const answer of refused)
    expect([answer.slice(0, 200), flock.canaries.in(answer)]).toEqual([answer.slice(0, 200), []]);
});

test('emails, queues, the log and the tables the app can read contain no marked text', async () => {
  app.clock.advance(minutes(15));
  await app.runJob('make-message-notices');
  await app.runJob('make-action-items');
  const mails = await renderPendingEmails(app);
  expect(mails.some(({ template }) => template.startsWith('message-waiting'))).toBe(true);
  expect(flock.canaries.in(JSON.stringify(mails))).toEqual([]);

  const { texts, refused } = await dumpAsApp(app);
  expect([...texts].flatMap(([table, text]) => flock.canaries.in(text).map((place) => `${table}: ${place}`))).toEqual(
    [],
  );
  expect(texts.size).toBeGreaterThan(40);
  expect(refused.length).toBeGreaterThan(5);
  expect(refused.filter((table) => !table.startsWith('sealed.'))).toEqual([]);
  expect([...texts.keys()].filter((table) => table.startsWith('sealed.'))).toEqual([]);

  expect(log.length).toBeGreaterThan(1_000);
  expect(flock.canaries.in(log.join('\n'))).toEqual([]);
});

test('detects a leaked marked text in plain and encoded form (control)', async () => {
  const leaked = flock.canaries.mark('leaked');
  await app.db.query(
    `INSERT INTO notifications.mail (key, template, recipient, due_at, data)
     VALUES ($1, 'sign-in-code', 'ana@example.org', now(), jsonb_build_object('note', $2::text))`,
    [randomUUID(), leaked],
  );
  const { texts } = await dumpAsApp(app);
  expect(flock.canaries.in(texts.get('notifications.mail') ?? '')).toEqual(['leaked']);
  for (const written of ['', 'x', 'xy'].map((before) => Buffer.from(`${before}${leaked}!`))) {
    expect(flock.canaries.in(written.toString('hex'))).toEqual(['leaked']);
    expect(flock.canaries.in(written.toString('base64'))).toEqual(['leaked']);
  }
  expect(flock.canaries.in('cnry00')).toEqual([]);
});

test('a full database dump contains no marked text', async () => {
  expect(flock.canaries.in(await dumpSealed(app))).toEqual([]);
});

test("swapped ciphertexts can't be decrypted by any reader", async () => {
  const [one, other] = flock.applications.slice(2, 4) as [MarkedRecord, MarkedRecord];
  const desk = asAdvocate(app, flock.advocate);
  await runBypassingTriggers(
    app,
    `UPDATE sealed.application a SET note = b.note FROM sealed.application b
     WHERE (a.id, b.id) IN (($1::uuid, $2::uuid), ($2::uuid, $1::uuid))`,
    [one.id, other.id],
  );
  for (const { id } of [one, other]) await expect(desk.open(id)).rejects.toThrow('INTERNAL_SERVER_ERROR');
  expect(flock.canaries.in(log.join('\n'))).toEqual([]);
});

test('erased texts are gone for every reader, and the trail keeps only that they existed', async () => {
  const { id, code } = flock.applications[0]!;
  const copy = await runBypassingTriggers<{ whole: string }>(
    app,
    'SELECT t::text AS whole FROM sealed.application t WHERE id = $1',
    [id],
  );
  expect(copy).toHaveLength(1);
  await withCode(app, code).erase();
  await expect(asAdvocate(app, flock.advocate).open(id, 'A look')).resolves.toBeNull();
  await expect(withCode(app, code).open()).rejects.toThrow('CODE_NOT_RIGHT');
  const remaining = await dumpSealed(app);
  const trail = await runBypassingTriggers<{ action: string }>(
    app,
    'SELECT action FROM sealed.audit WHERE record_id = $1',
    [id],
  );
  expect(trail.map(({ action }) => action)).toContain('erased');
  const [elsewhere] = await runBypassingTriggers<{ n: number }>(
    app,
    `SELECT (SELECT count(*) FROM sealed.message WHERE record_id = $1) + (SELECT count(*) FROM sealed.consent
       WHERE application_id = $1) + (SELECT count(*) FROM sealed.introduction WHERE application_id = $1)::int AS n`,
    [id],
  );
  expect(Number(elsewhere!.n)).toBe(0);
  expect(flock.canaries.in(remaining)).toEqual([]);
});

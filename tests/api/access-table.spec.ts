import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { aFreePort } from '../support/free-port.js';
import { aCaller, people, type Caller } from '../support/access-callers.js';
import { operationSamples, routeSamples, type MakeSample } from '../support/access-samples.js';
import {
  askOperation,
  askRoute,
  operationsOf,
  renderRows,
  routesOf,
  type Operations,
  type Outcome,
  type Row,
  type Sample,
} from '../support/access-table.js';
import type { TestApp } from '../support/app.js';
import { requestInProcess } from '../support/request-in-process.js';
import { aChapter } from '../support/factories.js';
import { carrierSettings } from '../support/access-samples.mailbox.js';
import { startCarrier, type CarrierHandle } from '@upstander/sms-sandbox';
import { startAppWithStripe } from '../support/stripe.js';

const file = join(__dirname, 'access-table.md');
const introduction = `# Permissions

Written by \`tests/api/access-table.spec.ts\`, which calls every operation and route as each kind of caller and fails if the
result differs from this table (\`UPDATE_ACCESS_TABLE=1\` rewrites it). Callers have their role in one chapter, admins in all.
"halfway" is an admin who has not entered the app code.

\`yes\`: allowed in the caller's own chapter and in others. \`own\`: allowed for the caller's own or their chapter's data; other
data looks absent. \`absent\`: looks as if it doesn't exist. \`no\`: refused. \`sign in\`: asked to sign in.
`;

jest.setTimeout(600_000);

let app: TestApp;
let close: () => Promise<void>;
let carrier: CarrierHandle;
let operations: Operations;
let chapters: { own: { id: string; slug: string }; other: { id: string; slug: string } };
beforeAll(async () => {
  carrier = await startCarrier();
  const tools = {
    GRAPHQL_EXPLORER: 'true',
    DEV_MAILBOX_PORT: String(await aFreePort()),
    REPLY_WEBHOOK_SECRET: 'a-secret-for-tests-of-replies',
    DEV_PHONE_URL: carrier.url,
    OIDC_ISSUER: 'http://127.0.0.1:1',
    OIDC_CLIENT_ID: 'upstander',
    OIDC_CLIENT_SECRET: 'a-secret-for-tests',
    OIDC_NAME: 'Contoso',
    OIDC_DOMAINS: 'example.org',
    ...carrierSettings,
  };
  ({ app, close } = await startAppWithStripe({
    config: { TRUST_PROXY: 'true', DISCREET_MAIL_FROM: 'post@quiet.example', ...tools },
  }));
  operations = await operationsOf(app);
  chapters = { own: await aChapter(app.db), other: await aChapter(app.db, { name: 'San Francisco' }) };
});
afterAll(async () => {
  await close();
  await carrier.close();
});

const worksForNobody = new Set([
  'GET /events/:slug.ics (draft)',
  'confirmSmsCode',
  'moveSignup (to another event)',
  'opportunity (draft)',
  'rememberedVolunteer',
  'resetPassword',
]);

const operationOf = (name: string) => name.replace(/ \(.*\)$/, '');

type Ask = (
  name: string,
  sample: Sample,
  asking: { cookie?: string; headers: Record<string, string>; byPage: boolean },
) => Promise<{ outcome: Outcome; succeeded: boolean }>;

/** Callers who may ask again, because no operation has changed them so far. */
const unchangedCallers = new Map<string, Caller>();

/** `isTheirs` is true if the sample belongs to the caller and can serve no one else. */
async function createSample(caller: Caller, make: MakeSample, where: 'own' | 'other') {
  let isTheirs = false;
  const place = {
    app,
    chapter: chapters[where],
    home: chapters.own,
    own: where === 'own',
    get caller() {
      isTheirs = true;
      return caller;
    },
  };
  const sample = await make(place);
  return { sample, isTheirs };
}

/**
 * Reads and refused calls leave the sample and the caller unchanged, so they are reused. If one unexpectedly changed
 * them, the table differs.
 */
async function runInChapter(where: 'own' | 'other', name: string, make: MakeSample, ask: Ask, looks: boolean) {
  const outcomes: Outcome[] = [];
  let succeeded = false;
  let left: Sample | null = null;
  for (const kind of people) {
    const key = `${kind} ${where}`;
    const caller = unchangedCallers.get(key) ?? (await aCaller(app, kind, chapters.own.id));
    const made: { sample: Sample; isTheirs: boolean } = left
      ? { sample: left, isTheirs: false }
      : await createSample(caller, make, where);
    // Each caller has its own address, so that rate limits don't interfere with the permission check.
    const headers = {
      'x-forwarded-for': `2001:db8:${(visitors >> 12).toString(16)}:${(visitors++ & 4095).toString(16)}::1`,
    };
    const result = await ask(name, made.sample, { cookie: caller.cookie, headers, byPage: where === 'other' });
    const changedNothing = looks || result.outcome !== 'yes';
    left = !made.isTheirs && changedNothing ? made.sample : null;
    if (!made.isTheirs && changedNothing) unchangedCallers.set(key, caller);
    else unchangedCallers.delete(key);
    succeeded ||= result.succeeded;
    outcomes.push(result.outcome);
  }
  return { outcomes, succeeded };
}
let visitors = 1;

async function rowOf(name: string, make: MakeSample, ask: Ask, looks: boolean): Promise<Row> {
  const [own, other] = await Promise.all([
    runInChapter('own', name, make, ask, looks),
    runInChapter('other', name, make, ask, looks),
  ]);
  const cells = people.map((person, n) => ({ person, own: own.outcomes[n]!, other: other.outcomes[n]! }));
  return { name, cells, succeeded: own.succeeded || other.succeeded };
}

const rowsOf = async (
  samples: typeof operationSamples,
  names: readonly string[],
  ask: Ask,
  looks: (name: string) => boolean,
) => {
  const rows: Row[] = [];
  for (const name of names) rows.push(await rowOf(name, samples[name]!, ask, looks(name)));
  return rows;
};

test('has a sample for every operation and route', () => {
  const sampled = new Set(Object.keys(operationSamples).map(operationOf));
  expect([...operations.keys()].filter((name) => !sampled.has(name))).toEqual([]);
  expect([...sampled].filter((name) => !operations.has(name))).toEqual([]);
  expect(routesOf(app).sort()).toEqual([...new Set(Object.keys(routeSamples).map(operationOf))].sort());
});

test('grants each caller exactly the permissions in the table', async () => {
  const named = Object.keys(operationSamples).filter((name) => operations.has(operationOf(name)));
  const namesOfKind = (kind: string) => named.filter((name) => operations.get(operationOf(name))!.kind === kind);
  // Operations of another chapter are requested within the process, as the pages do. The same permissions apply there.
  const asPages = requestInProcess(app);
  const askField: Ask = (name, sample, asking) =>
    askOperation(asking.byPage ? asPages : app, operations.get(operationOf(name))!, sample, asking);
  const askPath: Ask = (name, sample, asking) => askRoute(app, name, sample, asking);

  const queries = await rowsOf(operationSamples, namesOfKind('query'), askField, () => true);
  const mutations = await rowsOf(operationSamples, namesOfKind('mutation'), askField, () => false);
  const routes = await rowsOf(routeSamples, Object.keys(routeSamples), askPath, (name) => name.startsWith('GET '));
  const everything = [...queries, ...mutations, ...routes];
  const wrongSamples = everything.filter(({ succeeded, name }) => succeeded === worksForNobody.has(name));
  expect(wrongSamples.map(({ name }) => name)).toEqual([]);

  const table = [
    introduction,
    `## Queries\n\n${renderRows(queries)}\n`,
    `## Mutations\n\n${renderRows(mutations)}\n`,
    `## Routes\n\n${renderRows(routes)}\n`,
  ].join('\n');
  if (process.env['UPDATE_ACCESS_TABLE']) await writeFile(file, table);
  expect(table).toBe(await readFile(file, 'utf8').catch(() => ''));
});

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { aFreePort } from '../support/free-port.js';
import { aCaller, people, type PersonKind } from '../support/access-callers.js';
import { operationSamples, routeSamples, type MakeSample } from '../support/access-samples.js';
import { AccessSweep, type Ask } from '../support/access-sweep.js';
import {
  askOperation,
  askRoute,
  operationsOf,
  renderRows,
  routesOf,
  type Operations,
  type Row,
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

type Where = 'own' | 'other';

let app: TestApp;
let close: () => Promise<void>;
let carrier: CarrierHandle;
let operations: Operations;
let sweeps: Record<Where, AccessSweep<PersonKind>>;
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
  const chapters = { own: await aChapter(app.db), other: await aChapter(app.db, { name: 'San Francisco' }) };
  const sweepOf = (where: Where) => {
    const place = { app, chapter: chapters[where], home: chapters.own, own: where === 'own' };
    return new AccessSweep(place, people, (kind) => aCaller(app, kind, chapters.own.id));
  };
  sweeps = { own: sweepOf('own'), other: sweepOf('other') };
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

/** Creates the request for an operation or route in one of the chapters. */
type RequestIn = (name: string, where: Where) => Ask;

async function rowOf(name: string, make: MakeSample, requestIn: RequestIn, onlyReads: boolean): Promise<Row> {
  const call = (where: Where) => sweeps[where].call(make, requestIn(name, where), { onlyReads });
  const [own, other] = await Promise.all([call('own'), call('other')]);
  const cells = people.map((person, n) => ({ person, own: own[n]!.outcome, other: other[n]!.outcome }));
  return { name, cells, succeeded: [...own, ...other].some(({ succeeded }) => succeeded) };
}

const rowsOf = async (
  samples: typeof operationSamples,
  names: readonly string[],
  requestIn: RequestIn,
  onlyReads: (name: string) => boolean,
) => {
  const rows: Row[] = [];
  for (const name of names) rows.push(await rowOf(name, samples[name]!, requestIn, onlyReads(name)));
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
  const askField: RequestIn = (name, where) => (sample, options) =>
    askOperation(where === 'other' ? asPages : app, operations.get(operationOf(name))!, sample, options);
  const askPath: RequestIn = (name) => (sample, options) => askRoute(app, name, sample, options);

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

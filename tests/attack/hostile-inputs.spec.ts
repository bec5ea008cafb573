import { encodeCursor } from '@upstander/platform';
import { getNamedType, getNullableType, isInputObjectType, isLeafType, type GraphQLInputType } from 'graphql';
import { aCaller, type Caller, type PersonKind } from '../support/access-callers.js';
import { operationSamples, type MakeSample } from '../support/access-samples.js';
import { operationsOf, type Operations, type Sample } from '../support/access-table.js';
import type { TestApp } from '../support/app.js';
import { requestInProcess } from '../support/request-in-process.js';
import { aChapter } from '../support/factories.js';
import { startAppWithStripe } from '../support/stripe.js';

/**
 * Passes malformed values to every argument that takes a cursor or a date, as a caller with permission. The answer must
 * be a refusal, without a server error.
 */
jest.setTimeout(300_000);

const id = '0190a000-0000-7000-8000-000000000001';
const keys = [
  '',
  '\0',
  '\ud800',
  'x',
  '%',
  id,
  '0',
  '9'.repeat(400),
  'infinity',
  '-infinity',
  'now',
  '0000-01-01',
  '9999-12-31',
  '1000-01-01',
  '0000-01-01T00:00:00.000Z',
  '1000-01-01T00:00:00.000Z',
  '9998-12-31T23:59:59.999Z',
  '9999-12-31 23:59:59.999999+00',
  0,
  -1,
  1.5,
  1e308,
  true,
  null,
];
const cursors = [
  '',
  '\0',
  'nonsense',
  'a'.repeat(10_000),
  Buffer.from('[1e999]').toString('base64url'),
  ...Array.from({ length: 4 }, (_, length) => encodeCursor(Array.from({ length }, () => '\0'))),
  ...keys.flatMap((key) => [
    encodeCursor([key]),
    encodeCursor([key, id]),
    encodeCursor([id, key]),
    encodeCursor([key, key]),
  ]),
];

const days = [
  '0000-01-01',
  '0001-01-01',
  '1000-01-01',
  '9998-12-31',
  '9999-12-31',
  '99999-01-01',
  '-000001-01-01',
  'infinity',
];
const dates: Readonly<Record<string, readonly string[]>> = {
  LocalDate: days,
  LocalDateTime: days.map((day) => `${day}T00:00`),
  DateTime: [...days.map((day) => `${day}T00:00:00Z`), '9999-12-31T23:59:59-12:00', '1000-01-01T00:00:00+14:00'],
};

/** Finds where one of these types occurs. */
function pathsTo(args: ReadonlyArray<{ name: string; type: GraphQLInputType }>, types: readonly string[]) {
  const found: Array<{ path: string[]; type: string }> = [];
  const walk = (name: string, type: GraphQLInputType, above: string[]) => {
    const named = getNamedType(type);
    const path = [...above, name];
    if (types.includes(named.name)) found.push({ path, type: named.name });
    const inner = String(getNullableType(type)).startsWith('[') ? [...path, '0'] : path;
    if (isInputObjectType(named) && above.length < 4) {
      for (const field of Object.values(named.getFields())) walk(field.name, field.type, inner);
    }
  };
  for (const { name, type } of args) walk(name, type, []);
  return found;
}

function withValue(variables: unknown, [first, ...rest]: string[], value: unknown): unknown {
  if (first === undefined) return value;
  const copy = (Array.isArray(variables) ? [...(variables as unknown[])] : { ...(variables as object) }) as Record<
    string,
    unknown
  >;
  copy[first] = withValue(copy[first] ?? (rest[0] === '0' ? [] : {}), rest, value);
  return copy;
}

let app: TestApp;
let close: () => Promise<void>;
let asPages: TestApp;
let operations: Operations;
const callers = new Map<PersonKind, Caller>();
let chapter: { id: string; slug: string };
beforeAll(async () => {
  ({ app, close } = await startAppWithStripe({ config: { TRUST_PROXY: 'true' } }));
  asPages = requestInProcess(app);
  operations = await operationsOf(app);
  chapter = await aChapter(app.db);
  for (const kind of ['admin', 'advocate', 'business'] as const) {
    callers.set(kind, await aCaller(app, kind, chapter.id));
  }
});
afterAll(() => close());

let visitors = 0;

async function refusalCodes(name: string, path: string[], values: readonly unknown[]): Promise<Set<string>> {
  const { kind, field } = operations.get(name)!;
  const codes = new Set<string>();
  for (const [person, caller] of callers) {
    const make: MakeSample = operationSamples[name] ?? (() => ({}));
    const sample: Sample = await make({ app, caller, chapter, home: chapter, own: true });
    for (const value of values) {
      const variables = withValue(sample.variables ?? {}, path, value) as Record<string, unknown>;
      const providedArgs = field.args.filter((arg) => arg.name in variables);
      const defined = providedArgs.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
      const passed = providedArgs.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
      const select = isLeafType(getNamedType(field.type)) ? '' : (sample.select ?? '{ __typename }');
      const headers = { 'x-forwarded-for': `2001:db8:0:${(visitors++ & 0xffff).toString(16)}::1` };
      // Ten thousand requests are made within the process; those only HTTP can reject are sent by HTTP.
      const client = typeof value === 'string' && value.includes('\0') ? app : asPages;
      const answer = await client.graphql(`${kind} (${defined}) { ${name}(${passed}) ${select} }`, variables, {
        cookie: caller.cookie,
        headers,
      });
      const code = answer.errors?.[0]?.extensions?.code ?? (answer.errors ? 'BAD_REQUEST' : 'ok');
      if (code === 'INTERNAL_SERVER_ERROR') codes.add(`${name} ${path.join('.')} ${JSON.stringify(value)}: ${code}`);
      codes.add(code);
      if (code === 'NOT_ALLOWED') break;
    }
    if (!codes.has('NOT_ALLOWED') || person === 'business') break;
  }
  return codes;
}

test.each([
  ['query ($n: Int) { events(first: $n) { totalCount } }', (typed: string) => ({ n: typed }), 'n'],
  [
    'query ($f: EventFilter) { events(filter: $f) { totalCount } }',
    (typed: string) => ({ f: { from: typed } }),
    'f.from',
  ],
])('does not repeat a variable of the wrong type in the answer: %s', async (query, variables, path) => {
  const answer = await app.graphql(query, variables('my husband must not know'));
  expect(JSON.stringify(answer)).not.toContain('husband');
  expect(answer.errors?.[0]).toMatchObject({
    message: expect.stringContaining(`got an invalid value at "${path}"; `),
    extensions: { code: 'BAD_USER_INPUT' },
  });
});

test('every list rejects a cursor it did not create', async () => {
  const lists = [...operations.values()].filter(({ field }) => field.args.some(({ name }) => name === 'after'));
  expect(lists.length).toBeGreaterThan(20);
  const failed: string[] = [];
  for (const { field } of lists) {
    const codes = await refusalCodes(field.name, ['after'], cursors);
    failed.push(...[...codes].filter((code) => code.includes('INTERNAL_SERVER_ERROR')));
    // The caller had permission, and the list recognizes its own cursors.
    if (!codes.has('BAD_INPUT')) failed.push(`${field.name}: ${[...codes].join(' ')}`);
  }
  expect(failed).toEqual([]);
});

test('rejects dates and timestamps outside the calendar in every argument', async () => {
  const failed: string[] = [];
  let asked = 0;
  for (const { field } of operations.values()) {
    for (const { path, type } of pathsTo(field.args, Object.keys(dates))) {
      asked += 1;
      const codes = await refusalCodes(field.name, path, dates[type]!);
      failed.push(...[...codes].filter((code) => code.includes('INTERNAL_SERVER_ERROR')));
      if (!codes.has('BAD_USER_INPUT')) failed.push(`${field.name} ${path.join('.')}: ${[...codes].join(' ')}`);
    }
  }
  expect(failed).toEqual([]);
  expect(asked).toBeGreaterThan(20);
});

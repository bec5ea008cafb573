import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { serviceInput } from '@upstander/tests/support/services.js';
import { runAsOwner } from '@upstander/tests/support/tampering.js';
import { aPartner } from './partner-service.js';

interface Import {
  id: string;
  status: string;
  problem: string | null;
  rowsTotal: number;
  rowsRead: number;
  rowsNew: number;
  rowsChanged: number;
  rowsUnchanged: number;
  rowsRefused: number;
  rowsWritten: number;
  skippedFiles: string[];
  faults: Array<{ row: number; field: string; problem: string; kept: boolean }>;
  preview: Array<{ row: number; name: string; isNew: boolean; changed: string[] }>;
}
const importFields = `{ id status problem rowsTotal rowsRead rowsNew rowsChanged rowsUnchanged rowsRefused rowsWritten
  skippedFiles faults { row field problem kept } preview { row hsdsId name isNew changed } }`;

let app: TestApp;
let keeper: { cookie: string };
beforeAll(async () => {
  app = await startApp();
  app.clock.set(new Date('2026-12-01T18:00:00Z'));
  keeper = await app.signedIn({ role: 'moderator', name: 'Mo' });
});
beforeEach(async () => {
  await runAsOwner(app, 'TRUNCATE learning.service, learning.service_import CASCADE');
});
afterAll(() => app.close());

const secret = {
  ...{ name: 'Kept shelter', organizationName: 'Quiet House' },
  ...{ address: '7 Canary Lane', city: 'Canaryville', postcode: '90041', phone: '+13105550199' },
  ...{ email: 'canary@example.org', url: 'https://canary.example.org', schedule: 'canary hours' },
  confidentialParts: ['ADDRESS', 'CITY', 'PHONE', 'EMAIL', 'URL', 'SCHEDULE'],
};

async function added(parts: Record<string, unknown> = {}): Promise<string> {
  const { data, errors } = await app.graphql<{ createService: { id: string } }>(
    'mutation ($input: ServiceInput!) { createService(input: $input) { id } }',
    { input: serviceInput(parts) },
    keeper,
  );
  if (errors) throw new Error(JSON.stringify(errors));
  const { id } = data.createService;
  await app.graphql('mutation ($id: ID!) { publishService(id: $id) { id } }', { id }, keeper);
  return id;
}

const exportServices = (form: 'json' | 'zip', asking = keeper) =>
  fetch(`${app.url}/exports/services.${form}`, { headers: { cookie: asking.cookie } });
const bytesOf = async (form: 'json' | 'zip') => Buffer.from(await (await exportServices(form)).arrayBuffer());

async function upload(content: Buffer | string, { need = 'food', cookie = keeper.cookie, fileName = 'partner' } = {}) {
  const answer = await fetch(`${app.url}/imports/services?need=${need}&fileName=${fileName}`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/octet-stream', 'sec-fetch-site': 'same-origin' },
    body: new Uint8Array(typeof content === 'string' ? Buffer.from(content) : content),
  });
  return { status: answer.status, body: (await answer.json()) as Import & { code?: string } };
}
async function importById(id: string): Promise<Import> {
  const { data } = await app.graphql<{ serviceImport: Import }>(
    `query ($id: ID!) { serviceImport(id: $id) ${importFields} }`,
    { id },
    keeper,
  );
  return data.serviceImport;
}
async function check(content: Buffer | string, how = {}): Promise<Import> {
  const { body } = await upload(content, how);
  await app.runJob('check-service-imports');
  return importById(body.id);
}
async function runImport({ id }: Import): Promise<Import> {
  await app.graphql(
    'mutation ($input: RunServiceImportInput!) { runServiceImport(input: $input) { id } }',
    { input: { id } },
    keeper,
  );
  await app.runJob('import-services');
  return importById(id);
}
const services = () =>
  app.db.query<Record<string, unknown>>(
    `SELECT s.name, s.description, s.phone, s.needs, s.address, s.city, s.published, s.to_verify AS "needsVerification",
       s.minimum_age AS "minimumAge", s.languages, o.name AS organization
     FROM learning.service s JOIN learning.organization o ON o.id = s.organization_id ORDER BY s.name`,
  );

test('exports a service in the terms of the standard, with organization, location, phone, hours, languages, area and ages', async () => {
  const id = await added({
    needs: ['LEGAL'],
    minimumAge: 18,
    maximumAge: 24,
    area: 'East side',
    eligibility: 'Young people',
  });
  const [service] = (await (await exportServices('json')).json()) as Array<Record<string, never>>;
  expect(service).toMatchObject({
    ...{ id, name: 'Night shelter', status: 'active', minimum_age: 18, maximum_age: 24 },
    ...{ eligibility_description: 'Young people', assured_date: '2026-12-01', email: 'night@example.org' },
    organization: { name: 'Jacaranda House' },
    phones: [{ number: '1-310-555-0142' }],
    schedules: [{ description: 'Daily from 8 pm' }],
    languages: [{ code: 'en' }, { code: 'es' }],
    service_areas: [{ name: 'East side' }],
    service_at_locations: [
      { location: { location_type: 'physical', addresses: [{ address_1: '12 Hidden Lane', postal_code: '90042' }] } },
    ],
    attributes: [{ link_entity: 'service', taxonomy_term: { code: 'legal' } }],
  });
});

test.each(['json', 'zip'] as const)(
  'changes nothing when an export as %s is imported again, whatever its content',
  async (form) => {
    await added();
    await added({
      name: '=SUM(A1)',
      description: 'Two\nlines, "quoted"',
      phone: '+442071838750',
      needs: ['FOOD', 'LEGAL'],
    });
    await added({ name: 'No place', address: '', city: '', region: '', postcode: '', minimumAge: 0 });
    await added(secret);
    const before = await services();
    const file = await check(await bytesOf(form));
    expect(file).toMatchObject({
      status: 'CHECKED',
      rowsTotal: 4,
      rowsUnchanged: 4,
      rowsRefused: 0,
      preview: [],
      faults: [],
    });
    await runImport(file);
    expect(await services()).toEqual(before);
  },
);

test('exports neither confidential parts nor unpublished services', async () => {
  await added(secret);
  const off = await added({ name: 'Quokka off the site' });
  await app.graphql('mutation ($id: ID!) { publishService(id: $id, published: false) { id } }', { id: off }, keeper);
  const json = (await bytesOf('json')).toString();
  expect(json).toContain('Kept shelter');
  expect(json).not.toMatch(/canar|90041|555-?0199|quokka/i);
  await runAsOwner(app, 'DELETE FROM learning.service');
  const file = await check(await bytesOf('zip'));
  expect(file.problem).toBe('no-services');
});

test('previews an imported file and writes nothing until confirmed', async () => {
  const file = await check(JSON.stringify({ contents: [aPartner()] }));
  expect(file).toMatchObject({ status: 'CHECKED', rowsNew: 1, rowsWritten: 0 });
  expect(file.preview).toMatchObject([{ row: 1, name: 'Community counselling', isNew: true }]);
  expect(await services()).toEqual([]);
  expect(await runImport(file)).toMatchObject({ status: 'DONE', rowsWritten: 1, preview: [] });
  expect(await services()).toEqual([
    {
      ...{ name: 'Community counselling', description: 'Somebody to talk to.', phone: '+12135550142', needs: ['food'] },
      ...{ address: '1 Main St, Room 2', city: 'Fresno', published: false, needsVerification: true, minimumAge: 18 },
      ...{ languages: ['es', 'en'], organization: 'Harbor Health' },
    },
  ]);
});

test('marks imported services as due until staff verify them', async () => {
  await runImport(await check(JSON.stringify([aPartner()])));
  const countDue = async () =>
    (
      await app.graphql<{
        allServices: { edges: Array<{ node: { id: string; stale: boolean } }> };
        directoryTasks: { services: number };
      }>(
        '{ allServices(filter: { due: true }) { edges { node { id stale } } } directoryTasks { services } }',
        {},
        keeper,
      )
    ).data;
  const waiting = await countDue();
  expect([waiting.allServices.edges.length, waiting.directoryTasks.services]).toEqual([1, 1]);
  const { id } = waiting.allServices.edges[0]!.node;
  await app.graphql('mutation ($id: ID!) { assureService(id: $id) { id } }', { id }, keeper);
  expect((await countDue()).directoryTasks.services).toBe(0);
});

test('changes nothing for the same file, and only what differs for a newer one', async () => {
  await runImport(await check(JSON.stringify([aPartner()])));
  expect(await check(JSON.stringify([aPartner()]))).toMatchObject({ rowsNew: 0, rowsChanged: 0, rowsUnchanged: 1 });
  const newer = await check(JSON.stringify([aPartner({ description: 'Two people to talk to.', phones: [] })]));
  // Fields missing in the file stay unchanged.
  expect(newer.preview).toMatchObject([{ isNew: false, name: 'Community counselling', changed: ['description'] }]);
  await runImport(newer);
  expect(await services()).toMatchObject([{ description: 'Two people to talk to.', phone: '+12135550142' }]);
});

test('never changes confidential parts', async () => {
  const id = await added(secret);
  const file = await check(
    JSON.stringify([aPartner({ id, phones: [{ id: 'p', number: '+12135550000' }], email: 'other@example.org' })]),
  );
  await runImport(file);
  expect(await services()).toMatchObject([
    { name: 'Community counselling', phone: '+13105550199', address: '7 Canary Lane', city: 'Canaryville' },
  ]);
});

test('stores a service with two locations twice', async () => {
  const at = (id: string, city: string) => ({
    id,
    location: {
      id,
      location_type: 'physical',
      addresses: [{ id, address_1: `1 ${city} St`, city, state_province: 'CA' }],
    },
  });
  const file = JSON.stringify([aPartner({ service_at_locations: [at('x', 'Fresno'), at('y', 'Reno')] })]);
  await runImport(await check(file));
  expect((await services()).map(({ city }) => city).sort()).toEqual(['Fresno', 'Reno']);
  expect(await check(file)).toMatchObject({ rowsUnchanged: 2, rowsNew: 0 });
});

test('refuses closed services and those without an ID or name, and imports the others', async () => {
  const file = await check(
    JSON.stringify([
      aPartner(),
      aPartner(),
      aPartner({ id: '', name: '' }),
      aPartner({ id: 'c', status: 'defunct' }),
      null,
    ]),
  );
  expect(file).toMatchObject({ rowsTotal: 5, rowsNew: 1, rowsRefused: 4 });
  expect(file.faults).toEqual([
    { row: 2, field: 'id', problem: 'repeated-in-this-file', kept: false },
    { row: 3, field: 'id', problem: 'required', kept: false },
    { row: 3, field: 'name', problem: 'required', kept: false },
    { row: 4, field: 'status', problem: 'not-active', kept: false },
    { row: 5, field: 'id', problem: 'required', kept: false },
    { row: 5, field: 'name', problem: 'required', kept: false },
  ]);
  expect(await runImport(file)).toMatchObject({ rowsWritten: 1 });
});

test("shortens or omits a part that doesn't fit, with a note, and keeps the service", async () => {
  const file = await check(
    JSON.stringify([
      aPartner({
        ...{ name: 'n'.repeat(200), description: 'x'.repeat(1001), fees_description: 'f'.repeat(195) },
        ...{
          phones: [{ number: '12' }],
          url: 'javascript:alert(1)',
          email: 'nobody',
          minimum_age: 30,
          maximum_age: 20,
        },
        ...{ languages: [{ name: 'Spanish' }, { name: 'Klingon of old' }], organization: null },
        service_areas: [{ name: 'a'.repeat(177) }],
      }),
    ]),
  );
  expect(file).toMatchObject({ rowsTotal: 1, rowsNew: 1, rowsRefused: 0 });
  expect(file.faults).toEqual(
    [
      ...['area', 'description', 'fees', 'name'].map((field) => ({ field, problem: 'shortened' })),
      ...[
        { field: 'email', problem: 'not-an-email' },
        { field: 'languages', problem: 'not-a-language' },
        { field: 'maximumAge', problem: 'out-of-range' },
        { field: 'phone', problem: 'not-a-phone-number' },
        { field: 'url', problem: 'not-a-web-address' },
      ],
    ]
      .sort((one, other) => (one.field < other.field ? -1 : 1))
      .map((fault) => ({ row: 1, ...fault, kept: true })),
  );
  await runImport(file);
  expect(await services()).toMatchObject([
    { name: `${'n'.repeat(119)}…`, description: `${'x'.repeat(999)}…`, phone: null, languages: ['es'], minimumAge: 30 },
  ]);
});

test('requires only an ID, a name and a status', async () => {
  await runImport(await check(JSON.stringify([{ id: 'bare', name: 'Night shelter', status: 'active' }])));
  expect(await services()).toMatchObject([
    { name: 'Night shelter', description: 'Night shelter', organization: 'Night shelter' },
  ]);
});

test.each([
  ['hello', 'not-a-file-of-services'],
  ['[]', 'no-services'],
  ['"text"', 'not-a-file-of-services'],
  [Buffer.from([0x5b, 0xff, 0xfe]), 'not-utf8'],
  [Buffer.from('PK\u0003\u0004 and no end'), 'not-a-file-of-services'],
])('refuses an unreadable file with a reason', async (content, problem) => {
  expect(await check(content)).toMatchObject({ status: 'REFUSED', problem });
});

test('compares and imports 25,000 services in the worker, with progress', async () => {
  const many = Array.from({ length: 25_000 }, (_, n) => aPartner({ id: `many-${n}`, name: `Service ${n}` }));
  const file = await check(JSON.stringify(many));
  expect(file).toMatchObject({ status: 'CHECKED', rowsTotal: 25_000, rowsRead: 25_000, rowsNew: 25_000 });
  expect(file.preview).toHaveLength(50);
  expect(await runImport(file)).toMatchObject({ status: 'DONE', rowsWritten: 25_000 });
}, 240_000);

test('allows imports and exports only for directory staff', async () => {
  const organizer = await app.signedIn({ role: 'organizer' });
  expect((await exportServices('json', organizer)).status).toBe(403);
  expect((await upload('[]', { cookie: organizer.cookie })).status).toBe(403);
  expect((await upload('[]', { need: 'none' })).body.code).toBe('BAD_INPUT');
  expect(refusal(await app.graphql(`{ serviceImports ${importFields} }`, {}, organizer))).toBe('NOT_ALLOWED');
});

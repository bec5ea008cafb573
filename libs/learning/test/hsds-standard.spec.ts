import { TextWriter, Uint8ArrayReader, Uint8ArrayWriter, ZipReader, ZipWriter } from '@zip.js/zip.js';
import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { serviceInput } from '@upstander/tests/support/services.js';
import { runAsOwner } from '@upstander/tests/support/tampering.js';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Import {
  id: string;
  status: string;
  problem: string | null;
  rowsNew: number;
  rowsRefused: number;
  skippedFiles: string[];
  faults: Array<{ field: string; problem: string; kept: boolean }>;
}

const folder = fileURLToPath(new URL('hsds-examples', import.meta.url));
let app: TestApp;
let keeper: { cookie: string };
beforeAll(async () => {
  app = await startApp();
  app.clock.set(new Date('2026-12-01T18:00:00Z'));
  keeper = await app.signedIn({ role: 'moderator', name: 'Mo' });
});
beforeEach(() => runAsOwner(app, 'TRUNCATE learning.service, learning.service_import CASCADE'));
afterAll(() => app.close());

async function zipOf(files: ReadonlyArray<{ name: string; content: Buffer }>): Promise<Buffer> {
  const writer = new ZipWriter(new Uint8ArrayWriter());
  for (const { name, content } of files) await writer.add(name, new Uint8ArrayReader(new Uint8Array(content)));
  return Buffer.from(await writer.close());
}

/** Uploads a file, checks it and imports its services. */
async function imported(content: Buffer): Promise<Import> {
  const answer = await fetch(`${app.url}/imports/services?need=counseling&fileName=standard`, {
    method: 'POST',
    headers: { cookie: keeper.cookie, 'content-type': 'application/octet-stream', 'sec-fetch-site': 'same-origin' },
    body: new Uint8Array(content),
  });
  const { id } = (await answer.json()) as { id: string };
  await app.runJob('check-service-imports');
  const run = 'mutation ($input: RunServiceImportInput!) { runServiceImport(input: $input) { id } }';
  const { data } = await app.graphql<{ serviceImport: Import }>(
    `query ($id: ID!) { serviceImport(id: $id) { id status problem rowsNew rowsRefused skippedFiles
       faults { field problem kept } } }`,
    { id },
    keeper,
  );
  await app.graphql(run, { input: { id } }, keeper);
  await app.runJob('import-services');
  return data.serviceImport;
}

const services = () =>
  app.db.query<Record<string, unknown>>(
    `SELECT s.name, s.phone, s.address, s.city, s.region, s.postcode, s.fees, s.schedule, s.languages,
       s.served_areas AS "servedAreas", s.area, o.name AS organization
     FROM learning.service s JOIN learning.organization o ON o.id = s.organization_id ORDER BY s.name`,
  );

const placeExample = {
  phone: '+441234234567',
  address: '1-30 Main Street, MyVillage',
  city: 'MyCity',
  region: 'MyState',
  postcode: 'ABC 1234',
  languages: ['ur'],
};

test.each([
  ['service_full', { ...placeExample, organization: 'Example Organization Inc.' }],
  ['service_list', { organization: 'Example Organization Inc.' }],
  ['organization_full', { ...placeExample, organization: 'Example Organization Inc.' }],
  ['service_at_location_full', placeExample],
  ['service_at_location_list', {}],
  ['tabular', { ...placeExample, organization: 'Example Organization Inc.' }],
])('imports the example %s.json of the standard', async (name, expected) => {
  const file = await imported(readFileSync(join(folder, `${name}.json`)));
  expect(file).toMatchObject({ status: 'CHECKED', problem: null, rowsNew: 1, rowsRefused: 0 });
  expect(await services()).toMatchObject([{ name: 'Community Counselling', ...expected }]);
});

test('imports the example tables of the standard and names files that are not read', async () => {
  const names = readdirSync(join(folder, 'csv'));
  const zip = await zipOf(names.map((name) => ({ name, content: readFileSync(join(folder, 'csv', name)) })));
  const file = await imported(zip);
  expect(file).toMatchObject({ status: 'CHECKED', rowsNew: 1, rowsRefused: 0 });
  expect(file.skippedFiles).toEqual(expect.arrayContaining(['programs.csv', 'funding.csv', 'accessibility.csv']));
  expect(file.skippedFiles).not.toContain('service_at_location.csv');
  expect(file.faults).toEqual(
    expect.arrayContaining([
      { field: 'fees', problem: 'shortened', kept: true },
      { field: 'area', problem: 'shortened', kept: true },
    ]),
  );
  expect(await services()).toMatchObject([{ name: 'Community Counselling', ...placeExample }]);
});

test.each(['service_at_location.csv', 'service_at_locations.csv', 'services_at_location.csv'])(
  'finds locations in %s',
  async (name) => {
    const table = (file: string, text: string) => ({ name: file, content: Buffer.from(text) });
    await imported(
      await zipOf([
        table('services.csv', 'id,name,status\n1,Pantry,active\n'),
        table(name, 'id,service_id,location_id\n1,1,7\n'),
        table('addresses.csv', 'id,location_id,address_1,city\n1,7,5 Oak St,Reno\n'),
      ]),
    );
    expect(await services()).toMatchObject([{ name: 'Pantry', address: '5 Oak St', city: 'Reno' }]);
  },
);

test('reads costs, phones of contacts, language names, schedule rules and served counties', async () => {
  await imported(
    Buffer.from(
      JSON.stringify({
        id: '1',
        name: 'Clinic',
        status: 'active',
        cost_options: [{ option: 'Adults', amount: 35, currency: 'usd', amount_description: 'per hour' }],
        contacts: [{ phones: [{ number: '(213) 555-0142' }] }],
        languages: [{ name: 'Spanish' }, { name: 'Haitian Creole' }],
        schedules: [
          { freq: 'WEEKLY', byday: 'TH,FR', opens_at: '10:00:00', closes_at: '18:00:00' },
          { freq: 'MONTHLY', bymonthday: '2,3' },
        ],
        service_areas: [
          { name: 'Los Angeles County' },
          { name: 'Orange County, CA' },
          { name: 'Nevada' },
          { name: 'x', extent: '06071', extent_type: 'text' },
          { name: 'The harbor' },
        ],
      }),
    ),
  );
  expect(await services()).toMatchObject([
    {
      fees: 'Adults: 35 USD per hour',
      phone: '+12135550142',
      languages: ['es', 'ht'],
      schedule: 'Thursday, Friday, 10:00–18:00; day 2, 3 of the month',
      servedAreas: ['06037', '06059', '32', '06071'],
      area: 'The harbor',
    },
  ]);
});

test("exports the standard's file names and descriptor, served areas, and only complete addresses", async () => {
  for (const parts of [{ servedAreas: ['06037'] }, { name: 'Only a town', address: '', postcode: '' }]) {
    const { data } = await app.graphql<{ createService: { id: string } }>(
      'mutation ($input: ServiceInput!) { createService(input: $input) { id } }',
      { input: serviceInput(parts) },
      keeper,
    );
    await app.graphql('mutation ($id: ID!) { publishService(id: $id) { id } }', { id: data.createService.id }, keeper);
  }
  const headers = { cookie: keeper.cookie };
  const json = (await (await fetch(`${app.url}/exports/services.json`, { headers })).json()) as Array<
    Record<string, unknown>
  >;
  expect(json.find(({ name }) => name === 'Only a town')).not.toHaveProperty('service_at_locations');
  expect(json.find(({ name }) => name === 'Night shelter')).toMatchObject({
    service_areas: [{ name: 'Los Angeles County, CA', extent: '06037', extent_type: 'text' }],
  });
  const zip = Buffer.from(await (await fetch(`${app.url}/exports/services.zip`, { headers })).arrayBuffer());
  const files = new Map<string, string>();
  for (const entry of await new ZipReader(new Uint8ArrayReader(new Uint8Array(zip))).getEntries()) {
    if (!entry.directory) files.set(entry.filename, await entry.getData(new TextWriter()));
  }
  expect(files.has('service_at_location.csv')).toBe(true);
  const descriptor = JSON.parse(files.get('datapackage.json')!) as {
    profile: string;
    resources: Array<{ path: string; schema: { fields: Array<{ name: string }> } }>;
  };
  expect(descriptor.profile).toBe('tabular-data-package');
  expect(descriptor.resources.map(({ path }) => path).sort()).toEqual(
    [...files.keys()].filter((name) => name.endsWith('.csv')).sort(),
  );
  for (const { path, schema } of descriptor.resources) {
    expect(files.get(path)!.split('\r\n')[0]).toBe(schema.fields.map(({ name }) => name).join(','));
  }
});

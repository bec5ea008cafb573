import { importPostcodes } from '@upstander/platform';
import { refusal, startApp, type TestApp } from '@upstander/tests/support/app.js';
import { aService, serviceInput } from '@upstander/tests/support/services.js';
import { runAsOwner } from '@upstander/tests/support/tampering.js';

let app: TestApp;
let keeper: { cookie: string };
beforeAll(async () => {
  app = await startApp();
  app.clock.set('2026-12-01T18:00:00Z');
  keeper = await app.signedIn({ name: 'Mo', role: 'moderator' });
  // ZIP codes about a mile apart, and one across the country.
  await importPostcodes({ query: (sql, params) => app.db.query(sql, params) }, [
    { code: '90042', latitude: 34.1147, longitude: -118.1921 },
    { code: '90041', latitude: 34.1374, longitude: -118.2076 },
    { code: '90012', latitude: 34.066, longitude: -118.2386 },
    { code: '10007', latitude: 40.7139, longitude: -74.0079 },
  ]);
});
afterAll(() => app.close());

interface SavedService {
  id: string;
  slug: string;
  confidentialParts: string[];
  searchPostcode: string | null;
  published: boolean;
}
const fields =
  'id slug confidentialParts searchPostcode published stale assuredOn assureBy assuredByName organizationName';
const create = (input: object, asking = keeper) =>
  app.graphql<{ createService: SavedService }>(
    `mutation ($input: ServiceInput!) { createService(input: $input) { ${fields} } }`,
    { input },
    asking,
  );
const faultsOf = (answer: Awaited<ReturnType<typeof create>>) => answer.errors?.[0]?.extensions.details?.['fields'];
const publish = (id: string) =>
  app.graphql('mutation ($id: ID!) { publishService(id: $id, published: true) { id } }', { id }, keeper);
const added = async (parts: Record<string, unknown> = {}) => {
  const saved = (await create(serviceInput(parts))).data.createService;
  await publish(saved.id);
  return saved;
};
interface ListedService {
  name: string;
  distanceKm: number | null;
}
const list = async (variables: object = {}) =>
  (
    await app.graphql<{
      services: {
        edges: Array<{ node: ListedService; cursor: string }>;
        totalCount: number;
        postcodeKnown: boolean | null;
      };
    }>(
      `query ($filter: ServiceFilter, $near: NearService, $first: Int, $after: String) {
         services(filter: $filter, near: $near, first: $first, after: $after) {
           totalCount postcodeKnown edges { cursor node { name distanceKm } } } }`,
      variables as Record<string, unknown>,
    )
  ).data.services;
const names = async (variables: object = {}) => (await list(variables)).edges.map(({ node }) => node.name);
const allFields = `id slug name organizationName needs description descriptionEs eligibility eligibilityEs fees feesEs languages
  address city region postcode phone email url schedule scheduleEs area areaEs isFictional assuredOn isAddressConfidential distanceKm`;

test('adds a service as unpublished and publishes it separately', async () => {
  const { data } = await create(serviceInput({ name: 'Legal clinic', needs: ['LEGAL', 'LEGAL'] }));
  expect(data.createService).toMatchObject({
    published: false,
    searchPostcode: '90042',
    organizationName: 'Jacaranda House',
    assuredByName: 'Mo',
    assuredOn: '2026-12-01',
    assureBy: '2027-06-01',
  });
  expect(await names()).not.toContain('Legal clinic');
  await publish(data.createService.id);
  expect(await names({ filter: { need: 'LEGAL' } })).toEqual(['Legal clinic']);
});

test('discloses confidential parts to staff only, not in responses, search or pages', async () => {
  const parts = ['ADDRESS', 'CITY', 'PHONE', 'EMAIL', 'URL', 'SCHEDULE'];
  const secret = {
    address: '7 Canary Lane',
    city: 'Canaryville',
    postcode: '90041',
    phone: '+13105550199',
    email: 'canary@example.org',
    url: 'https://canary.example.org',
    schedule: 'canary hours',
    scheduleEs: 'canario',
  };
  const saved = await added({ ...secret, name: 'Kept shelter', confidentialParts: parts });
  const answers = [
    await app.graphql(`query ($slug: String!) { service(slug: $slug) { ${allFields} } }`, { slug: saved.slug }),
    await app.graphql(`{ services(first: 100) { edges { cursor node { ${allFields} } } } }`),
    await app.graphql(
      `query ($near: NearService) { services(near: $near, first: 100) { edges { cursor node { ${allFields} } } } }`,
      { near: { postcode: '90041', withinKm: 40, includeFar: true } },
    ),
  ];
  const pages = await Promise.all(
    [`/help/services/${saved.slug}`, '/help/services', '/help/services?postcode=90041'].map(async (path) =>
      (await fetch(app.url + path)).text(),
    ),
  );
  const responses = [...answers.map((answer) => JSON.stringify(answer.data)), ...pages];
  for (const text of responses) {
    expect(text).toContain('Kept shelter');
    // The pages repeat the ZIP code that was searched for.
    const withoutSearch = text
      .replace(/<ul class="chips active".*?<\/ul>/s, '')
      .replaceAll('postcode=90041', '')
      .replaceAll('value="90041"', '');
    expect(withoutSearch).not.toMatch(/canar|90041|310-?555-?0199/i);
  }
  for (const text of ['canary', 'Canaryville', 'Lane', '90041'])
    expect(await names({ filter: { text } })).not.toContain('Kept shelter');
  // Staff see every field.
  const { data } = await app.graphql<{ managedService: object }>(
    'query ($id: ID!) { managedService(id: $id) { address city postcode phone } }',
    { id: saved.id },
    keeper,
  );
  expect(data.managedService).toMatchObject({ address: '7 Canary Lane', postcode: '90041' });
});

test('keeps each part confidential on its own, and the address along with the city', async () => {
  const phone = await added({ name: 'By mail', confidentialParts: ['PHONE'] });
  const { data } = await app.graphql<{ service: object }>(
    'query ($slug: String!) { service(slug: $slug) { phone email address isAddressConfidential } }',
    { slug: phone.slug },
  );
  expect(data.service).toEqual({
    phone: null,
    email: 'night@example.org',
    address: '12 Hidden Lane',
    isAddressConfidential: false,
  });
  expect((await added({ name: 'No city', confidentialParts: ['CITY'] })).confidentialParts.sort()).toEqual([
    'ADDRESS',
    'CITY',
  ]);
});

test('reveals no confidential address by distance', async () => {
  expect(faultsOf(await create(serviceInput({ confidentialParts: ['ADDRESS'], searchPostcode: '90042' })))).toEqual({
    searchPostcode: 'tells-the-place',
  });
  const saved = await added({ name: 'Hidden house', confidentialParts: ['ADDRESS'] });
  expect(saved.searchPostcode).toBeNull();
  const findNear = async (postcode: string) =>
    (await list({ near: { postcode, withinKm: 5, includeFar: true }, first: 100 })).edges.find(
      ({ node }) => node.name === 'Hidden house',
    )!.node.distanceKm;
  expect([await findNear('90042'), await findNear('10007')]).toEqual([null, null]);
  // The database enforces it as well.
  await expect(
    app.db.query(`UPDATE learning.service SET search_postcode = postcode WHERE id = $1`, [saved.id]),
  ).rejects.toThrow(/service_place_kept/);
});

test('lists the nearest services first across pages, and ignores an unknown ZIP code', async () => {
  await runAsOwner(app, 'DELETE FROM learning.service');
  await added({ name: 'Across the country', postcode: '10007' });
  await added({ name: 'Downtown', postcode: '90012' });
  await added({ name: 'Around the corner', postcode: '90042' });
  await added({ name: 'Next door', postcode: '90041' });
  const near = { postcode: '90042-1234', withinKm: 20 };
  expect(await names({ near })).toEqual(['Around the corner', 'Next door', 'Downtown']);
  expect((await list({ near })).edges.map(({ node }) => node.distanceKm)).toEqual([0, 3, 7]);
  const seen: string[] = [];
  for (let after: string | null = null; ;) {
    const { edges }: Awaited<ReturnType<typeof list>> = await list({ near, first: 1, after });
    if (edges.length === 0) break;
    seen.push(edges[0]!.node.name);
    after = edges[0]!.cursor;
  }
  expect(seen).toEqual(['Around the corner', 'Next door', 'Downtown']);
  expect(await list({ near: { postcode: '00000' } })).toMatchObject({ postcodeKnown: false, totalCount: 4 });
  const far = await app.graphql('{ services(near: { postcode: "90042", withinKm: 999 }) { totalCount } }');
  expect(refusal(far)).toBe('BAD_INPUT');
});

test('finds services by language and by words in any spelling', async () => {
  await added({ name: 'Clínica', languages: ['es'], description: 'A doctor.' });
  expect(await names({ filter: { text: 'clinica' } })).toEqual(['Clínica']);
  expect(await names({ filter: { language: 'ES', text: 'doctor' } })).toEqual(['Clínica']);
  expect(await names({ filter: { language: 'ko' } })).toEqual([]);
});

test('keeps an overdue service on the site and reports it to staff', async () => {
  const { id } = await aService(app.db, { published: true, assureBy: '2026-11-30' });
  const countWaiting = async () =>
    (await app.graphql<{ directoryTasks: { services: number } }>('{ directoryTasks { services } }', {}, keeper)).data
      .directoryTasks.services;
  expect([await countWaiting(), (await names()).includes('Service')]).toEqual([1, true]);
  const { data } = await app.graphql<{ allServices: { edges: Array<{ node: { id: string; stale: boolean } }> } }>(
    '{ allServices(filter: { due: true }) { edges { node { id stale } } } }',
    {},
    keeper,
  );
  expect(data.allServices.edges.map(({ node }) => node)).toEqual([{ id, stale: true }]);
  await app.graphql('mutation ($id: ID!) { assureService(id: $id) { id } }', { id }, keeper);
  expect([await countWaiting(), (await names()).includes('Service')]).toEqual([0, true]);
});

test('never rates a service', async () => {
  const { data } = await app.graphql<{ __type: { fields: Array<{ name: string }> } }>(
    '{ __type(name: "Service") { fields { name } } }',
  );
  expect(data.__type.fields.filter(({ name }) => /rating|score|stars|review/i.test(name))).toEqual([]);
});

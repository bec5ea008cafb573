import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { serviceInput } from '@upstander/tests/support/services.js';

let app: TestApp;
let keeper: { cookie: string };

beforeAll(async () => {
  app = await startApp();
  app.clock.set('2026-12-01T18:00:00Z');
  keeper = await app.signedIn({ name: 'Mo', role: 'moderator' });
  const confidential = { confidentialParts: ['ADDRESS', 'CITY'] };
  await added({ name: 'Shelter in Los Angeles', ...confidential, servedAreas: ['06037'] });
  await added({ name: 'Shelter in New York', ...confidential, servedAreas: ['36061', '36047'] });
  await added({ name: 'A house somewhere', ...confidential });
  await added({ name: 'California hotel vouchers', ...confidential, servedAreas: ['06'] });
  await added({ name: 'Beds across the country', ...confidential, servedAreas: ['US'] });
  await added({ name: 'Walk-in in Pasadena', postcode: '91101', servedAreas: ['06037'] });
});
afterAll(() => app.close());

async function added(parts: Record<string, unknown>): Promise<void> {
  const { data } = await save(parts);
  await app.graphql('mutation ($id: ID!) { publishService(id: $id) { id } }', { id: data.createService.id }, keeper);
}

const save = (parts: Record<string, unknown>) =>
  app.graphql<{ createService: { id: string } }>(
    'mutation ($input: ServiceInput!) { createService(input: $input) { id } }',
    { input: serviceInput(parts) },
    keeper,
  );

async function findServices(postcode: string, includeFar = true) {
  const { data } = await app.graphql<{
    services: { edges: Array<{ node: { name: string; isNear: boolean; servedAreaNames: string[] } }> };
  }>(
    `query ($near: NearService!) { services(near: $near, first: 20) { edges { node { name isNear servedAreaNames } } } }`,
    { near: { postcode, withinKm: 80, includeFar } },
  );
  return data.services.edges.map(({ node }) => node);
}

test('treats a confidential service as near where it serves the county, state or country, and as far elsewhere', async () => {
  expect((await findServices('10002')).map(({ name, isNear }) => [name, isNear])).toEqual([
    ['Shelter in New York', true],
    ['Beds across the country', true],
    ['Walk-in in Pasadena', false],
    ['A house somewhere', false],
    ['California hotel vouchers', false],
    ['Shelter in Los Angeles', false],
  ]);
  // Beverly Hills: in the county, about 25 km from Pasadena.
  expect((await findServices('90210')).map(({ name, isNear }) => [name, isNear])).toEqual([
    ['Shelter in Los Angeles', true],
    ['Walk-in in Pasadena', true],
    ['California hotel vouchers', true],
    ['Beds across the country', true],
    ['A house somewhere', false],
    ['Shelter in New York', false],
  ]);
});

test('lists services in the same state before those in other states', async () => {
  const far = (await findServices('94103')).filter(({ isNear }) => !isNear).map(({ name }) => name);
  expect(far.indexOf('Shelter in Los Angeles')).toBeLessThan(far.indexOf('Shelter in New York'));
});

test('returns only nearby services unless distant ones are requested', async () => {
  expect((await findServices('10002', false)).map(({ name }) => name)).toEqual([
    'Shelter in New York',
    'Beds across the country',
  ]);
});

test('finds services of both counties for a ZIP code in two', async () => {
  // 10463 is in the Bronx and in Manhattan.
  expect((await findServices('10463')).find(({ name }) => name === 'Shelter in New York')).toMatchObject({
    isNear: true,
    servedAreaNames: ['New York County, NY', 'Kings County, NY'],
  });
});

test('shows distant services below under their own heading in the finder and the list', async () => {
  const body = new URLSearchParams({ step: 'result', happening: 'sleep', postcode: '10002' });
  const answers = [
    await fetch(`${app.url}/help/find`, { method: 'POST', body, headers: { origin: app.url } }),
    await fetch(`${app.url}/help/services?postcode=10002`),
  ];
  for (const answer of answers) {
    const [near = '', far = ''] = (await answer.text()).split('These may be far from you');
    expect([near.includes('Shelter in New York'), near.includes('Shelter in Los Angeles')]).toEqual([true, false]);
    expect([far.includes('Shelter in New York'), far.includes('Shelter in Los Angeles')]).toEqual([false, true]);
  }
});

test('finds states and counties by name, and refuses an unknown code', async () => {
  const areas = async (text: string) =>
    (
      await app.graphql<{ servedAreas: Array<{ code: string; label: string }> }>(
        'query ($text: String!) { servedAreas(text: $text) { code label } }',
        { text },
        keeper,
      )
    ).data.servedAreas;
  expect((await areas('los ang')).map(({ label }) => label)).toEqual(['Los Angeles County, CA']);
  expect((await areas('new york'))[0]).toEqual({ code: '36', label: 'New York' });
  expect(await areas('100%')).toEqual([]);
  for (const code of ['06999', 'XX', '06037 ']) {
    const fields = (await save({ servedAreas: [code] })).errors?.[0]?.extensions.details?.['fields'];
    expect([code, fields]).toEqual([code, code === '06037 ' ? undefined : { servedAreas: 'not-an-area' }]);
  }
});

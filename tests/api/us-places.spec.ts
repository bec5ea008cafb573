import { writeUsPlaces } from '@upstander/db';
import { startApp, type TestApp } from '../support/app.js';
import { runAsOwner, inOwnerTransaction } from '../support/tampering.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const load = () => inOwnerTransaction(app, (tx) => writeUsPlaces(tx));

test('a migrated database contains the ZIP codes of the country with their counties', async () => {
  const [count] = await app.db.query<{ n: number }>('SELECT count(*)::integer AS n FROM platform.postcode');
  expect(count!.n).toBeGreaterThan(41_000);
  expect(
    await app.db.query(
      `SELECT p.code, string_agg(a.label, '; ' ORDER BY a.code) AS counties
       FROM platform.postcode p JOIN platform.area a ON a.code = ANY (p.counties)
       WHERE p.code IN ('60601', '90210', '94103', '00601', '20500') GROUP BY p.code ORDER BY p.code`,
    ),
  ).toEqual([
    { code: '00601', counties: 'Adjuntas Municipio, PR; Ponce Municipio, PR' },
    { code: '20500', counties: 'District of Columbia, DC' },
    { code: '60601', counties: 'Cook County, IL' },
    { code: '90210', counties: 'Los Angeles County, CA' },
    { code: '94103', counties: 'San Francisco County, CA' },
  ]);
  expect(await app.db.query(`SELECT code FROM platform.postcode WHERE counties = '{}'`)).toEqual([]);
  expect(
    await app.db.query(
      `SELECT p.code FROM platform.postcode p, unnest(p.counties) AS w (code) LEFT JOIN platform.area a ON a.code = w.code
       WHERE a.code IS NULL`,
    ),
  ).toEqual([]);
});

test('every public search accepts ZIP codes across the country', async () => {
  for (const zip of ['60601', '90210', '94103'])
    for (const path of ['/events?', '/events?view=shifts&', '/help/services?']) {
      const html = await (await fetch(`${app.url}${path}postcode=${zip}`)).text();
      expect([path, zip, /find th(?:at|is) ZIP/.test(html)]).toEqual([path, zip, false]);
    }
  // The same pages report a ZIP code that doesn't exist.
  expect(await (await fetch(`${app.url}/help/services?postcode=00000`)).text()).toContain('find that ZIP code');
});

test('reloading changes nothing, and a newer release updates shipped rows and keeps those an operator added', async () => {
  await runAsOwner(app, `INSERT INTO platform.postcode (code, latitude, longitude) VALUES ('00000', 1, 1)`);
  await runAsOwner(app, `UPDATE platform.postcode SET latitude = 0 WHERE code = '90210'`);
  const latitude = async () =>
    (await app.db.query<{ latitude: number }>(`SELECT latitude FROM platform.postcode WHERE code = '90210'`))[0]
      ?.latitude;
  await load();
  expect(await latitude()).toBe(0);
  await runAsOwner(app, `UPDATE platform.shipped_data SET version = 'older'`);
  await load();
  expect(await latitude()).toBe(34.0901);
  expect(await app.db.query(`SELECT code FROM platform.postcode WHERE code = '00000'`)).toHaveLength(1);
});

test('services with a county from before county codes are found by it after the upgrade', async () => {
  await runAsOwner(
    app,
    `WITH o AS (INSERT INTO learning.organization (name) VALUES ('House') RETURNING id)
     INSERT INTO learning.service (organization_id, slug, name, needs, description, assured_on, assure_by, area, region)
     SELECT o.id, s.slug, s.slug, '{food}', 'Food.', '2026-01-01', '2099-01-01', s.area, s.region
     FROM o, (VALUES ('in-la', 'Los Angeles County', 'CA'), ('elsewhere', 'The north', 'CA')) AS s (slug, area, region)`,
  );
  await runAsOwner(app, 'DELETE FROM platform.shipped_data');
  await load();
  expect(await app.db.query('SELECT slug, served_areas FROM learning.service ORDER BY slug')).toEqual([
    { slug: 'elsewhere', served_areas: [] },
    { slug: 'in-la', served_areas: ['06037'] },
  ]);
});

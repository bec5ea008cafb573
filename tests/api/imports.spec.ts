import { aCampaign } from '../support/factories.fundraising.js';
import { Finance } from '../support/finance.js';
import { tallyOf } from '../support/gifts.js';
import { ledgerTable, squeezed } from '../support/ledger-table.js';
import { asOwner } from '../support/tampering.js';

const now = new Date('2026-12-01T20:00:00Z');
const fields = `id fileName status rowsTotal rowsGood rowsImported rowsKnown rowsRefused finishedAt importedByName
  refusals { row column problem } preview { row externalRef campaign name method amount receivedOn }`;
const run = `mutation ($input: RunGiftImportInput!) { runGiftImport(input: $input) { ${fields} } }`;
const one = `query ($id: ID!) { giftImport(id: $id) { ${fields} } }`;

interface ShownImport {
  id: string;
  status: string;
  rowsTotal: number;
  rowsGood: number;
  rowsImported: number;
  rowsKnown: number;
  rowsRefused: number;
  refusals: unknown[];
  preview: unknown[];
}

let finance: Finance;
beforeAll(async () => {
  finance = await Finance.at(now);
});
afterAll(() => finance.app.close());

const header = 'external_ref,campaign,name,email,method,amount,received_on';
const upload = async (
  csv: string | Uint8Array<ArrayBuffer>,
  { cookie = finance.person.cookie, type = 'text/csv' } = {},
): Promise<{ status: number; body: ShownImport & { code?: string } }> => {
  const response = await fetch(`${finance.app.url}/imports/gifts?fileName=old%20list.csv`, {
    method: 'POST',
    headers: { 'content-type': type, cookie, 'sec-fetch-site': 'same-origin' },
    body: csv,
  });
  return { status: response.status, body: (await response.json()) as ShownImport & { code?: string } };
};
const rows = (...lines: string[]) =>
  [header, ...lines.map((line) => line.replace('*', finance.campaign.slug))].join('\n');
const goodFile = () =>
  rows(
    'A-1,*,Ana Reyes,ana@example.org,cheque,"1,250.00",2025-03-01',
    'A-2,*,Ben,,cash,20,2025-03-02',
    'A-3,*,Ana Reyes,ana@example.org,bank,5.50,2025-03-03',
    'A-4,nowhere,Cleo,,cash,20,2025-03-04',
    'A-5,*,Dee,,cash,,2025-03-04',
  );
const imported = async (id: string) => {
  await finance.does(run, { input: { id } });
  await finance.app.runJob('import-gifts');
  return finance.does<ShownImport>(one, { id });
};

test('a file is read and checked first: what is good is shown, what is not is named, nothing is imported', async () => {
  const { status, body } = await upload(goodFile());
  expect(status).toBe(201);
  expect(body).toMatchObject({
    fileName: 'old list.csv',
    status: 'checked',
    rowsTotal: 5,
    rowsGood: 3,
    rowsRefused: 2,
    rowsImported: 0,
    refusals: [
      { row: 5, column: 'campaign', problem: 'unknown-campaign' },
      { row: 6, column: 'amount', problem: 'missing' },
    ],
  });
  expect(body.preview[0]).toEqual({
    row: 2,
    externalRef: 'A-1',
    campaign: finance.campaign.slug,
    name: 'Ana Reyes',
    method: 'cheque',
    amount: '1250.00 USD',
    receivedOn: '2025-03-01',
  });
  expect(await tallyOf(finance.app.db, finance.campaign.id)).toMatchObject({ count: 0 });
});

test('then it is imported: gifts, books and totals, and no mail, because receipts were given long ago', async () => {
  const { body } = await upload(goodFile());
  expect(await imported(body.id)).toMatchObject({ status: 'DONE', rowsImported: 3, rowsKnown: 0, preview: [] });
  expect(squeezed(await ledgerTable(finance.app.db))).toBe(
    squeezed(`
      bank              5.50
      offline-cash   1270.00
      fund          -1275.50
    `),
  );
  expect(await tallyOf(finance.app.db, finance.campaign.id)).toEqual({ count: 3, raised: 127_550, agrees: true });
  await finance.app.runJob('issue-receipts');
  expect(await finance.app.db.query('SELECT template FROM notifications.mail')).toEqual([]);
  expect(await finance.app.db.query('SELECT FROM fundraising.gift_import_row WHERE import_id = $1', [body.id])).toEqual(
    [],
  );
});

test('a second run, and the same file once more, import nothing twice', async () => {
  const before = await tallyOf(finance.app.db, finance.campaign.id);
  const again = await upload(goodFile());
  expect(again.body).toMatchObject({ rowsKnown: 3, preview: [] });
  expect(await imported(again.body.id)).toMatchObject({ status: 'DONE', rowsImported: 0, rowsKnown: 3 });
  await imported(again.body.id);
  expect(await tallyOf(finance.app.db, finance.campaign.id)).toEqual(before);
});

test('two files with the same gifts, checked before either ran: the second finds them known', async () => {
  const file = () => rows('B-1,*,Ana,,cash,1,2025-04-01', 'B-2,*,Ana,,cash,2,2025-04-01');
  const [first, second] = [await upload(file()), await upload(file())];
  await imported(first.body.id);
  expect(await imported(second.body.id)).toMatchObject({ rowsImported: 0, rowsKnown: 2 });
  expect((await tallyOf(finance.app.db, finance.campaign.id)).agrees).toBe(true);
});

test('a long file goes in by chunks, and a worker that dies in the middle loses and doubles nothing', async () => {
  const lines = Array.from({ length: 450 }, (_, n) => `C-${n},*,Ana,,cash,1,2025-05-01`);
  const { body } = await upload(rows(...lines));
  await finance.does(run, { input: { id: body.id } });
  // The third chunk meets a fault; what was committed before stays.
  await asOwner(
    finance.app,
    `CREATE FUNCTION fundraising.fall_over() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
       IF (SELECT count(*) FROM fundraising.gift WHERE external_ref LIKE 'import:C-%') >= 400 THEN
         RAISE EXCEPTION 'The power is out.';
       END IF;
       RETURN NULL;
     END $$`,
  );
  await asOwner(
    finance.app,
    'CREATE TRIGGER fall_over AFTER INSERT ON fundraising.gift FOR EACH STATEMENT EXECUTE FUNCTION fundraising.fall_over()',
  );
  await expect(finance.app.runJob('import-gifts')).rejects.toThrow('The power is out.');
  expect(await finance.does<ShownImport>(one, { id: body.id })).toMatchObject({
    status: 'IMPORTING',
    rowsImported: 200,
  });
  await asOwner(finance.app, 'DROP TRIGGER fall_over ON fundraising.gift');
  await Promise.all([finance.app.runJob('import-gifts'), finance.app.runJob('import-gifts')]);
  await finance.app.runJob('import-gifts');
  expect(await finance.does<ShownImport>(one, { id: body.id })).toMatchObject({ status: 'DONE', rowsImported: 450 });
  expect((await tallyOf(finance.app.db, finance.campaign.id)).agrees).toBe(true);
});

test('what cannot be read is refused in words, before anything is kept', async () => {
  expect((await upload('campaign,name\nx,y')).body.code).toBe('CSV_COLUMNS_MISSING');
  expect((await upload(header)).body.code).toBe('CSV_EMPTY');
  expect((await upload(new Uint8Array([0xff, 0xfe]))).body.code).toBe('NOT_A_CSV');
  expect((await upload('a'.repeat(9 * 1024 * 1024))).body.code).toBe('FILE_TOO_LARGE');
  expect((await upload('{}', { type: 'application/json' })).body.code).toBe('BAD_INPUT');
});

test("rows for another chapter's fundraiser read like rows for none, and files are for who brought them", async () => {
  const other = await aCampaign(finance.app.db);
  const { body } = await upload(rows(`D-1,${other.slug},Ana,,cash,1,2025-05-01`));
  expect(body.refusals).toEqual([{ row: 2, column: 'campaign', problem: 'unknown-campaign' }]);
  const colleague = await finance.app.signedIn({ role: 'finance', chapterId: other.chapterId });
  const asked = await finance.app.graphql(one, { id: body.id }, { cookie: colleague.cookie });
  expect(asked.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  const all = await finance.app.signedIn({ role: 'finance' });
  const seen = await finance.app.graphql<{ giftImports: unknown[] }>(
    '{ giftImports { id } }',
    {},
    { cookie: all.cookie },
  );
  expect(seen.data.giftImports.length).toBeGreaterThan(3);
});

test('nobody but finance brings files', async () => {
  const organizer = await finance.app.signedIn({ role: 'organizer', chapterId: finance.campaign.chapterId });
  expect((await upload(goodFile(), organizer)).status).toBe(403);
  expect((await upload(goodFile(), { cookie: '' })).status).toBe(401);
});

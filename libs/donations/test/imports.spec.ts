import { aCampaign } from '@upstander/tests/support/factories.fundraising.js';
import { Finance } from '@upstander/tests/support/finance.js';
import { progressOf } from '@upstander/tests/support/gifts.js';
import { ledgerTable, removePadding } from '@upstander/tests/support/ledger-table.js';
import { runAsOwner } from '@upstander/tests/support/tampering.js';

const now = new Date('2026-12-01T20:00:00Z');
const fields = `id fileName status problem missingColumns rowsRead rowsTotal rowsValid rowsImported rowsExisting rowsRefused finishedAt importedByName
  refusals { row column problem } preview { row externalRef campaign name method amount receivedOn }`;
const run = `mutation ($input: RunGiftImportInput!) { runGiftImport(input: $input) { ${fields} } }`;
const importQuery = `query ($id: ID!) { giftImport(id: $id) { ${fields} } }`;

interface ShownImport {
  id: string;
  status: string;
  problem: string | null;
  missingColumns: string[];
  rowsTotal: number;
  rowsRead: number;
  rowsValid: number;
  rowsImported: number;
  rowsExisting: number;
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
const checkFile = async (csv: string | Uint8Array<ArrayBuffer>) => {
  const { body } = await upload(csv);
  await finance.app.runJob('check-gift-imports');
  return finance.does<ShownImport>(importQuery, { id: body.id });
};
const csvFile = (...lines: string[]) =>
  [header, ...lines.map((line) => line.replace('*', finance.campaign.slug))].join('\n');
const validFile = () =>
  csvFile(
    'A-1,*,Ana Reyes,ana@example.org,cheque,"1,250.00",2025-03-01',
    'A-2,*,Ben,,cash,20,2025-03-02',
    'A-3,*,Ana Reyes,ana@example.org,bank,5.50,2025-03-03',
    'A-4,nowhere,Cleo,,cash,20,2025-03-04',
    'A-5,*,Dee,,cash,,2025-03-04',
  );
const imported = async (id: string) => {
  await finance.does(run, { input: { id } });
  await finance.app.runJob('import-gifts');
  return finance.does<ShownImport>(importQuery, { id });
};

test('checks a file first: shows valid rows, lists problems and imports nothing', async () => {
  const { status, body } = await upload(validFile());
  expect(status).toBe(201);
  expect(body).toMatchObject({ fileName: 'old list.csv', status: 'checking', rowsRead: 0, refusals: [], preview: [] });
  await finance.app.runJob('check-gift-imports');
  const file = await finance.does<ShownImport>(importQuery, { id: body.id });
  expect(file).toMatchObject({
    status: 'CHECKED',
    rowsRead: 5,
    rowsTotal: 5,
    rowsValid: 3,
    rowsRefused: 2,
    rowsImported: 0,
    refusals: [
      { row: 5, column: 'campaign', problem: 'unknown-campaign' },
      { row: 6, column: 'amount', problem: 'missing' },
    ],
  });
  expect(file.preview[0]).toEqual({
    row: 2,
    externalRef: 'A-1',
    campaign: finance.campaign.slug,
    name: 'Ana Reyes',
    method: 'cheque',
    amount: '1250.00 USD',
    receivedOn: '2025-03-01',
  });
  expect(await progressOf(finance.app.db, finance.campaign.id)).toMatchObject({ count: 0 });
});

test('imports gifts with ledger and totals, but sends no emails', async () => {
  const body = await checkFile(validFile());
  expect(await imported(body.id)).toMatchObject({ status: 'DONE', rowsImported: 3, rowsExisting: 0, preview: [] });
  expect(removePadding(await ledgerTable(finance.app.db))).toBe(
    removePadding(`
      bank              5.50
      offline-cash   1270.00
      fund          -1275.50
    `),
  );
  expect(await progressOf(finance.app.db, finance.campaign.id)).toEqual({ count: 3, raised: 127_550, agrees: true });
  await finance.app.runJob('issue-receipts');
  expect(await finance.app.db.query('SELECT template FROM notifications.mail')).toEqual([]);
  expect(await finance.app.db.query('SELECT FROM fundraising.gift_import_row WHERE import_id = $1', [body.id])).toEqual(
    [],
  );
  const gifts = 'query ($id: ID!) { gifts(filter: { importId: $id }) { totalCount } }';
  expect(await finance.does(gifts, { id: body.id })).toEqual({ totalCount: 3 });
});

test('imports nothing twice when run again or with the same file', async () => {
  const before = await progressOf(finance.app.db, finance.campaign.id);
  const repeatedImport = await checkFile(validFile());
  expect(repeatedImport).toMatchObject({ rowsExisting: 3, preview: [] });
  expect(await imported(repeatedImport.id)).toMatchObject({ status: 'DONE', rowsImported: 0, rowsExisting: 3 });
  await imported(repeatedImport.id);
  expect(await progressOf(finance.app.db, finance.campaign.id)).toEqual(before);
});

test('recognizes gifts that another file has imported since the check', async () => {
  const file = () => csvFile('B-1,*,Ana,,cash,1,2025-04-01', 'B-2,*,Ana,,cash,2,2025-04-01');
  const [first, second] = [await checkFile(file()), await checkFile(file())];
  await imported(first.id);
  expect(await imported(second.id)).toMatchObject({ rowsImported: 0, rowsExisting: 2 });
  expect((await progressOf(finance.app.db, finance.campaign.id)).agrees).toBe(true);
});

test('imports a long file in chunks; a crash loses and duplicates nothing', async () => {
  const lines = Array.from({ length: 450 }, (_, n) => `C-${n},*,Ana,,cash,1,2025-05-01`);
  const body = await checkFile(csvFile(...lines));
  await finance.does(run, { input: { id: body.id } });
  // The third chunk fails; earlier commits remain.
  await runAsOwner(
    finance.app,
    `CREATE FUNCTION fundraising.fall_over() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
       IF (SELECT count(*) FROM fundraising.gift WHERE external_ref LIKE 'import:C-%') >= 400 THEN
         RAISE EXCEPTION 'The power is out.';
       END IF;
       RETURN NULL;
     END $$`,
  );
  await runAsOwner(
    finance.app,
    'CREATE TRIGGER fall_over AFTER INSERT ON fundraising.gift FOR EACH STATEMENT EXECUTE FUNCTION fundraising.fall_over()',
  );
  await expect(finance.app.runJob('import-gifts')).rejects.toThrow('The power is out.');
  expect(await finance.does<ShownImport>(importQuery, { id: body.id })).toMatchObject({
    status: 'IMPORTING',
    rowsImported: 200,
  });
  await runAsOwner(finance.app, 'DROP TRIGGER fall_over ON fundraising.gift');
  await Promise.all([finance.app.runJob('import-gifts'), finance.app.runJob('import-gifts')]);
  await finance.app.runJob('import-gifts');
  expect(await finance.does<ShownImport>(importQuery, { id: body.id })).toMatchObject({
    status: 'DONE',
    rowsImported: 450,
  });
  expect((await progressOf(finance.app.db, finance.campaign.id)).agrees).toBe(true);
});

test('resumes checking after a crash; concurrent workers check nothing twice', async () => {
  const lines = Array.from({ length: 1_200 }, (_, n) => `E-${n % 1_100},*,Ana,,cash,${n === 7 ? 'x' : 1},2025-05-01`);
  const { body } = await upload(csvFile(...lines));
  await runAsOwner(
    finance.app,
    `CREATE FUNCTION fundraising.fall_over_checking() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN
       IF NEW.rows_read > 500 THEN RAISE EXCEPTION 'The power is out.'; END IF;
       RETURN NEW;
     END $$`,
  );
  await runAsOwner(
    finance.app,
    `CREATE TRIGGER fall_over BEFORE UPDATE ON fundraising.gift_import FOR EACH ROW
     EXECUTE FUNCTION fundraising.fall_over_checking()`,
  );
  await expect(finance.app.runJob('check-gift-imports')).rejects.toThrow('The power is out.');
  const half = { status: 'CHECKING', rowsRead: 500, rowsTotal: 1_200, rowsValid: 499 };
  expect(await finance.does<ShownImport>(importQuery, { id: body.id })).toMatchObject(half);
  await runAsOwner(finance.app, 'DROP TRIGGER fall_over ON fundraising.gift_import');
  await Promise.all([finance.app.runJob('check-gift-imports'), finance.app.runJob('check-gift-imports')]);
  expect(await finance.does<ShownImport>(importQuery, { id: body.id })).toMatchObject({
    status: 'CHECKED',
    rowsRead: 1_200,
    rowsValid: 1_100,
    rowsRefused: 100,
  });
});

test('exports rejected rows as a file that can be corrected and uploaded again', async () => {
  const { id } = await checkFile(
    csvFile('F-1,*,Ana,,cash,x,2025-03-01', 'F-2,*,"=Ben, Jr",,cash,5,2025-03-01', 'F-3,*,Ana,,cash,5,2025-03-01'),
  );
  const path = `${finance.app.url}/imports/gifts/${id}/refused.csv`;
  const headers = { cookie: finance.person.cookie, 'sec-fetch-site': 'same-origin' };
  const file = Buffer.from(await (await fetch(path, { headers })).arrayBuffer()).toString();
  expect(file.split('\r\n')).toEqual([
    '\ufeffexternal_ref,campaign,name,email,method,amount,currency,received_on,anonymous,locale,in_kind_description,goods_description,goods_value,row,wrong_column,problem',
    `F-1,${finance.campaign.slug},Ana,"",cash,x,"",2025-03-01,"","","","","",2,amount,not-an-amount`,
    `F-2,${finance.campaign.slug},"'=Ben, Jr","",cash,5,"",2025-03-01,"","","","","",3,name,looks-like-a-formula`,
    '',
  ]);
  expect(await checkFile(file.replace(',x,', ',5,').replace("'=Ben", 'Ben'))).toMatchObject({
    rowsValid: 2,
    rowsRefused: 0,
  });
  // Rejected rows are deleted after 30 days.
  finance.app.clock.set(new Date(now.valueOf() + 31 * 86_400_000));
  await finance.app.runJob('keep-retention');
  finance.app.clock.set(now);
  expect((await (await fetch(path, { headers })).text()).trim().split('\r\n')).toHaveLength(1);
});

test('provides a template that passes the check', async () => {
  const headers = { cookie: finance.person.cookie, 'sec-fetch-site': 'same-origin' };
  const template = await (await fetch(`${finance.app.url}/imports/gifts-template.csv`, { headers })).text();
  expect(await checkFile(template.replace('address-of-the-fundraiser', finance.campaign.slug))).toMatchObject({
    rowsValid: 1,
    rowsRefused: 0,
  });
});

test('explains why a file cannot be read', async () => {
  expect(await checkFile('campaign,name\nx,y')).toMatchObject({
    status: 'REFUSED',
    problem: 'columns-missing',
    missingColumns: ['external_ref', 'method', 'amount', 'received_on'],
  });
  expect(await checkFile(header)).toMatchObject({ status: 'REFUSED', problem: 'empty' });
  expect((await upload('{}', { type: 'application/json' })).body.code).toBe('BAD_INPUT');
});

test("hides other chapters' fundraisers, and shows files only to their uploader", async () => {
  const other = await aCampaign(finance.app.db);
  const body = await checkFile(csvFile(`D-1,${other.slug},Ana,,cash,1,2025-05-01`));
  expect(body.refusals).toEqual([{ row: 2, column: 'campaign', problem: 'unknown-campaign' }]);
  const colleague = await finance.app.signedIn({ role: 'finance', chapterId: other.chapterId });
  const colleagueAnswer = await finance.app.graphql(importQuery, { id: body.id }, { cookie: colleague.cookie });
  expect(colleagueAnswer.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  const all = await finance.app.signedIn({ role: 'finance' });
  const visibleImports = await finance.app.graphql<{ giftImports: unknown[] }>(
    '{ giftImports { id } }',
    {},
    { cookie: all.cookie },
  );
  expect(visibleImports.data.giftImports.length).toBeGreaterThan(3);
});

test('accepts files from finance only', async () => {
  const organizer = await finance.app.signedIn({ role: 'organizer', chapterId: finance.campaign.chapterId });
  expect((await upload(validFile(), organizer)).status).toBe(403);
  expect((await upload(validFile(), { cookie: '' })).status).toBe(401);
});

import { RowChecks, type ValidRow, type ImportCampaign } from './check-rows.js';
import type { ImportRefusal } from './gift-import.entity.js';
import { readCsv } from './read-csv.js';

const campaign: ImportCampaign = {
  id: 'a0000000-0000-4000-8000-000000000000',
  slug: 'beds',
  currency: 'USD',
  language: 'en',
  timeZone: 'America/Los_Angeles',
  today: '2026-12-01',
};
const campaigns = new Map([['beds', campaign]]);
const header = 'external_ref,campaign,name,email,method,amount,received_on,anonymous,in_kind_description';
const checkFile = async (text: string) => {
  const checks = new RowChecks(campaigns);
  const goodRows: ValidRow[] = [];
  const refusals: ImportRefusal[] = [];
  for await (const row of readCsv(Buffer.from(text))) {
    const checkedRow = checks.check(row);
    if ('draft' in checkedRow) goodRows.push(checkedRow);
    else refusals.push(checkedRow);
  }
  return { good: goodRows, refusals };
};
const check = (...rows: string[]) => checkFile([header, ...rows].join('\n'));
const problemsOf = async (...rows: string[]) =>
  (await check(...rows)).refusals.map(({ row, column, problem }) => `${row} ${column}: ${problem}`);

test('converts a row to a gift with the exact amount', async () => {
  const { good: goodRows, refusals } = await check(
    'A-1,beds,Ana Reyes,ana@example.org,cheque,"1,234.56",2026-11-30,yes,',
  );
  expect(refusals).toEqual([]);
  expect(goodRows).toMatchObject([
    {
      n: 2,
      receivedOn: '2026-11-30',
      draft: {
        externalRef: 'import:A-1',
        name: 'Ana Reyes',
        email: 'ana@example.org',
        method: 'cheque',
        intended: '123456',
        anonymous: true,
        source: 'import',
      },
    },
  ]);
});

test.each([
  ['A,nowhere,Ana,,cash,5,2026-11-30,,', '2 campaign: unknown-campaign'],
  ['A,beds,,,cash,5,2026-11-30,,', '2 name: missing'],
  [',beds,Ana,,cash,5,2026-11-30,,', '2 external_ref: missing'],
  ['A,beds,Ana,not an address,cash,5,2026-11-30,,', '2 email: not-an-address'],
  ['A,beds,Ana,,card,5,2026-11-30,,', '2 method: unknown-method'],
  ['A,beds,Ana,,cash,five,2026-11-30,,', '2 amount: not-an-amount'],
  ['A,beds,Ana,,cash,,2026-11-30,,', '2 amount: missing'],
  ['A,beds,Ana,,cash,0,2026-11-30,,', '2 amount: not-positive'],
  ['A,beds,Ana,,cash,-5,2026-11-30,,', '2 amount: not-an-amount'],
  ['A,beds,Ana,,cash,19.999,2026-11-30,,', '2 amount: not-an-amount'],
  ['A,beds,Ana,,cash,99999999999,2026-11-30,,', '2 amount: too-large'],
  ['A,beds,Ana,,cash,5,11/30/2026,,', '2 received_on: not-a-day'],
  ['A,beds,Ana,,cash,5,2026-02-30,,', '2 received_on: not-a-day'],
  ['A,beds,Ana,,cash,5,2026-12-02,,', '2 received_on: in-the-future'],
  ['A,beds,Ana,,cash,5,1889-12-02,,', '2 received_on: out-of-range'],
  ['A,beds,Ana,,cash,5,2026-11-30,maybe,', '2 anonymous: not-yes-or-no'],
  ['A,beds,Ana,,in kind,5,2026-11-30,,Ten blankets', '2 amount: not-for-a-gift-in-kind'],
  ['A,beds,Ana,,in kind,,2026-11-30,,', '2 in_kind_description: missing'],
  ['A,beds,"=HYPERLINK(""x"")",,cash,5,2026-11-30,,', '2 name: looks-like-a-formula'],
  ['A,beds,@SUM(A1),,cash,5,2026-11-30,,', '2 name: looks-like-a-formula'],
  ['A,beds,＝SUM(A1),,cash,5,2026-11-30,,', '2 name: looks-like-a-formula'],
  ['A,beds,\u200b=1,,cash,5,2026-11-30,,', '2 name: looks-like-a-formula'],
  ["A,beds,'+1,,cash,5,2026-11-30,,", '2 name: looks-like-a-formula'],
])('rejects %s with %s', async (row, problem) => {
  expect(await problemsOf(row)).toEqual([problem]);
});

test('reports each problem with its row and keeps the valid rows', async () => {
  const { good: goodRows, refusals } = await check(
    'A,beds,Ana,,cash,5,2026-11-30,,',
    '',
    'B,beds,Ben,,cash,x,2026-11-30,,',
    'A,beds,Ana,,cash,5,2026-11-30,,',
    'C,beds,Cleo,,in kind,,2026-11-30,,Ten blankets',
  );
  expect(goodRows.map(({ n }) => n)).toEqual([2, 6]);
  expect(refusals).toEqual([
    { row: 4, column: 'amount', problem: 'not-an-amount' },
    { row: 5, column: 'external_ref', problem: 'repeated-in-this-file' },
  ]);
});

test.each([
  [
    'semicolons and a byte order mark',
    '\ufeffExternal ref;Campaign;Name;Method;Amount;Received on\nA;beds;Ana;cash;12,50;2026-11-30',
  ],
  ['tabs', 'external_ref\tcampaign\tname\tmethod\tamount\treceived_on\nA\tbeds\tAna\tcash\t12.50\t2026-11-30'],
  [
    'Windows line endings',
    'external_ref,campaign,name,method,amount,received_on\r\nA,beds,Ana,cash,12.50,2026-11-30\r\n',
  ],
])('reads a file with %s', async (_, text) => {
  expect((await checkFile(text)).good[0]?.draft.intended).toBe('1250');
});

test.each([
  ['a missing column', Buffer.from('campaign,name\nbeds,Ana'), 'columns-missing'],
  ['an open quotation mark', Buffer.from(`${header}\n"A,beds`), 'quotation-marks'],
  ['bytes that are not UTF-8', Buffer.from([0xff, 0xfe, 0x41, 0x00]), 'not-utf8'],
  ['no content', Buffer.alloc(0), 'columns-missing'],
])('rejects a file with %s', async (_, bytes, problem) => {
  await expect(readCsv(bytes).next()).rejects.toMatchObject({ problem });
});

test('yields to other tasks while reading a long file', async () => {
  const header = 'external_ref,campaign,name,method,amount,received_on';
  const lines = Array.from({ length: 20_000 }, (_, n) => `A-${n},beds,Ana ${'x'.repeat(100)},cash,5,2026-11-30`);
  let yieldCount = 0;
  let reading = true;
  const yieldToOthers = (): void => {
    yieldCount += 1;
    if (reading) setImmediate(yieldToOthers);
  };
  setImmediate(yieldToOthers);
  const rowsIn = new Map<number, number>();
  for await (const { n } of readCsv(Buffer.from([header, ...lines].join('\n')))) {
    if (n > 0) rowsIn.set(yieldCount, (rowsIn.get(yieldCount) ?? 0) + 1);
  }
  reading = false;
  expect(Math.max(...rowsIn.values())).toBeLessThanOrEqual(2_000);
});

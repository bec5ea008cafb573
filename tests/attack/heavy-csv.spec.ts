import { Finance } from '../support/finance.js';

/*
 * Files that are expensive to read and hold no usable rows. The cost is counted in rows, not seconds: reading stops at
 * the first row past the limit, and the process that serves requests reads none of it.
 */

const header = 'external_ref,campaign,name,method,amount,received_on';
const mostBytes = 8 * 1024 * 1024;
const one = 'query ($id: ID!) { giftImport(id: $id) { status problem rowsRead rowsTotal rowsRefused } }';

let finance: Finance;
beforeAll(async () => {
  finance = await Finance.at(new Date('2026-12-01T20:00:00Z'));
});
afterAll(() => finance.app.close());

const upload = async (bytes: Uint8Array | string): Promise<{ status: number; body: { id: string; code?: string } }> => {
  const response = await fetch(`${finance.app.url}/imports/gifts`, {
    method: 'POST',
    headers: { 'content-type': 'text/csv', cookie: finance.person.cookie, 'sec-fetch-site': 'same-origin' },
    body: bytes as Uint8Array<ArrayBuffer>,
  });
  return { status: response.status, body: (await response.json()) as { id: string; code?: string } };
};

const fileFilledWith = (text: string) =>
  `${header}\n${text.repeat(Math.floor((mostBytes - header.length - 1) / text.length))}`;

test.each<[string, Uint8Array | string, string]>([
  ['2.6 million short lines', fileFilledWith('a,b'), 'row-too-long'],
  ['2 million lines of two cells', fileFilledWith('a,b\n'), 'too-many-rows'],
  ['8 million empty lines', fileFilledWith('\n'), 'too-many-rows'],
  ['4 million empty CRLF lines', fileFilledWith('\r\n'), 'too-many-rows'],
  ['empty lines before the header', '\n'.repeat(mostBytes), 'too-many-rows'],
  ['one line of 8 MB', 'a'.repeat(mostBytes), 'row-too-long'],
  ['one line of 8 million cells', fileFilledWith(','), 'row-too-long'],
  ['one blank line of 8 MB', fileFilledWith(' '), 'row-too-long'],
  ['a quotation mark that is never closed', `${header}\n"${'a\n'.repeat(3_000_000)}`, 'row-too-long'],
  ['a header that is never closed', `"${'a\n'.repeat(3_000_000)}`, 'row-too-long'],
  ['only quotation marks', fileFilledWith('"'), 'row-too-long'],
  ['misplaced quotation marks', fileFilledWith('a"b\n'), 'quotation-marks'],
  ['a NUL', `${header}\nA,\0,Ana,cash,5,2026-11-30`, 'not-utf8'],
  ['UTF-16', Buffer.from(`\ufeff${header}\nA,beds,Ana,cash,5,2026-11-30`, 'utf16le'), 'not-utf8'],
  ['Latin', Buffer.from(`${header}\nA,beds,Peña,cash,5,2026-11-30`, 'latin1'), 'not-utf8'],
  ['only a byte order mark', '\ufeff', 'columns-missing'],
])('rejects %s with a bounded amount of work', async (_, bytes, problem) => {
  const { status, body } = await upload(bytes);
  expect(status).toBe(201);
  await finance.app.runJob('check-gift-imports');
  expect(await finance.does(one, { id: body.id })).toEqual({
    status: 'REFUSED',
    problem,
    rowsRead: 0,
    rowsTotal: 0,
    rowsRefused: 0,
  });
  const stored = await finance.app.db.query('SELECT content FROM fundraising.gift_import WHERE id = $1', [body.id]);
  expect(stored).toEqual([{ content: null }]);
});

test('rejects more than 8 MB with a reason', async () => {
  const { status, body } = await upload('a'.repeat(mostBytes + 1));
  expect([status, body.code]).toEqual([400, 'FILE_TOO_LARGE']);
});

test('answers other requests while a long file is checked', async () => {
  const lines = Array.from({ length: 20_000 }, (_, n) => `A-${n},${finance.campaign.slug},Ana,cash,x,2026-11-30`);
  const { body } = await upload([header, ...lines].join('\n'));
  let checking = true;
  const job = finance.app.runJob('check-gift-imports').then(() => (checking = false));
  const answeredMeanwhile = [];
  while (checking) {
    await finance.asks('{ me { id } }');
    answeredMeanwhile.push(checking);
  }
  await job;
  expect(answeredMeanwhile.filter(Boolean).length).toBeGreaterThan(10);
  expect(await finance.does(one, { id: body.id })).toMatchObject({
    status: 'CHECKED',
    rowsRead: 20_000,
    rowsRefused: 20_000,
  });
});

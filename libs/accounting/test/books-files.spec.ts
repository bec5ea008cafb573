import { parse } from 'csv-parse/sync';
import { startApp, type TestApp } from '@upstander/tests/support/app.js';
import { eventually } from '@upstander/tests/support/eventually.js';
import { aCampaign, aPaidGift, postAll } from '@upstander/tests/support/factories.fundraising.js';

let app: TestApp;
let finance: { cookie: string };

beforeAll(async () => {
  app = await startApp();
  finance = await app.signedIn({ role: 'finance' });
});
afterAll(() => app.close());

describe('CSV exports', () => {
  const fetched = (path: string, as?: { cookie: string }) =>
    fetch(app.url + path, { headers: as ? { cookie: as.cookie, 'sec-fetch-site': 'same-origin' } : {} });
  const readRows = async (path: string, as: { cookie: string } = finance): Promise<Array<Record<string, string>>> =>
    parse(await (await fetched(path, as)).text(), { columns: true });

  test('contain one line per ledger posting, with decimal amounts', async () => {
    const yen = await aCampaign(app.db, { title: '=HYPERLINK("http://evil.example")', currency: 'JPY' });
    const gift = await aPaidGift(app.db, {
      campaignId: yen.id,
      intendedMinor: 5_000,
      feeMinor: null,
      paidAt: new Date('2026-04-01T00:00:00Z'),
    });
    const usd = await aPaidGift(app.db, {
      intendedMinor: 5_005,
      feeMinor: 176,
      paidAt: new Date('2026-04-02T00:00:00Z'),
    });
    const response = await fetched(`/exports/ledger.csv?campaign=${yen.id}`, finance);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="ledger.csv"');
    const [cash, fund, ...more] = await readRows(`/exports/ledger.csv?campaign=${yen.id}`);
    expect(more).toEqual([]);
    expect(cash).toMatchObject({ account: 'stripe-balance', currency: 'JPY', debit: '5000', credit: '', owner: '' });
    expect(fund).toMatchObject({
      happened_at: '2026-04-01T00:00:00+00:00',
      kind: 'charge',
      reference: `charge:${gift.chargeId}`,
      account: 'fund',
      owner: `'=HYPERLINK("http://evil.example")`,
      debit: '',
      credit: '5000',
    });
    const april = await readRows('/exports/ledger.csv?from=2026-04-02&to=2026-04-02');
    expect(april.map(({ account, debit, credit }) => [account, debit, credit]).sort()).toEqual([
      ['fund', '', '50.05'],
      ['processing-fees', '1.76', ''],
      ['stripe-balance', '', '1.76'],
      ['stripe-balance', '50.05', ''],
    ]);
    expect(april[0]!['subject']).toBe(usd.id);
  });

  test('match the filtered list of gifts, with dates in the requested time zone', async () => {
    const campaign = await aCampaign(app.db);
    const defaults = { campaignId: campaign.id, feeMinor: null };
    const late = await aPaidGift(app.db, { ...defaults, name: "Rosa d'Or", paidAt: new Date('2026-05-02T05:00:00Z') });
    const cash = await aPaidGift(app.db, {
      ...defaults,
      name: 'Bo $1',
      method: 'cash',
      paidAt: new Date('2026-05-03T20:00:00Z'),
    });
    const findGifts = async (asked: string) =>
      (await readRows(`/exports/gifts.csv?campaign=${campaign.id}&${asked}`)).map(({ gift }) => gift);
    expect(await findGifts('to=2026-05-01&zone=America/Los_Angeles')).toEqual([late.id]);
    expect(await findGifts('to=2026-05-01')).toEqual([]);
    const paidAt = async (asked = '') =>
      (await readRows(`/exports/gifts.csv?campaign=${campaign.id}${asked}`)).map(({ paid_at }) => paid_at);
    expect(await paidAt('&zone=America/Los_Angeles')).toEqual([
      '2026-05-01T22:00:00-07:00',
      '2026-05-03T13:00:00-07:00',
    ]);
    expect(await paidAt()).toEqual(['2026-05-02T05:00:00+00:00', '2026-05-03T20:00:00+00:00']);
    expect(await findGifts('method=CASH&status=PAID&frequency=ONCE')).toEqual([cash.id]);
    expect(await findGifts(`text=${encodeURIComponent("d'or")}`)).toEqual([late.id]);
    expect(await findGifts(`text=${encodeURIComponent('Bo $1')}`)).toEqual([cash.id]);
    expect(await findGifts('frequency=MONTHLY')).toEqual([]);
    const [donor] = await app.db.query<{ id: string }>('SELECT donor_id AS id FROM fundraising.gift WHERE id = $1', [
      late.id,
    ]);
    expect(await findGifts(`donor=${donor!.id}`)).toEqual([late.id]);
    for (const wrong of ['zone=Mars/Olympus', 'status=LOUD', 'method=constructor', 'import=7', 'donor=7']) {
      expect([wrong, (await fetched(`/exports/gifts.csv?${wrong}`, finance)).status]).toEqual([wrong, 400]);
    }
  });

  test('leave out anonymous donors and escape formulas', async () => {
    const campaign = await aCampaign(app.db);
    const formulas = [
      '=cmd|calc',
      '+1',
      '-1',
      '@sum',
      '\tx',
      '＝cmd',
      '＋1',
      '－1',
      '＠sum',
      '\u200b=1',
      ' \ufeff =1',
      '﹦1',
    ];
    const names = [...formulas, 'Ana, "Nana"', "O'Brien", '王小明', 'Ana = Nana'];
    for (const name of names) await aPaidGift(app.db, { campaignId: campaign.id, name });
    const hidden = await aPaidGift(app.db, {
      campaignId: campaign.id,
      name: 'Zoe Quiet',
      email: 'zoe@quiet.example',
      anonymous: true,
    });
    const path = `/exports/gifts.csv?campaign=${campaign.id}`;
    const file = await (await fetched(path, finance)).text();
    expect(file).not.toMatch(/zoe|quiet/i);
    const read = await readRows(path);
    expect(read.map(({ legal_name: name }) => name).sort()).toEqual(
      [...formulas.map((formula) => `'${formula}`), 'Ana, "Nana"', "O'Brien", '王小明', 'Ana = Nana', ''].sort(),
    );
    expect(read.find(({ gift }) => gift === hidden.id)).toMatchObject({
      anonymous: 't',
      legal_name: '',
      public_name: '',
      email: '',
      charged: '50.00',
    });
    expect(await readRows(`${path}&from=2001-01-01&to=2001-12-31`)).toEqual([]);
    for (const day of ['yesterday', '2026-02-30']) {
      expect((await fetched(`${path}&from=${day}`, finance)).status).toBe(400);
    }
    expect((await fetched(`/exports/gifts.csv?campaign=${encodeURIComponent("' OR true --")}`, finance)).status).toBe(
      400,
    );
  });

  test('lists the legal name of each donor beside the name the public sees', async () => {
    const campaign = await aCampaign(app.db);
    const gift = { campaignId: campaign.id, name: 'Grace Delgado', email: 'grace.delgado@example.org' };
    await aPaidGift(app.db, { ...gift, shownAs: 'short_name' });
    expect(await readRows(`/exports/gifts.csv?campaign=${campaign.id}`)).toMatchObject([
      { legal_name: 'Grace Delgado', public_name: 'Grace D.', email: 'grace.delgado@example.org' },
    ]);
  });

  test('end lines with CR LF (RFC 4180), and start with a byte order mark for Excel unless a program declines it', async () => {
    const campaign = await aCampaign(app.db);
    await aPaidGift(app.db, { campaignId: campaign.id, name: 'Ana\nNuñez' });
    const path = `/exports/gifts.csv?campaign=${campaign.id}`;
    const file = await (await fetched(path, finance)).text();
    expect(file.split('\r\n')).toHaveLength(3);
    expect(file.endsWith('\r\n')).toBe(true);
    // A line break inside a cell is user input and must not change.
    expect(file).toContain('"Ana\nNuñez"');
    const bytes = async (query: string) =>
      Buffer.from(await (await fetched(path + query, finance)).arrayBuffer()).toString();
    expect([await bytes(''), await bytes('&bom=0')]).toEqual([`\ufeff${file}`, file]);
  });

  test('are limited to finance and to its own chapters', async () => {
    const campaign = await aCampaign(app.db);
    await aPaidGift(app.db, { campaignId: campaign.id });
    const here = await app.signedIn({ role: 'finance', chapterId: campaign.chapterId });
    expect(await readRows('/exports/gifts.csv', here)).toHaveLength(1);
    expect(await readRows('/exports/ledger.csv', here)).toHaveLength(4);
    const elsewhere = await app.signedIn({ role: 'finance', chapterId: (await aCampaign(app.db)).chapterId });
    expect(await readRows('/exports/gifts.csv', elsewhere)).toEqual([]);
    expect(await readRows('/exports/ledger.csv', elsewhere)).toEqual([]);
    for (const file of ['ledger', 'gifts']) {
      expect((await fetched(`/exports/${file}.csv`)).status).toBe(401);
      expect((await fetched(`/exports/${file}.csv`, await app.signedIn({ role: 'organizer' }))).status).toBe(403);
    }
  });

  test('release the connection when a client disconnects', async () => {
    await postAll(
      app.db,
      new Date(),
      Array.from({ length: 20_000 }, (_, i) => ({
        kind: 'test',
        ref: `test:${i}`,
        subject: null,
        postings: [
          { kind: 'bank', owner: null, currency: 'USD', amount: 1 },
          { kind: 'offline-cash', owner: null, currency: 'USD', amount: -1 },
        ],
      })),
    );
    const busy = () => app.db.pool.totalCount - app.db.pool.idleCount;
    for (let i = 0; i < 12; i += 1) {
      const gone = new AbortController();
      const response = await fetch(`${app.url}/exports/ledger.csv`, {
        headers: { cookie: finance.cookie, 'sec-fetch-site': 'same-origin' },
        signal: gone.signal,
      });
      await response.body!.getReader().read();
      gone.abort();
    }
    // More clients disconnected than the pool has connections, and the next one is still served.
    expect((await readRows('/exports/ledger.csv')).length).toBeGreaterThan(40_000);
    // The last disconnect may be noticed a little later.
    await eventually(() => busy() === 0);
  });
});

import { refusal, startApp, type TestApp } from '../support/app.js';
import { aCampaign } from '../support/factories.fundraising.js';
import { aChapter, anEvent } from '../support/factories.js';
import { days } from '../support/movable-clock.js';
import { anOpportunity, aVettedBusiness } from '../support/opportunities.js';
import { serviceInput } from '../support/services.js';
import { aWeeklySeries } from '../support/standing-signups.js';
import { runAsOwner } from '../support/tampering.js';

interface Found {
  edges: Array<{
    node: {
      kind: string;
      id: string;
      title: string;
      slug: string;
      place: string;
      startsAt: string | null;
      dates: number | null;
      excerpt: Array<{ text: string; found: boolean }>;
    };
  }>;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount: number;
  counts: Array<{ kind: string; count: number }>;
  similar: boolean;
}

const now = new Date('2026-12-01T18:00:00Z');
const later = new Date(now.valueOf() + days(10));
let app: TestApp;
let chapterId: string;
beforeAll(async () => {
  app = await startApp();
  app.clock.set(now);
  chapterId = (await aChapter(app.db, { name: 'Pasadena neighbors', city: 'Pasadena' })).id;
  const add = (title: string, parts: Parameters<typeof anEvent>[1] = {}) =>
    anEvent(app.db, { chapterId, title, startsAt: later, ...parts });
  await add('Lantern walk', { summary: 'We walk with lanterns for those who cannot.' });
  await add('Reunión de vecinas', { summary: 'Tejemos mantas y conversamos.', place: 'Biblioteca de Oxnard' });
  await add('Lantern walk draft', { status: 'draft' });
  await add('Lantern walk canceled', { status: 'cancelled' });
  await add('Lantern walk of last year', { startsAt: new Date('2025-12-01T18:00:00Z') });
  await aCampaign(app.db, {
    title: 'Beds for tonight',
    story: 'Every **lantern** [we sell](https://example.org/x) buys a bed.',
  });
  await aCampaign(app.db, { title: 'Secret lanterns', status: 'draft' });
});
afterAll(() => app.close());

const ask = (text: string, more: object = {}) =>
  app.graphql<{ search: Found }>(
    `query ($text: String!, $kinds: [SearchKind!], $locale: Locale, $first: Int, $after: String) {
      search(text: $text, kinds: $kinds, locale: $locale, first: $first, after: $after) {
        edges { node { kind id title slug place startsAt dates excerpt { text found } } }
        pageInfo { hasNextPage endCursor } totalCount counts { kind count } similar
      }
    }`,
    { text, ...more },
  );
async function search(text: string, more: object = {}): Promise<Found> {
  const { data, errors } = await ask(text, more);
  if (errors) throw new Error(JSON.stringify(errors));
  return data.search;
}
const titles = async (text: string, more: object = {}) =>
  (await search(text, more)).edges.map(({ node }) => node.title);

test('finds published content by its words, name matches first, and leaves out drafts and past events', async () => {
  expect(await titles('lantern')).toEqual(['Lantern walk', 'Beds for tonight']);
  const { counts, similar } = await search('lantern');
  expect([counts, similar]).toEqual([
    [
      { kind: 'CAMPAIGN', count: 1 },
      { kind: 'EVENT', count: 1 },
    ],
    false,
  ]);
});

test('ignores word endings and accents in English and Spanish', async () => {
  expect(await titles('walking lanterns')).toEqual(['Lantern walk']);
  expect(await titles('reunion vecina')).toEqual(['Reunión de vecinas']);
  expect(await titles('REUNIÓN de las VECINAS')).toEqual(['Reunión de vecinas']);
  expect(await titles('tejer manta')).toEqual(['Reunión de vecinas']);
});

test('finds events by place and chapters by city', async () => {
  expect(await titles('oxnard')).toEqual(['Reunión de vecinas']);
  const { edges } = await search('pasadena');
  expect(edges[0]!.node).toMatchObject({ kind: 'CHAPTER', title: 'Pasadena neighbors', place: 'Pasadena' });
});

test('shows when, where and a plain-text excerpt around the match', async () => {
  const { edges } = await search('lantern');
  const [event, campaign] = edges.map(({ node }) => node);
  expect(event).toMatchObject({ place: '12 Main St, Los Angeles', startsAt: later.toISOString() });
  expect(campaign!.excerpt).toEqual([
    { text: expect.stringMatching(/Every $/) as string, found: false },
    { text: 'lantern', found: true },
    { text: ' we sell buys a bed.', found: false },
  ]);
});

describe('a series', () => {
  const title = 'Ocelot table';
  let series: Awaited<ReturnType<typeof aWeeklySeries>>;
  beforeAll(async () => {
    series = await aWeeklySeries(app.db, new Date(later.valueOf() - days(14)), [3, 3, 3, 3, 3, 3], {
      title,
      chapterId,
    });
    const [, , canceled, , , renamed] = series.dates;
    await app.db.query(`UPDATE events.event SET status = 'cancelled' WHERE id = $1`, [canceled!.eventId]);
    await app.db.query(`UPDATE events.event SET title = 'Ocelot gala' WHERE id = $1`, [renamed!.eventId]);
  });

  test('is found once, with its next date and the number of dates that match', async () => {
    const found = await search('ocelot table');
    expect(found).toMatchObject({ totalCount: 1, counts: [{ kind: 'EVENT', count: 1 }] });
    const next = series.dates[1]!;
    expect(found.edges[0]!.node).toMatchObject({
      id: next.eventId,
      slug: series.series.slug,
      title,
      startsAt: next.startsAt.toISOString(),
      dates: 3,
    });
    const similar = await search('ocelto');
    expect([similar.similar, similar.edges.map(({ node }) => [node.title, node.dates])]).toEqual([true, [[title, 4]]]);
  });

  test('is found as a single date if no other one matches', async () => {
    const [found] = (await search('ocelot gala')).edges;
    expect(found!.node).toMatchObject({ id: series.dates[5]!.eventId, title: 'Ocelot gala', dates: null });
    expect(found!.node.slug).not.toBe(series.series.slug);
  });
});

test('treats user input in an excerpt as plain text', async () => {
  const evil = `<script>alert('quokka')</script> \uE000\uE001<b>quokka</b>\uE001`;
  await aCampaign(app.db, { title: 'Odd letters', story: evil });
  const [found] = (await search('quokka')).edges;
  const line = found!.node.excerpt;
  expect(line.filter((part) => part.found).map(({ text }) => text)).toContain('quokka');
  expect(line.map(({ text }) => text).join('')).not.toMatch(/[\uE000\uE001]/);
});

test('finds similar names for a mistyped word and says so', async () => {
  for (const typed of ['lantren', 'lantrn walk', 'latern', 'vecnas']) {
    const { edges, similar } = await search(typed);
    expect([typed, similar, edges.length > 0]).toEqual([typed, true, true]);
  }
  expect(await titles('lantren')).toEqual(['Lantern walk']);
  expect(await search('xyzzyqwv')).toMatchObject({ totalCount: 0, counts: [], similar: false });
});

test("finds articles in either language and shows them in the reader's language", async () => {
  const [article] = await app.db.query<{ en: string; es: string }>(
    `SELECT e.title AS en, s.title AS es FROM learning.article a
       JOIN learning.article_text e ON e.article_id = a.id AND e.locale = 'en'
       JOIN learning.article_text s ON s.article_id = a.id AND s.locale = 'es'
     WHERE a.status = 'published' ORDER BY a.position LIMIT 1`,
  );
  expect(await titles(article!.es, { locale: 'EN', kinds: ['ARTICLE'] })).toContain(article!.en);
  expect((await titles(article!.es, { locale: 'ES', kinds: ['ARTICLE'] }))[0]).toBe(article!.es);
});

test('finds only the fields of an opportunity marked public by business and staff, while the business is approved', async () => {
  const { id: businessId } = await aVettedBusiness(app.db);
  for (const [title, wantsPublic, staffAllowsPublic] of [
    ['Zeppelin mechanic', true, true],
    ['Zeppelin cook', true, false],
    ['Zeppelin guard', false, true],
  ] as const) {
    await anOpportunity(app.db, { businessId, title, wantsPublic, staffAllowsPublic, publishedAt: now });
  }
  expect(await titles('zeppelin')).toEqual(['Zeppelin mechanic']);
  await runAsOwner(app, `UPDATE opportunities.business SET status = 'suspended' WHERE id = '${businessId}'`);
  expect(await titles('zeppelin')).toEqual([]);
});

test('neither matches nor shows confidential details of a service', async () => {
  const keeper = await app.signedIn({ role: 'moderator' });
  const { data } = await app.graphql<{ createService: { id: string } }>(
    'mutation ($input: ServiceInput!) { createService(input: $input) { id } }',
    {
      input: serviceInput({
        name: 'Wombat house',
        organizationName: 'Numbat trust',
        description: 'A quiet room.',
        area: 'The valley',
        address: '7 Canary Lane',
        city: 'Canaryville',
        postcode: '90041',
        phone: '+13105550199',
        email: 'canary@example.org',
        url: 'https://canary.example.org',
        schedule: 'canary hours',
        confidentialParts: ['ADDRESS', 'CITY', 'PHONE', 'EMAIL', 'URL', 'SCHEDULE'],
      }),
    },
    keeper,
  );
  expect(await titles('wombat')).toEqual([]);
  await app.graphql('mutation ($id: ID!) { publishService(id: $id) { id } }', { id: data.createService.id }, keeper);
  expect(await titles('wombat')).toEqual(['Wombat house']);
  expect(await titles('numbat')).toEqual(['Wombat house']);
  for (const text of ['canary', 'canaryville', '90041', 'canary lane', '3105550199', 'canarivile']) {
    expect([text, await titles(text)]).not.toEqual([text, expect.arrayContaining(['Wombat house'])]);
  }
  const [found] = (await search('wombat')).edges;
  expect(found!.node.place).toBe('The valley');
  expect(JSON.stringify(found)).not.toMatch(/canar|90041|5550199/i);
});

test('pages through results in one order, for all kinds or one', async () => {
  for (let n = 0; n < 7; n += 1) {
    await anEvent(app.db, { chapterId, title: 'Marmot meeting', startsAt: new Date(later.valueOf() + days(7 - n)) });
  }
  await aCampaign(app.db, { title: 'Marmot fund' });
  const pages: Found[] = [];
  for (let after: string | null = null; pages.length < 9;) {
    pages.push(await search('marmot', { first: 3, after }));
    after = pages.at(-1)!.pageInfo.endCursor;
    if (!pages.at(-1)!.pageInfo.hasNextPage) break;
  }
  const all = pages.flatMap(({ edges }) => edges.map(({ node }) => node));
  expect(pages.map(({ edges }) => edges.length)).toEqual([3, 3, 2]);
  expect(new Set(all.map(({ slug }) => slug)).size).toBe(8);
  // Among equal matches, the soonest comes first.
  const times = all.filter(({ kind }) => kind === 'EVENT').map(({ startsAt }) => startsAt!);
  expect(times).toEqual([...times].sort());
  expect(pages[0]).toMatchObject({ totalCount: 8, similar: false });
  const events = await search('marmot', { kinds: ['EVENT'], first: 100 });
  expect([events.totalCount, events.counts]).toEqual([
    7,
    [
      { kind: 'CAMPAIGN', count: 1 },
      { kind: 'EVENT', count: 7 },
    ],
  ]);
  // A cursor of similar names continues among similar names.
  const first = await search('marmott', { first: 3 });
  expect(first.similar).toBe(true);
  const second = await search('marmott', { first: 3, after: first.pageInfo.endCursor });
  expect([second.similar, second.edges.length > 0]).toEqual([true, true]);
});

test.each([
  ['', 'required'],
  ['   ', 'required'],
  ['a', 'too-short'],
  ['?!', 'too-short'],
  ['-', 'too-short'],
  ['x'.repeat(101), 'too-long'],
  ['lantern\u0007', 'not-text'],
])('rejects %j with a reason', async (text, reason) => {
  const answer = await ask(text);
  expect([refusal(answer), answer.errors![0]!.extensions.details]).toEqual(['BAD_INPUT', { fields: { text: reason } }]);
});

test('rejects a million letters before running a query', async () => {
  const answer = await ask('a '.repeat(500_000));
  expect(answer.errors ?? answer.status).not.toBe(200);
  expect(JSON.stringify(answer.data ?? null)).not.toContain('edges');
});

test.each([
  `'; DROP TABLE events.event; --`,
  `" OR "a`,
  '& | ! ( ) : * <->',
  '%%% ___ \\\\',
  '-lantern',
  '日本語テキスト',
  '😀😀',
])('treats %j as plain words', async (text) => {
  const answer = await ask(text);
  expect(answer.errors === undefined || refusal(answer) === 'BAD_INPUT').toBe(true);
});

test('rejects a cursor of another list', async () => {
  const { data } = await app.graphql<{ events: { pageInfo: { endCursor: string } } }>(
    '{ events(first: 1) { pageInfo { endCursor } } }',
  );
  expect(refusal(await ask('lantern', { after: data.events.pageInfo.endCursor }))).toBe('BAD_INPUT');
});

test('limits the rate of searches', async () => {
  const headers = { 'x-forwarded-for': '192.0.2.77' };
  let refused: string | undefined;
  for (let n = 0; n < 70 && !refused; n += 1) {
    const { errors } = await app.graphql('{ search(text: "zz9") { totalCount } }', {}, { headers });
    refused = errors?.[0]?.extensions.code;
  }
  expect(refused).toBe('TOO_MANY_TRIES');
});

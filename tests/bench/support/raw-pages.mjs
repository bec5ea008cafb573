import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import pg from 'pg';
import {
  escaped,
  date,
  dateFormat,
  zoneName,
  languages,
  dollars,
  round,
  count,
  range,
  template,
  cut,
  firstOf,
} from './raw-writing.mjs';

/**
 * The floor of the public pages: Node's own server and pg, hand-written for these five pages and nothing else. What comes
 * out of the database is written here into template strings, by statements of its own; what is the same on every page
 * (frame, words, drawings) is cut out of the api's own pages once, so that both send the same bytes.
 */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const api = `http://127.0.0.1:${process.env.API_PORT}`;

const named = async (name, text, values) => (await pool.query({ name, text, values })).rows;

const chapters = () => named('chapters', 'SELECT name, slug, city FROM identity.chapter ORDER BY name');

const eventsSql = `
  SELECT matching.total, page.*, places.left
  FROM (SELECT count(*)::integer AS total FROM (
    SELECT FROM events.event e WHERE e.status IN ('published', 'cancelled') AND e.starts_at >= $1 LIMIT 1001) m
  ) matching, (
    SELECT e.id, e.slug, e.title, e.starts_at, e.ends_at, e.time_zone, e.place, array_to_json(e.languages) AS languages,
      c.name AS chapter
    FROM events.event e JOIN identity.chapter c ON c.id = e.chapter_id
    WHERE e.status IN ('published', 'cancelled') AND e.starts_at >= $1 ORDER BY e.starts_at, e.id LIMIT $2
  ) page LEFT JOIN LATERAL (
    SELECT sum(s.capacity - s.taken)::integer AS left FROM events.shift s WHERE s.event_id = page.id AND s.starts_at > $1
  ) places ON true ORDER BY page.starts_at, page.id`;
const events = (first) => named('events', eventsSql, [new Date(), first + 1]);

const cardValues = ({ starts_at: at, ends_at: to, time_zone: zone, ...row }) => [
  date(zone, 'month', at),
  date(zone, 'day', at),
  date(zone, 'weekday', at),
  row.slug,
  escaped(row.title),
  date(zone, 'whole', at),
  at.toISOString(),
  range(at, to, zone),
  zoneName(zone),
  escaped(row.place),
  escaped(row.chapter),
  languages(row.languages),
  `${row.left} place${row.left === 1 ? '' : 's'} left`,
];
const cards = (rows, card) => rows.reduce((text, row) => text + card(cardValues(row)), '');
const cursor = ({ starts_at, published_at, id }) =>
  Buffer.from(JSON.stringify([(starts_at ?? published_at).toISOString(), id])).toString('base64url');

async function eventsPage(html) {
  const option = ({ slug, name }) => `<option value="${escaped(slug)}">${escaped(name)}</option>`;
  const cardList = cut(html, '<ul class="cards">', '</ul>');
  const options = cut(html, 'All chapters</option>', '</select>');
  const [first] = await events(1);
  const card = template(firstOf(cardList, 'li'), cardValues(first));
  const values = ['200 events', cardList, cut(html, '?after=', '"')];
  const page = template(html, [options, ...values]);
  return async () => {
    const [rows, all] = await Promise.all([events(20), chapters()]);
    const shown = rows.slice(0, 20);
    return page([all.map(option).join(''), `${rows[0].total} events`, cards(shown, card), cursor(shown.at(-1))]);
  };
}

const campaignSql = `
  SELECT c.id, c.slug, c.title, c.story, c.goal_minor, c.time_zone, c.organizer_name, t.gift_count, t.intended_minor
  FROM fundraising.campaign c LEFT JOIN fundraising.progress t ON t.owner_id = c.id`;
const progressValues = (row) => [
  `${round.format(row.intended_minor / 100)} raised`,
  round.format(row.goal_minor / 100),
  String(Math.floor((row.intended_minor * 100) / row.goal_minor)),
  `${Math.floor((row.intended_minor * 100) / row.goal_minor)}% of the goal · ${count.format(row.gift_count)} gifts`,
];

async function homePage(html) {
  const latest = () =>
    named('latest', `${campaignSql} WHERE c.status IN ('live', 'paused') ORDER BY c.published_at DESC LIMIT 1`);
  const lines = cut(html, '<ul class="chapters">', '</ul>');
  const line = template(firstOf(lines, 'li'), ['chapter-1', 'Chapter 1', 'Los Angeles']);
  const cardList = cut(html, '<ul class="cards">', '</ul>');
  const [first] = await events(1);
  const card = template(firstOf(cardList, 'li'), cardValues(first));
  const fundraiser = cut(html, '<ul class="cards campaign-cards one">', '</ul>');
  const fundraiserValues = (row) => [row.slug, escaped(row.title), ...progressValues(row), escaped(row.organizer_name)];
  const fundraiserCard = template(fundraiser, fundraiserValues((await latest())[0]));
  const page = template(html, [cardList, fundraiser, lines]);
  return async () => {
    const [rows, [campaign], all] = await Promise.all([events(4), latest(), chapters()]);
    const chapterLines = all.map(({ slug, name, city }) => line([slug, escaped(name), escaped(city)])).join('');
    return page([cards(rows.slice(0, 4), card), fundraiserCard(fundraiserValues(campaign)), chapterLines]);
  };
}

async function eventPage(html, slug) {
  const sql = `SELECT e.*, c.name AS chapter, c.slug AS chapter_slug, shift_list.shifts
    FROM events.event e JOIN identity.chapter c ON c.id = e.chapter_id LEFT JOIN LATERAL (
      SELECT json_agg(s) AS shifts FROM (SELECT s.id, s.role, s.starts_at, s.ends_at, s.capacity - s.taken AS left
        FROM events.shift s WHERE s.event_id = e.id ORDER BY s.position, s.id) s
    ) shift_list ON true WHERE e.slug = $1 AND e.status <> 'draft'`;
  const one = async () => (await named('one-event', sql, [slug]))[0];
  const shiftValues = (shift, inputId, zone) => {
    const from = new Date(shift.starts_at);
    const when = range(from, new Date(shift.ends_at), zone);
    return [inputId, shift.id, inputId, escaped(shift.role), from.toISOString(), when, `${shift.left} places left`];
  };
  const choices = cut(html, 'Pacific Time.</p>', '</fieldset>');
  const prose = cut(html, '<div class="prose">', '</div>');
  const key = cut(html, 'name="key" value="', '"');
  const main = html.indexOf('<header class="event-head">');
  const example = await one();
  const valuesOf = (row, shifts, description, id) => {
    const { starts_at: at, time_zone: zone } = row;
    const day = date(zone, 'whole', at);
    return [
      ...[
        escaped(row.title),
        escaped(row.summary),
        day,
        at.toISOString(),
        range(at, row.ends_at, zone),
        zoneName(zone),
      ],
      ...[row.slug, escaped(row.place), row.chapter_slug, escaped(row.chapter), languages(['en', 'es'])],
      ...[escaped(row.contact_name), description, date(zone, 'short', row.updated_at), row.slug, id],
      ...[day, zoneName(zone), shifts],
    ];
  };
  const choice = template(firstOf(choices, 'div'), shiftValues(example.shifts[0], 'shift', example.time_zone));
  const page = template(html.slice(main), valuesOf(example, choices, prose, key));
  const head = html.slice(0, main);
  return async () => {
    const row = await one();
    const shifts = row.shifts
      .map((shift, nth) => choice(shiftValues(shift, nth === 0 ? 'shift' : `shift-${shift.id}`, row.time_zone)))
      .join('');
    return head + page(valuesOf(row, shifts, `<p>${escaped(row.description.trim())}</p>\n`, randomUUID()));
  };
}

async function fundraiserPage(html, slug) {
  const sql = `${campaignSql.replace('t.intended_minor', 't.intended_minor, books.books, latest.gifts')}
    LEFT JOIN LATERAL (SELECT json_object_agg(a.kind, b.balance_minor) AS books
      FROM ledger.account a JOIN ledger.balance b ON b.account_id = a.id WHERE a.owner_id = c.id) books ON true
    LEFT JOIN LATERAL (SELECT json_agg(g) AS gifts FROM (SELECT g.id, g.name, g.message, g.intended_minor, g.paid_at
        FROM fundraising.gift g WHERE g.campaign_id = c.id AND g.status = 'paid' ORDER BY g.paid_at DESC LIMIT 10) g
    ) latest ON true WHERE c.slug = $1 AND c.status IN ('live', 'paused', 'ended')`;
  const one = async () => (await named('one-campaign', sql, [slug]))[0];
  const giftValues = ({ name, intended_minor, paid_at }, zone) => {
    const at = new Date(paid_at);
    const who = escaped(name.split(' ')[0]);
    return [who, round.format(intended_minor / 100), at.toISOString(), date(zone, 'short', at)];
  };
  const gifts = cut(html, '<ul class="gifts">', '</ul>');
  const story = cut(html, '<div class="prose">', '</div>');
  const main = html.indexOf('<header class="event-head">');
  const example = await one();
  const gift = template(firstOf(gifts, 'li'), giftValues(example.gifts[0], example.time_zone));
  const valuesOf = (row, lines, text) => {
    const { books } = row;
    const charged = -(books.fund + books['fee-cover']);
    const fees = books['processing-fees'];
    const amounts = [charged, fees, charged - fees, 0, charged - fees].map((minor) => dollars.format(minor / 100));
    const dateTime = dateFormat(row.time_zone, 'dateTime').format(new Date());
    const asOf = `${dateTime} (${zoneName(row.time_zone)})`;
    return [escaped(row.title), ...progressValues(row), escaped(row.organizer_name), text, ...amounts, asOf, lines];
  };
  const page = template(html.slice(main), valuesOf(example, gifts, story));
  const head = html.slice(0, main);
  return async () => {
    const row = await one();
    const lines = row.gifts.map((each) => gift(giftValues(each, row.time_zone))).join('');
    return head + page(valuesOf(row, lines, `<p>${escaped(row.story.trim())}</p>\n`));
  };
}

async function opportunitiesPage(html) {
  const sql = `SELECT number.total, page.* FROM (SELECT count(*)::integer AS total FROM (
      SELECT FROM opportunities.opportunity o JOIN opportunities.business b ON b.id = o.business_id
      WHERE o.status = 'published' AND o.expires_at > $1 AND b.status = 'approved' LIMIT 1001) m) number, (
    SELECT o.*, b.legal_name, b.city FROM opportunities.opportunity o JOIN opportunities.business b ON b.id = o.business_id
    WHERE o.status = 'published' AND o.expires_at > $1 AND b.status = 'approved'
    ORDER BY o.published_at DESC, o.id DESC LIMIT 16) page ORDER BY page.published_at DESC, page.id DESC`;
  const offers = () => named('offers', sql, [new Date()]);
  const kinds = { job: 'Job', internship: 'Internship', other: 'Other' };
  const badge = (text) => `<span class="badge green">${text}</span>`;
  const eases = (row) => {
    const said = [
      !row.id_needed && 'No ID needed',
      !row.background_check && 'No background check',
      row.transport !== '' && 'Help to get there',
    ].filter(Boolean);
    return said.length > 0 ? `<p class="eases">${said.map(badge).join('')}</p>` : '';
  };
  // By their places and nothing else, as the page tells them.
  const where = ({ place }) => escaped(place);
  const offerValues = (row) => [
    ...[kinds[row.kind], row.slug, escaped(row.title), `${escaped(row.legal_name)}, ${escaped(row.city)}`],
    ...[`${round.format(row.pay_min_minor / 100)} to ${round.format(row.pay_max_minor / 100)} an hour`],
    ...[`${row.hours_per_week} hours a week`, where(row), eases(row)],
  ];
  const cardList = cut(html, '<ul class="cards">', '</ul>');
  const items = cardList.split(/(?=<li )/);
  const example = await offers();
  const nth = example.findIndex((row) => eases(row) !== '');
  const card = template(items[nth], offerValues(example[nth]));
  const page = template(html, [cut(html, '<p class="count">', '<'), cardList, cut(html, '?after=', '"')]);
  const grouped = new Intl.NumberFormat('en-US');
  const total = (n) => (n > 1000 ? 'More than 1,000 opportunities' : `${grouped.format(n)} opportunities`);
  return async () => {
    const rows = await offers();
    const shown = rows.slice(0, 15);
    return page([total(rows[0].total), shown.map((row) => card(offerValues(row))).join(''), cursor(shown.at(-1))]);
  };
}

const makers = {
  '/': homePage,
  '/events': eventsPage,
  [process.env.EVENT_PATH]: (html) => eventPage(html, process.env.EVENT_PATH.split('/').at(-1)),
  [process.env.FUNDRAISER_PATH]: (html) => fundraiserPage(html, process.env.FUNDRAISER_PATH.split('/').at(-1)),
  '/opportunities': opportunitiesPage,
};
const pages = new Map();
for (const [path, make] of Object.entries(makers)) {
  const response = await fetch(api + path);
  pages.set(path, await make(await response.text()));
}

createServer(async (request, response) => {
  const page = pages.get(request.url);
  try {
    const body = Buffer.from(await page());
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': body.length });
    response.end(body);
  } catch (error) {
    console.error(request.url, error);
    response.writeHead(500, { 'content-length': 0 }).end();
  }
}).listen(Number(process.env.PORT), '127.0.0.1');

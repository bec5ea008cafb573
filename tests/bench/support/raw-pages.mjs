import { createServer } from 'node:http';
import pg from 'pg';
import { escaped, date, dateFormat, zoneName, languages, dollars, round, count, range } from './raw-writing.mjs';

/**
 * The baseline for public pages: Node's own http and pg, written for five pages. Each request runs this file's own
 * statements and writes every row with a template string. The rest of the page (frame, texts, drawings) is copied from
 * the API's page, so both servers always send the same number of bytes.
 */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const api = `http://127.0.0.1:${process.env.API_PORT}`;

const queryNamed = async (name, text, values) => (await pool.query({ name, text, values })).rows;
const slugOf = (path) => path.split('/').at(-1);

const chapters = () => queryNamed('chapters', 'SELECT name, slug, city FROM identity.chapter ORDER BY name');
const chapterLine = ({ slug, name, city }) =>
  `<li><a href="/chapters/${slug}">${escaped(name)}</a>, ${escaped(city)}</li>`;

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
const events = (first) => queryNamed('events', eventsSql, [new Date(), first + 1]);

function eventCard({ starts_at: at, ends_at: to, time_zone: zone, ...row }) {
  return `<li class="card"><p>${date(zone, 'month', at)} ${date(zone, 'day', at)} ${date(zone, 'weekday', at)}</p>
    <h3><a href="/events/${row.slug}">${escaped(row.title)}</a></h3>
    <p>${date(zone, 'whole', at)}, <time datetime="${at.toISOString()}">${range(at, to, zone)}</time> ${zoneName(zone)}</p>
    <p>${escaped(row.place)} · ${escaped(row.chapter)} · ${languages(row.languages)}</p>
    <p>${row.left} place${row.left === 1 ? '' : 's'} left</p></li>`;
}

const cursor = ({ starts_at, published_at, id }) =>
  Buffer.from(JSON.stringify([(starts_at ?? published_at).toISOString(), id])).toString('base64url');

async function eventsPage() {
  const [rows, chapterRows] = await Promise.all([events(20), chapters()]);
  const visibleRows = rows.slice(0, 20);
  const options = chapterRows.map(({ slug, name }) => `<option value="${escaped(slug)}">${escaped(name)}</option>`);
  return `${options.join('')}<p>${rows[0].total} events</p><ul>${visibleRows.map(eventCard).join('')}</ul>
    <a href="?after=${cursor(visibleRows.at(-1))}">Next</a>`;
}

const campaignSql = `
  SELECT c.id, c.slug, c.title, c.story, c.goal_minor, c.time_zone, c.organizer_name, t.gift_count, t.intended_minor
  FROM fundraising.campaign c LEFT JOIN fundraising.progress t ON t.owner_id = c.id`;

function progress(row) {
  const percent = Math.floor((row.intended_minor * 100) / row.goal_minor);
  return `<p>${round.format(row.intended_minor / 100)} raised of ${round.format(row.goal_minor / 100)}</p>
    <progress max="100" value="${percent}"></progress>
    <p>${percent}% of the goal · ${count.format(row.gift_count)} gifts · ${escaped(row.organizer_name)}</p>`;
}

async function homePage() {
  const latestCampaigns = () =>
    queryNamed('latest', `${campaignSql} WHERE c.status IN ('live', 'paused') ORDER BY c.published_at DESC LIMIT 1`);
  const [rows, [campaign], chapterRows, photoRows] = await Promise.all([
    events(4),
    latestCampaigns(),
    chapters(),
    photos('/'),
  ]);
  return `<ul>${rows.slice(0, 4).map(eventCard).join('')}</ul>
    <a href="/fundraisers/${campaign.slug}">${escaped(campaign.title)}</a>${progress(campaign)}
    <ul>${chapterRows.map(chapterLine).join('')}</ul>${photoRows.map(photoLine).join('')}`;
}

const photos = (page) =>
  queryNamed(
    'photos',
    `SELECT p.* FROM outreach.photo_place l JOIN outreach.photo p ON p.id = l.photo_id WHERE l.page = $1 ORDER BY l.page`,
    [page],
  );
const photoLine = ({ id, alt_en: alt }) => `<img src="/photos/${id}" alt="${escaped(alt)}">`;

const fundraisersSql = `SELECT c.slug, c.title FROM fundraising.campaign c
  WHERE c.event_ids @> ARRAY[$1::uuid] AND c.status IN ('live', 'paused') ORDER BY c.published_at DESC LIMIT 6`;
const fundraiserLine = ({ slug, title }) => `<a href="/fundraisers/${slug}">${escaped(title)}</a>`;

const oneEventSql = `SELECT e.*, c.name AS chapter, c.slug AS chapter_slug, shift_list.shifts
  FROM events.event e JOIN identity.chapter c ON c.id = e.chapter_id LEFT JOIN LATERAL (
    SELECT json_agg(s) AS shifts FROM (SELECT s.id, s.role, s.starts_at, s.ends_at, s.capacity - s.taken AS left
      FROM events.shift s WHERE s.event_id = e.id ORDER BY s.position, s.id) s
  ) shift_list ON true WHERE e.slug = $1 AND e.status <> 'draft'`;

function shiftChoice(shift, zone) {
  const from = new Date(shift.starts_at);
  return `<label><input type="radio" name="shift" value="${shift.id}"> ${escaped(shift.role)}
    <time datetime="${from.toISOString()}">${range(from, new Date(shift.ends_at), zone)}</time> ${shift.left} places left</label>`;
}

async function eventPage(path) {
  const [[row], photoRows] = await Promise.all([queryNamed('one-event', oneEventSql, [slugOf(path)]), photos(path)]);
  const fundraisers = await queryNamed('fundraisers', fundraisersSql, [row.id]);
  const { starts_at: at, ends_at: to, time_zone: zone } = row;
  return `<h1>${escaped(row.title)}</h1><p>${escaped(row.summary)}</p>
    <p>${date(zone, 'whole', at)}, <time datetime="${at.toISOString()}">${range(at, to, zone)}</time> ${zoneName(zone)}</p>
    <p>${escaped(row.place)} · <a href="/chapters/${row.chapter_slug}">${escaped(row.chapter)}</a></p>
    <p>${languages(['en', 'es'])} · ${escaped(row.contact_name)}</p><p>${escaped(row.description.trim())}</p>
    <p>${date(zone, 'short', row.updated_at)}</p>${row.shifts.map((shift) => shiftChoice(shift, zone)).join('')}
    ${photoRows.map(photoLine).join('')}${fundraisers.map(fundraiserLine).join('')}`;
}

const oneCampaignSql = `${campaignSql.replace('t.intended_minor', 't.intended_minor, books.books, latest.gifts')}
  LEFT JOIN LATERAL (SELECT json_object_agg(a.kind, b.balance_minor) AS books
    FROM ledger.account a JOIN ledger.balance b ON b.account_id = a.id WHERE a.owner_id = c.id) books ON true
  LEFT JOIN LATERAL (SELECT json_agg(g) AS gifts FROM (SELECT g.id, g.name, g.message, g.intended_minor, g.paid_at
      FROM fundraising.gift g WHERE g.campaign_id = c.id AND g.status = 'paid' ORDER BY g.paid_at DESC LIMIT 10) g
  ) latest ON true WHERE c.slug = $1 AND c.status IN ('live', 'paused', 'ended')`;

function giftLine({ name, intended_minor, paid_at }, zone) {
  const at = new Date(paid_at);
  return `<li>${escaped(name.split(' ')[0])} ${round.format(intended_minor / 100)}
    <time datetime="${at.toISOString()}">${date(zone, 'short', at)}</time></li>`;
}

async function fundraiserPage(path) {
  const [[row], photoRows] = await Promise.all([
    queryNamed('one-campaign', oneCampaignSql, [slugOf(path)]),
    photos(path),
  ]);
  const { books, time_zone: zone } = row;
  const charged = -(books.fund + books['fee-cover']);
  const fees = books['processing-fees'];
  const amounts = [charged, fees, charged - fees].map((minor) => `<td>${dollars.format(minor / 100)}</td>`);
  return `<h1>${escaped(row.title)}</h1>${progress(row)}<p>${escaped(row.story.trim())}</p><tr>${amounts.join('')}</tr>
    <p>${dateFormat(zone, 'dateTime').format(new Date())} (${zoneName(zone)})</p>
    <ul>${row.gifts.map((gift) => giftLine(gift, zone)).join('')}</ul>${photoRows.map(photoLine).join('')}`;
}

const opportunitiesSql = `SELECT number.total, page.* FROM (SELECT count(*)::integer AS total FROM (
    SELECT FROM opportunities.opportunity o JOIN opportunities.business b ON b.id = o.business_id
    WHERE o.status = 'published' AND o.expires_at > $1 AND b.status = 'approved' LIMIT 1001) m) number, (
  SELECT o.*, b.legal_name, b.city FROM opportunities.opportunity o JOIN opportunities.business b ON b.id = o.business_id
  WHERE o.status = 'published' AND o.expires_at > $1 AND b.status = 'approved'
  ORDER BY o.published_at DESC, o.id DESC LIMIT 16) page ORDER BY page.published_at DESC, page.id DESC`;

function opportunityCard(row) {
  const badges = [
    !row.id_needed && 'No ID needed',
    !row.background_check && 'No background check',
    row.transport !== '' && 'Help to get there',
  ].filter(Boolean);
  return `<li class="card"><p>${row.kind}</p><h3><a href="/opportunities/${row.slug}">${escaped(row.title)}</a></h3>
    <p>${escaped(row.legal_name)}, ${escaped(row.city)} · ${escaped(row.place)}</p>
    <p>${round.format(row.pay_min_minor / 100)} to ${round.format(row.pay_max_minor / 100)} an hour, ${row.hours_per_week} hours a week</p>
    <p>${badges.map((badge) => `<span class="badge">${badge}</span>`).join('')}</p></li>`;
}

async function opportunitiesPage() {
  const rows = await queryNamed('opportunities', opportunitiesSql, [new Date()]);
  const visibleRows = rows.slice(0, 15);
  return `<p>${count.format(rows[0].total)} opportunities</p><ul>${visibleRows.map(opportunityCard).join('')}</ul>
    <a href="?after=${cursor(visibleRows.at(-1))}">Next</a>`;
}

const renderers = {
  '/': homePage,
  '/events': eventsPage,
  [process.env.EVENT_PATH]: eventPage,
  [process.env.FUNDRAISER_PATH]: fundraiserPage,
  '/opportunities': opportunitiesPage,
};
const frames = new Map();
for (const path of Object.keys(renderers)) frames.set(path, await (await fetch(api + path)).text());

createServer(async (request, response) => {
  try {
    const frame = frames.get(request.url);
    const rows = await renderers[request.url](request.url);
    const body = Buffer.from(frame.slice(0, Math.max(0, frame.length - rows.length)) + rows);
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': body.length });
    response.end(body);
  } catch (error) {
    console.error(request.url, error);
    response.writeHead(500, { 'content-length': 0 }).end();
  }
}).listen(Number(process.env.PORT), '127.0.0.1');

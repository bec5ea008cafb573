import { createServer } from 'node:http';
import pg from 'pg';

/**
 * The baseline of the events page: Node's own http and pg, written for this one answer. One named statement, the same
 * pool, the same bytes as the API.
 */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

const sql = `
  SELECT matching.total, page.*, shift_list.shifts
  FROM (
    SELECT count(*)::integer AS total FROM (
      SELECT FROM events.event e WHERE e.status IN ('published', 'cancelled') AND e.starts_at >= $1 LIMIT 1001
    ) m
  ) matching, (
    SELECT e.id, e.slug, e.title, e.summary, e.starts_at, e.ends_at, e.time_zone, e.status, e.online, e.place,
      array_to_json(e.languages) AS languages, c.name AS chapter_name, c.slug AS chapter_slug
    FROM events.event e JOIN identity.chapter c ON c.id = e.chapter_id
    WHERE e.status IN ('published', 'cancelled') AND e.starts_at >= $1
    ORDER BY e.starts_at, e.id LIMIT $2
  ) page LEFT JOIN LATERAL (
    SELECT json_agg(s) AS shifts FROM (
      SELECT s.id, s.role, s.starts_at, s.ends_at, s.capacity, s.taken
      FROM events.shift s WHERE s.event_id = page.id ORDER BY s.position, s.id
    ) s
  ) shift_list ON true
  ORDER BY page.starts_at, page.id`;

async function page(first) {
  const { rows } = await pool.query({ name: 'page', text: sql, values: [new Date(), first + 1] });
  const edges = rows.slice(0, first).map((row) => ({
    node: {
      id: row.id,
      slug: row.slug,
      title: row.title,
      summary: row.summary,
      startsAt: row.starts_at,
      endsAt: row.ends_at,
      timeZone: row.time_zone,
      status: row.status.toUpperCase(),
      online: row.online,
      place: row.place,
      languages: row.languages,
      chapter: { name: row.chapter_name, slug: row.chapter_slug },
      shifts: row.shifts.map((shift) => ({
        id: shift.id,
        role: shift.role,
        startsAt: new Date(shift.starts_at),
        endsAt: new Date(shift.ends_at),
        capacity: shift.capacity,
        placesLeft: shift.capacity - shift.taken,
      })),
    },
  }));
  const total = rows[0]?.total ?? 0;
  return JSON.stringify({
    data: {
      events: {
        edges,
        pageInfo: {
          hasNextPage: rows.length > first,
          hasPreviousPage: false,
          startCursor: edges.length > 0 ? cursor(rows[0]) : null,
          endCursor: edges.length > 0 ? cursor(rows[edges.length - 1]) : null,
        },
        totalCount: Math.min(total, 1000),
        totalIsCapped: total > 1000,
      },
    },
  });
}

function cursor(row) {
  return Buffer.from(JSON.stringify([row.starts_at.toISOString(), row.id])).toString('base64url');
}

createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', async () => {
    const { variables } = JSON.parse(Buffer.concat(chunks).toString());
    const body = Buffer.from(await page(variables.first));
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': body.length });
    response.end(body);
  });
}).listen(Number(process.env.PORT), '127.0.0.1');

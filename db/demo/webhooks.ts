import type { Tx } from '@upstander/platform';
import { chapters } from './chapters.js';
import { insert } from './insert.js';
import { idOf } from './random.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const [admin, organizer] = ['admin@demo.example', 'organizer@demo.example'].map((email) => idOf('account', email));
const endpointId = idOf('webhook endpoint', 'newsletter');

/**
 * One endpoint of the network that stopped working and one of Los Angeles that an organizer disabled, so nothing is sent to them.
 * Their secrets were thrown away.
 */
export async function insertWebhooks(tx: Tx, now: Date, sealSecret: (endpointId: string) => string): Promise<void> {
  const before = (ms: number) => new Date(now.valueOf() - ms);
  await tx.query(
    `INSERT INTO integrations.webhook_endpoint (id, url, description, types, status, disabled_reason, failures, failing_since,
       succeeded_at, secret_sealed, created_by, created_at)
     VALUES ($1, 'https://hooks.example.org/newsletter', 'Newsletter: add new volunteers', '{volunteer.created,volunteer.updated}',
       'disabled', 'failing', 31, $2, $3, $4, $5, $6)`,
    [endpointId, before(6 * DAY), before(6 * DAY + HOUR), sealSecret(endpointId), admin, before(60 * DAY)],
  );
  const chapterEndpointId = idOf('webhook endpoint', 'shift calendar');
  await tx.query(
    `INSERT INTO integrations.webhook_endpoint (id, chapter_id, url, description, types, status, disabled_reason, secret_sealed, created_by,
       created_at)
     VALUES ($1, $2, 'https://hooks.example.org/shift-calendar', 'Shift calendar of the Los Angeles team',
       '{signup.created,signup.updated,shift.updated}', 'disabled', 'staff', $3, $4, $5)`,
    [chapterEndpointId, chapters.la.id, sealSecret(chapterEndpointId), organizer, before(20 * DAY)],
  );
  const people = await tx.query<{ id: string; chapterId: string | null }>(
    'SELECT id, home_chapter_id AS "chapterId" FROM volunteers.volunteer WHERE erased_at IS NULL ORDER BY id LIMIT 8',
  );
  for (const [n, { id, chapterId }] of people.entries()) {
    const isDelivered = n < 5;
    const occurredAt = before(isDelivered ? (14 - n) * DAY : (6 - (n - 5)) * DAY);
    const deliveryId = idOf('webhook delivery', id);
    await insert(tx, 'integrations.webhook_delivery', [
      {
        id: deliveryId,
        endpointId,
        eventId: idOf('webhook event', id),
        type: n % 3 === 2 ? 'volunteer.updated' : 'volunteer.created',
        data: { id, homeChapterId: chapterId },
        occurredAt,
        dueSince: occurredAt,
        status: isDelivered ? 'succeeded' : 'failed',
        attempts: isDelivered ? 1 : 2,
        finishedAt: isDelivered ? occurredAt : before(DAY),
      },
    ]);
    const answers = isDelivered
      ? [{ statusCode: 204, problem: null, response: '' }]
      : [503, 502].map((statusCode) => ({ statusCode, problem: 'http', response: 'Service unavailable' }));
    const attempts = answers.map((answer, at) => ({
      ...answer,
      deliveryId,
      attemptedAt: new Date(occurredAt.valueOf() + at * HOUR),
      milliseconds: 80 + 37 * n,
    }));
    await insert(tx, 'integrations.webhook_attempt', attempts);
  }
}

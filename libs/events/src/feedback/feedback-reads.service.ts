import { Injectable } from '@nestjs/common';
import { Access, type Actor } from '@upstander/identity';
import { badInput, connectionFrom, Database, decodeCursor, encodeCursor, isUuid, pageSize } from '@upstander/platform';
import type { Feedback, FeedbackConnection } from './feedback.js';

/** What people thought of an event, for its organizers: the form promised them that no name goes with it. */
@Injectable()
export class FeedbackReads {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
  ) {}

  /** @throws Refusal NOT_FOUND unless the event is the actor's; BAD_INPUT for a page or a cursor that is none. */
  async ofEvent(
    actor: Actor,
    eventId: string,
    page: { first?: number | null; after?: string | null },
  ): Promise<FeedbackConnection> {
    await this.access.require(actor, 'event:read', [eventId], 'This event');
    const size = pageSize(page.first);
    const [after = null] = decodeCursor(page.after, 1) ?? [];
    if (after !== null && !isUuid(String(after))) throw badInput({ after: 'not-a-cursor' });
    const given = await this.db.query<{ rating: number; count: number }>(
      `SELECT wanted.rating, count(f.id)::integer AS count
       FROM generate_series(5, 1, -1) AS wanted (rating) LEFT JOIN (${ofEvent}) f USING (rating)
       GROUP BY wanted.rating ORDER BY wanted.rating DESC`,
      [eventId],
    );
    const rows = await this.db.query<Feedback & { id: string }>(
      `SELECT f.id, f.rating, f.comment FROM (${ofEvent}) f
       WHERE $2::uuid IS NULL OR f.id > $2 ORDER BY f.id LIMIT $3`,
      [eventId, after, size + 1],
    );
    const total = given.reduce((sum, { count }) => sum + count, 0);
    const points = given.reduce((sum, { rating, count }) => sum + rating * count, 0);
    return {
      ...connectionFrom(rows, { size, after: after !== null, total, cursor: ({ id }) => encodeCursor([id]) }),
      average: total === 0 ? null : points / total,
      ratings: given,
    };
  }
}

const ofEvent = `
  SELECT f.id, f.rating, f.comment FROM events.feedback f
  JOIN events.signup u ON u.id = f.signup_id JOIN events.shift s ON s.id = u.shift_id WHERE s.event_id = $1`;

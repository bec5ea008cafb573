import { Injectable } from '@nestjs/common';
import { Access, type Actor } from '@upstander/identity';
import { Database, keysetList, Values, type PageArgs } from '@upstander/platform';
import type { FeedbackAnswer, FeedbackConnection } from './feedback.entity.js';
import { joinShift } from '../shifts/shift-joins.js';
import { joinSignup } from '../signups/signup-joins.js';

/** Minimum number of answers for results to be shown. With fewer, a rating could identify its author. */
export const minAnswers = 5;

/** Leaves out names, as the form promises. */
@Injectable()
export class FeedbackReads {
  constructor(
    private readonly db: Database,
    private readonly access: Access,
  ) {}

  /** @throws Refusal NOT_FOUND, BAD_INPUT */
  async listForEvent(actor: Actor, eventId: string, page: PageArgs): Promise<FeedbackConnection> {
    await this.access.require(actor, 'event:read', [eventId], 'This event');
    const ratings = await this.db.query<{ rating: number; count: number }>(
      `SELECT wanted.rating, count(f.id)::integer AS count
       FROM generate_series(5, 1, -1) AS wanted (rating) LEFT JOIN (${selectOfEvent}) f USING (rating)
       GROUP BY wanted.rating ORDER BY wanted.rating DESC`,
      [eventId],
    );
    const list = await keysetList<FeedbackAnswer>(this.db, {
      columns: 'f.rating, f.comment',
      from: `(${selectOfEvent}) f`,
      conditions: [],
      values: new Values([eventId]),
      by: [{ sql: 'f.id', type: 'uuid' }],
      page,
    });
    const total = ratings.reduce((sum, { count }) => sum + count, 0);
    if (total < minAnswers) {
      const edges = list.edges.map(({ node, cursor }) => ({ cursor, node: { ...node, rating: null } }));
      return { ...list, edges, average: null, ratings: null, minimumAnswers: minAnswers };
    }
    const sumOfRatings = ratings.reduce((sum, { rating, count }) => sum + rating * count, 0);
    return { ...list, average: sumOfRatings / total, ratings, minimumAnswers: minAnswers };
  }
}

const selectOfEvent = `
  SELECT f.id, f.rating, f.comment FROM events.feedback f
  ${joinSignup('f')} ${joinShift('u')} WHERE s.event_id = $1`;

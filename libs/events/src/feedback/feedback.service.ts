import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { Clock, Idempotency, notFound, readValidInput, Refusal } from '@upstander/platform';
import { OpenSignupLink } from '../links/open-signup-link.js';
import { Feedback } from './feedback.entity.js';
import { FeedbackInput } from './feedback.input.js';
import { signupsOnShifts } from '../shifts/shift-joins.js';

@Injectable()
export class FeedbackService {
  constructor(
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly links: OpenSignupLink,
  ) {}

  /**
   * Replaces any previous answer.
   * @throws Refusal NOT_FOUND, BAD_INPUT, TOO_EARLY before the shift has started or without a place on it
   */
  async give(actor: Actor, input: FeedbackInput): Promise<{ ok: boolean }> {
    const link = await this.links.openSignupLink(actor, input.token);
    const values = readValidInput(FeedbackInput, input);
    const call = { operation: 'giveFeedback', actorKey: link.id, key: input.idempotencyKey, input: values };
    return this.idempotency.transaction(call, async (tx) => {
      const now = this.clock.now();
      const [signup] = await tx.query<{ was_there: boolean }>(
        `SELECT u.status IN ('confirmed', 'checked_in', 'completed') AND s.starts_at <= $3 AS was_there
           FROM ${signupsOnShifts} WHERE u.id = $1 AND u.token_version = $2`,
        [link.id, link.version, now],
      );
      if (!signup) throw notFound('This sign-up');
      if (!signup.was_there) {
        throw new Refusal('TOO_EARLY', 'You can tell us how it went after your shift.');
      }
      const updated = await tx.manager.update(Feedback, { signupId: link.id }, values);
      if (!updated.affected) await tx.manager.insert(Feedback, { ...values, signupId: link.id, createdAt: now });
      return { ok: true };
    });
  }
}

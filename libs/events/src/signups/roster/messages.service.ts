import { Injectable } from '@nestjs/common';
import { RateLimits, type Actor } from '@upstander/identity';
import { Database, Idempotency, typedKey, typedLine, typedText } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import { Line } from '../line.js';
import { RosterAccess } from './roster-access.js';
import type { MessageSignupArgs } from './roster.args.js';

/** Words from an organizer to one person on their roster: a mail that answers to the event's contact. */
@Injectable()
export class Messages {
  constructor(
    private readonly db: Database,
    private readonly idempotency: Idempotency,
    private readonly limits: RateLimits,
    private readonly access: RosterAccess,
    private readonly line: Line,
  ) {}

  /** @throws Refusal NOT_FOUND, BAD_INPUT, TOO_MANY_TRIES. */
  async send(actor: Actor, args: MessageSignupArgs): Promise<{ ok: boolean }> {
    await this.access.signup(actor, 'signup:message', args.id);
    const data = { subject: typedLine('subject', args.subject, 150), body: typedText('body', args.body, 5000) };
    await this.limits.take('organizer-message', String(actor.accountId));
    const key = typedKey(args.idempotencyKey);
    const call = { operation: 'messageSignup', actorKey: String(actor.accountId), key, input: [args.id, data] };
    return this.db.transaction((tx) =>
      this.idempotency.once(tx, call, async () => {
        const [signup] = await tx.query<{ id: string; email: string; locale: 'en' | 'es' }>(
          `SELECT u.id, v.email, u.locale FROM events.signup u JOIN volunteers.volunteer v ON v.id = u.volunteer_id
           WHERE u.id = $1`,
          [args.id],
        );
        if (signup) await this.line.tell(tx, signup, { template: 'organizer-message', data, part: randomUUID() });
        return { ok: true };
      }),
    );
  }
}

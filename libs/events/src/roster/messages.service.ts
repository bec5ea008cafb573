import { Injectable } from '@nestjs/common';
import { RateLimits, type Actor } from '@upstander/identity';
import { Database, Idempotency, Refusal, typedKey, typedLine, typedText } from '@upstander/platform';
import { VolunteerMessages } from '@upstander/volunteers';
import { randomUUID } from 'node:crypto';
import { Waitlist } from '../waitlist/waitlist.js';
import { RosterAccess } from '../signups/roster-access.js';
import type { MessageSignupArgs } from './roster.args.js';

interface Recipient extends Record<string, unknown> {
  id: string;
  email: string | null;
  locale: 'en' | 'es';
  volunteerId: string;
  chapterId: string;
}

/** Replies go to the event's contact. */
@Injectable()
export class Messages {
  constructor(
    private readonly db: Database,
    private readonly idempotency: Idempotency,
    private readonly limits: RateLimits,
    private readonly access: RosterAccess,
    private readonly waitlist: Waitlist,
    private readonly messages: VolunteerMessages,
  ) {}

  /** @throws Refusal NOT_FOUND, BAD_INPUT, TOO_MANY_TRIES, NO_EMAIL_ADDRESS */
  async send(actor: Actor, args: MessageSignupArgs): Promise<{ ok: boolean }> {
    await this.access.signup(actor, 'signup:message', args.id);
    const data = { subject: typedLine('subject', args.subject, 150), body: typedText('body', args.body, 5000) };
    await this.limits.consume('organizer-message', String(actor.accountId));
    const key = typedKey(args.idempotencyKey);
    const call = { operation: 'messageSignup', actorKey: String(actor.accountId), key, input: [args.id, data] };
    return this.db.transaction((tx) =>
      this.idempotency.runOnce(tx, call, async () => {
        const [signup] = await tx.query<Recipient>(
          `SELECT u.id, v.email, u.locale, v.id AS "volunteerId", e.chapter_id AS "chapterId"
           FROM events.signup u JOIN volunteers.volunteer v ON v.id = u.volunteer_id
             JOIN events.shift s ON s.id = u.shift_id JOIN events.event e ON e.id = s.event_id
           WHERE u.id = $1`,
          [args.id],
        );
        if (!signup) return { ok: true };
        if (signup.email === null) throw new Refusal('NO_EMAIL_ADDRESS', 'This volunteer has no email address.');
        const { volunteerId, chapterId } = signup;
        await this.messages.saveMessage(tx, { ...data, ids: [volunteerId], chapterId, by: actor.accountId });
        await this.waitlist.notify(tx, signup, { template: 'organizer-message', data, part: randomUUID() });
        return { ok: true };
      }),
    );
  }
}

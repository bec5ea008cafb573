import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { insertMails } from '@upstander/notifications';
import {
  badInput,
  Clock,
  Config,
  insertRow,
  isUuid,
  notFound,
  readValidInput,
  Refusal,
  type Tx,
  typedLine,
} from '@upstander/platform';
import { IsNull } from 'typeorm';
import { receiptOf, type LockedSignup } from '../signups/locked-signup.js';
import { Waitlist } from '../waitlist/waitlist.js';
import type { SignUpPayload } from '../signups/my-signup.js';
import { requireNotStarted, SignupLinks } from '../links/signup-links.service.js';
import { HandOver } from './hand-over.entity.js';
import { HandOverPersonInput, type HandOverSignupInput, type WithdrawHandOverInput } from './hand-over.input.js';
import { statusOf } from './hand-over-reads.js';

/** Per place; the first recipient to accept gets it. */
const maxOpen = 5;
/** Per place in total, to prevent abuse as a mailing tool. */
const maxOffers = 20;

/** The place remains the volunteer's until the recipient accepts. */
@Injectable()
export class HandOvers {
  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly links: SignupLinks,
    private readonly waitlist: Waitlist,
  ) {}

  /**
   * Offers the place to a recipient by email or, without one, to the first person on the waitlist.
   * @throws Refusal NOT_FOUND, BAD_INPUT, NOTHING_TO_HAND_OVER, SHIFT_STARTED, TOO_MANY_HAND_OVERS, NOBODY_WAITS
   */
  handOver(actor: Actor, input: HandOverSignupInput): Promise<SignUpPayload> {
    const to = input.to && readRecipient(input.to);
    return this.links.change(actor, { ...input, about: to ?? 'waitlist' }, 'handOverSignup', async (tx, signup) => {
      if (signup.status !== 'confirmed' || !signup.verifiedAt) {
        throw new Refusal('NOTHING_TO_HAND_OVER', 'You can only give away a confirmed spot.');
      }
      requireNotStarted(signup, this.clock.now());
      await (to ? this.offerSignup(tx, signup, to) : this.toWaitlist(tx, signup));
      return receiptOf(tx, signup.id);
    });
  }

  /**
   * No effect if the offer has ended.
   * @throws Refusal NOT_FOUND.
   */
  withdraw(actor: Actor, input: WithdrawHandOverInput): Promise<SignUpPayload> {
    return this.links.change(actor, { ...input, about: input.id }, 'withdrawHandOver', async (tx, signup) => {
      const mine = { id: input.id, signupId: signup.id };
      if (!isUuid(input.id) || !(await tx.manager.existsBy(HandOver, mine))) throw notFound('This offer');
      const ended = { outcome: 'withdrawn', endedAt: this.clock.now() } as const;
      await tx.manager.update(HandOver, { id: input.id, outcome: IsNull() }, ended);
      return receiptOf(tx, signup.id);
    });
  }

  private async offerSignup(tx: Tx, signup: LockedSignup, { name, email }: HandOverPersonInput): Promise<void> {
    const at = this.clock.now();
    if (email.toLowerCase() === signup.email?.toLowerCase()) throw badInput({ email: 'own-address' });
    const [before] = await tx.query<{ same: boolean; open: number; made: number; written: number }>(
      `SELECT count(*) FILTER (WHERE h.signup_id = $1 AND ${statusOf('h', '$3')} = 'open')::integer AS open,
         coalesce(bool_or(h.signup_id = $1 AND h.email = $2 AND ${statusOf('h', '$3')} = 'open'), false) AS same,
         count(*) FILTER (WHERE h.signup_id = $1)::integer AS made,
         count(*) FILTER (WHERE h.email = $2 AND h.created_at > $3::timestamptz - interval '1 hour')::integer AS written
       FROM events.hand_over h WHERE h.signup_id = $1 OR h.email = $2`,
      [signup.id, email, at],
    );
    if (!before || before.same) return;
    if (before.open >= maxOpen || before.made >= maxOffers || before.written >= this.config.SIGN_UP_MAILS_PER_HOUR) {
      throw new Refusal('TOO_MANY_HAND_OVERS', 'This spot has already been offered to enough people.', {
        most: maxOpen,
      });
    }
    const until = new Date(Math.min(at.valueOf() + this.config.HAND_OVER_HOURS * 3_600_000, signup.startsAt.valueOf()));
    const offer = { signupId: signup.id, shiftId: signup.shiftId, name, email, createdAt: at, expiresAt: until };
    const id = await insertRow(tx.manager, HandOver, offer);
    await tx.query(
      insertMails({
        template: { column: 'm.template' },
        key: `m.template || '/' || h.id`,
        subjectId: 'h.id',
        recipient: 'm.recipient',
        locale: 'm.locale',
        dueAt: 'm.due_at',
        from: `events.hand_over h
          LEFT JOIN volunteers.volunteer v ON v.email = h.email AND v.proven_at IS NOT NULL
          CROSS JOIN LATERAL (VALUES
            ('hand-over-offer', h.email, coalesce(v.locale, $2), h.created_at),
            -- Sent at the deadline only if the giver still holds the place (see stillTrue in hand-over.mails.ts).
            ('hand-over-expired', $3::citext, $2, h.expires_at)
          ) m (template, recipient, locale, due_at)
          WHERE h.id = $1`,
      }),
      [id, signup.locale, signup.email],
    );
    this.waitlist.enqueueAfter(tx);
  }

  /** @throws Refusal NOBODY_WAITS if the waitlist is empty; the place is then kept */
  private async toWaitlist(tx: Tx, signup: LockedSignup): Promise<void> {
    const offeredSql = `SELECT u.id FROM events.signup u WHERE u.shift_id = $1 AND u.status = 'offered'`;
    const before = (await tx.query<{ id: string }>(offeredSql, [signup.shiftId])).map(({ id }) => id);
    await this.waitlist.end(tx, signup, 'cancelled');
    const [next] = await tx.query<{ id: string }>(
      `${offeredSql} AND NOT u.id = ANY ($2::uuid[]) ORDER BY u.line_number LIMIT 1`,
      [signup.shiftId, before],
    );
    if (!next) throw new Refusal('NOBODY_WAITS', 'No one is on the waitlist, so there’s no one to give this spot to.');
    await tx.query('UPDATE events.signup SET taken_over_from = $2 WHERE id = $1', [next.id, signup.id]);
    await this.waitlist.notify(tx, signup, { template: 'signup-cancelled', data: { by: 'waitlist' } });
  }
}

function readRecipient(input: HandOverPersonInput): HandOverPersonInput {
  const values = readValidInput(HandOverPersonInput, input);
  return { ...values, email: typedLine('email', values.email, 254) };
}

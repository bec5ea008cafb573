import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { Outbox } from '@upstander/notifications';
import { Clock, Database, insertRow, notFound, Refusal } from '@upstander/platform';
import { IsNull } from 'typeorm';
import type { LocaleName } from '@upstander/identity';
import type { RosterEntry } from '../roster/roster-entry.js';
import { RosterReads } from '../roster/roster-reads.js';
import { isAdult, isMinor } from '../safeguarding/safeguarding-columns.js';
import { RosterAccess } from '../signups/roster-access.js';
import { ShiftLead } from './shift-lead.entity.js';
import { signupTables } from '../shifts/shift-joins.js';
import { joinVolunteer } from '@upstander/volunteers';

interface Candidate extends Record<string, unknown> {
  shiftId: string;
  email: string | null;
  locale: LocaleName;
  hasSpot: boolean;
  isTooYoung: boolean;
}

/** Leads are appointed per shift. They have no account and no other rights. */
@Injectable()
export class ShiftLeads {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: RosterAccess,
    private readonly outbox: Outbox,
    private readonly reads: RosterReads,
  ) {}

  /**
   * Emails the volunteer a personal link to the check-in list of their shift. Repeated calls have no effect.
   * @throws Refusal NOT_FOUND, LEAD_NEEDS_SPOT, LEAD_NEEDS_ADULT
   */
  async appoint(actor: Actor, id: string): Promise<RosterEntry> {
    await this.access.signup(actor, 'signup:appoint-lead', id);
    const signupId = id.toLowerCase();
    const at = this.clock.now();
    await this.db.transaction(async (tx) => {
      await tx.query('SELECT FROM events.signup WHERE id = $1 FOR NO KEY UPDATE', [signupId]);
      const [candidate] = await tx.query<Candidate>(
        `SELECT u.shift_id AS "shiftId", v.email::text, u.locale,
           u.status IN ('confirmed', 'checked_in') AND u.proven_at IS NOT NULL AND v.email IS NOT NULL
             AND e.status = 'published' AND s.ends_at > $2 AS "hasSpot",
           ${isMinor} OR (e.with_minors AND NOT ${isAdult}) AS "isTooYoung"
         FROM ${signupTables} ${joinVolunteer('u')} WHERE u.id = $1`,
        [signupId, at],
      );
      if (!candidate) throw notFound('This sign-up');
      const { shiftId, email, locale, hasSpot, isTooYoung } = candidate;
      if (!hasSpot || email === null) {
        throw new Refusal(
          'LEAD_NEEDS_SPOT',
          'A shift lead needs a spot on an upcoming or current shift and a confirmed email address.',
        );
      }
      if (isTooYoung) throw new Refusal('LEAD_NEEDS_ADULT', 'A shift lead has to be 18 or older.');
      if (await tx.manager.existsBy(ShiftLead, { signupId, shiftId, endedAt: IsNull() })) return;
      const lead = { signupId, shiftId, appointedBy: actor.accountId, appointedAt: at };
      const leadId = await insertRow(tx.manager, ShiftLead, lead);
      await this.outbox.add(tx, {
        key: `shift-lead/${leadId}`,
        template: 'shift-lead',
        subjectId: leadId,
        recipient: email,
        locale,
      });
    });
    return this.reads.entry(signupId);
  }

  /** Ends the lead's access immediately. Repeated calls have no effect. @throws Refusal NOT_FOUND */
  async dismiss(actor: Actor, id: string): Promise<RosterEntry> {
    await this.access.signup(actor, 'signup:appoint-lead', id);
    const signupId = id.toLowerCase();
    await this.db.transaction((tx) =>
      tx.manager.update(ShiftLead, { signupId, endedAt: IsNull() }, { endedAt: this.clock.now() }),
    );
    return this.reads.entry(signupId);
  }
}

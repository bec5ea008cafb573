import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { Outbox } from '@upstander/notifications';
import { badInput, Clock, Config, Database, isUuid, notFound, Refusal, typedLine, type Tx } from '@upstander/platform';
import { randomUUID } from 'node:crypto';
import { Safeguarding } from '../safeguarding/safeguarding.service.js';
import { RosterAccess } from '../signups/roster-access.js';
import type { AttendanceMarkKind } from './attendance-mark.entity.js';
import { AttendanceReads } from './attendance-reads.js';
import type { AttendanceEntry, AttendanceOutcome, AttendanceOutcomeCode } from './attendance.js';
import type { AttendanceMarkInput, CheckInArgs } from './attendance.input.js';

/** Per call. A phone that was offline for a day sends several calls. */
export const maxMarks = 500;

/** Volunteers who never checked out are completed this long after the shift, as of its end. */
export const autoCheckOutDelay = '2 hours';

interface Mark {
  id: string;
  signup: string;
  kind: AttendanceMarkKind | 'undo';
  at: Date;
  undoes?: string | null;
  /** Allows a check-in up to 12 hours before the shift. */
  earlyReason?: string | null;
}

/** Marks are commutative and idempotent. */
@Injectable()
export class AttendanceService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly outbox: Outbox,
    private readonly access: RosterAccess,
    private readonly reads: AttendanceReads,
    private readonly safeguarding: Safeguarding,
  ) {}

  /**
   * A mark that is refused does not affect the others.
   * @throws Refusal BAD_INPUT for malformed marks or more than 500 of them
   */
  async record(actor: Actor, marks: readonly AttendanceMarkInput[]): Promise<AttendanceOutcome[]> {
    if (marks.length > maxMarks) throw badInput({ marks: 'too-many' });
    const parsedMarks = marks.map((mark, index) => this.parseMark(mark, `marks.${index}`));
    const allowed = await this.access.signupsOf(
      actor,
      parsedMarks.map(({ signup }) => signup),
    );
    return this.db.transaction(async (tx) => {
      const codes = await this.write(
        tx,
        parsedMarks.filter(({ signup }) => allowed.has(signup)),
        actor.accountId,
      );
      const entries = await this.reads.entries([...allowed], tx);
      return parsedMarks.map(({ id, signup }) => {
        const code = codes.get(id) ?? 'NOT_FOUND';
        return { markId: id, code, entry: code === 'NOT_FOUND' ? null : (entries.get(signup) ?? null) };
      });
    });
  }

  /** @throws Refusal with the code of the mark's outcome */
  async mark(actor: Actor, kind: AttendanceMarkKind, { signupId, at, ...args }: CheckInArgs): Promise<AttendanceEntry> {
    await this.access.signup(actor, 'signup:check-in', signupId);
    const earlyReason = readEarlyReason(args.earlyReason);
    const mark = { id: randomUUID(), signup: signupId.toLowerCase(), kind, at: at ?? this.clock.now(), earlyReason };
    return this.recordOne(actor, () => mark, signupId);
  }

  /**
   * Repeated calls undo earlier marks.
   * @throws Refusal NOT_FOUND, NOTHING_TO_UNDO
   */
  async undoCheckIn(actor: Actor, signupId: string): Promise<AttendanceEntry> {
    await this.access.signup(actor, 'signup:check-in', signupId);
    return this.recordOne(
      actor,
      (entry) => {
        if (!entry.lastMarkId) throw new Refusal('NOTHING_TO_UNDO', 'This person hasn’t been marked.');
        return { id: randomUUID(), signup: entry.id, kind: 'undo', at: this.clock.now(), undoes: entry.lastMarkId };
      },
      signupId,
    );
  }

  /** Returns the outcome by mark ID. The caller must have checked permission. */
  async write(
    tx: Tx,
    marks: readonly Mark[],
    recordedBy: string | null | undefined,
  ): Promise<Map<string, AttendanceOutcomeCode>> {
    if (marks.length === 0) return new Map();
    const ids = marks.map(({ signup }) => signup).filter(isUuid);
    const opensBefore = `${this.config.CHECK_IN_MINUTES} minutes`;
    const earlyMarks = marks.filter(({ kind, earlyReason }) => kind === 'check_in' && earlyReason);
    if (earlyMarks.length > 0) await saveEarlyReasons(tx, earlyMarks, opensBefore);
    const blockedMinors = await this.safeguarding.findBlockedMinors(tx, ids);
    const rows = await tx.query<{ ord: number; code: AttendanceOutcomeCode }>(
      'SELECT ord, code FROM events.record_attendance($1, $2, $3, $4::interval, $5::interval)',
      [
        JSON.stringify(
          marks.map(({ earlyReason: _, ...mark }, ord) => ({ ord, ...mark, ...blockedMinors.get(mark.signup) })),
        ),
        recordedBy ?? null,
        this.clock.now(),
        opensBefore,
        autoCheckOutDelay,
      ],
    );
    if (earlyMarks.length > 0 || marks.some(({ kind }) => kind === 'undo'))
      await clearEarlyReasons(tx, ids, opensBefore);
    this.outbox.deliver(tx);
    await this.safeguarding.notifyOfNoShows(
      tx,
      marks.filter(({ kind }) => kind === 'no_show').map(({ signup }) => signup),
    );
    return new Map(rows.map(({ ord, code }) => [marks[ord]!.id, code]));
  }

  private async recordOne(
    actor: Actor,
    markOf: (entry: AttendanceEntry) => Mark,
    signupId: string,
  ): Promise<AttendanceEntry> {
    const id = signupId.toLowerCase();
    return this.db.transaction(async (tx) => {
      const before = (await this.reads.entries([id], tx)).get(id);
      if (!before) throw notFound('This sign-up');
      const mark = markOf(before);
      const code = (await this.write(tx, [mark], actor.accountId)).get(mark.id);
      if (code !== 'RECORDED' && code !== 'ALREADY') throw refusalOf(code ?? 'NOT_FOUND');
      const after = (await this.reads.entries([id], tx)).get(id);
      if (!after) throw notFound('This sign-up');
      return after;
    });
  }

  private parseMark(input: AttendanceMarkInput, field: string): Mark {
    const { id, signupId, kind, undoneMarkId, at } = input;
    if (!isUuid(id)) throw badInput({ [`${field}.id`]: 'not-an-id' });
    if (Boolean(kind) === Boolean(undoneMarkId)) throw badInput({ [`${field}.kind`]: 'required' });
    return {
      id: id.toLowerCase(),
      // A scanned code can contain anything. An invalid ID gets NOT_FOUND.
      signup: isUuid(signupId) ? signupId.toLowerCase() : signupId,
      kind: kind ?? 'undo',
      at: at ?? this.clock.now(),
      undoes: undoneMarkId && isUuid(undoneMarkId) ? undoneMarkId.toLowerCase() : null,
      earlyReason: readEarlyReason(input.earlyReason, `${field}.earlyReason`),
    };
  }
}

/** @throws Refusal BAD_INPUT */
export function readEarlyReason(reason: string | null | undefined, field = 'earlyReason'): string | null {
  return reason?.trim() ? typedLine(field, reason, 500) : null;
}

async function saveEarlyReasons(tx: Tx, marks: readonly Mark[], opensBefore: string): Promise<void> {
  await tx.query(
    `UPDATE events.signup u SET early_reason = m.reason
     FROM jsonb_to_recordset($1) AS m (signup uuid, reason text, at timestamptz)
     WHERE u.id = m.signup AND m.at < lower(u.during) - $2::interval AND u.repeat_of IS NULL`,
    [JSON.stringify(marks.map(({ signup, earlyReason: reason, at }) => ({ signup, reason, at }))), opensBefore],
  );
}

/** Clears the reasons of people who are not checked in early: their check-in was rejected, undone or corrected. */
async function clearEarlyReasons(tx: Tx, signupIds: readonly string[], opensBefore: string): Promise<void> {
  await tx.query(
    `UPDATE events.signup u SET early_reason = NULL
     WHERE u.id = ANY ($1::uuid[]) AND u.early_reason IS NOT NULL
       AND (u.checked_in_at < lower(u.during) - $2::interval) IS NOT TRUE`,
    [signupIds, opensBefore],
  );
}

export function refusalOf(code: AttendanceOutcomeCode): Refusal {
  switch (code) {
    case 'NO_PLACE':
      return new Refusal(code, 'This person is on the waitlist. Add them as a walk-in to give them a spot.');
    case 'SIGNUP_ENDED':
      return new Refusal(code, 'This sign-up was canceled or has expired. Add the person as a walk-in.');
    case 'TOO_EARLY':
      return new Refusal(code, 'It’s too early for that. Check-in hasn’t opened, or the shift hasn’t started.');
    case 'TOO_FEW_ADULTS':
      return new Refusal(code, 'There aren’t enough adults on this shift to supervise minors.');
    case 'GUARDIAN_NEEDED':
      return new Refusal(code, 'This shift asks for a waiver. Under 18, a parent or guardian has to sign it first.');
    case 'EVENT_OFF':
      return new Refusal(code, 'This event was canceled or isn’t published.');
    default:
      return notFound('This sign-up');
  }
}

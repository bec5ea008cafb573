import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import {
  badInput,
  Clock,
  Database,
  Idempotency,
  isUuid,
  Refusal,
  type Tx,
  typedKey,
  typedLine,
  violatedConstraint,
} from '@upstander/platform';
import { signupRequestOf, type SignupRequest } from '../batch/signup-request.js';
import { lockSignup, isActive, type LockedSignup } from '../signups/locked-signup.js';
import { Waitlist } from '../waitlist/waitlist.js';
import { findOverlap, overlapRefusal, refuseOverlaps } from '../signups/overlaps.js';
import { signUpClosed } from '../batch/eligibility.js';
import { PlaceSignups } from '../batch/place-signups.js';
import type { RosterEntry } from './roster-entry.js';
import { SignupMoves } from './signup-moves.js';
import { RosterAccess } from '../signups/roster-access.js';
import { RosterReads } from './roster-reads.js';
import type { AddSignupArgs, MovedSignup, MoveSignupArgs } from './roster.args.js';

const maxMoves = 200;

@Injectable()
export class RosterService {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly access: RosterAccess,
    private readonly reads: RosterReads,
    private readonly places: PlaceSignups,
    private readonly waitlist: Waitlist,
    private readonly signupMoves: SignupMoves,
  ) {}

  /**
   * Adds a person on an organizer's word, without a time limit. If the shift is full, they join the waitlist. A person
   * removed by an organizer gets their old waitlist position back.
   * @throws Refusal NOT_FOUND, BAD_INPUT, SIGN_UP_CLOSED, OVERLAPPING_SHIFT unless a reason for the overlap is given
   */
  async add(actor: Actor, args: AddSignupArgs): Promise<RosterEntry> {
    return this.addRequest(actor, signupRequestOf({ ...args, idempotencyKey: null }), args);
  }

  /** Like `add`, for a request that is already built. @throws Refusal as `add` */
  async addRequest(
    actor: Actor,
    typed: SignupRequest,
    args: Pick<AddSignupArgs, 'shiftId' | 'overlapReason' | 'idempotencyKey'>,
  ): Promise<RosterEntry> {
    await this.access.requireShift(actor, args.shiftId);
    const overlap = readReason('overlapReason', args.overlapReason);
    const request = { ...typed, key: null, hash: null, vouched: true, overlap };
    const call = {
      operation: 'addSignup',
      actorKey: String(actor.accountId),
      key: typedKey(args.idempotencyKey),
      input: request,
    };
    const canSee = this.access.createNameCheck(actor);
    const add = async (tx: Tx) => {
      const other = overlap ? null : await findOverlap(tx, { shiftId: request.shift, email: request.email });
      if (other) throw overlapRefusal(canSee(other.chapterId) ? other : null);
      const [placed] = await this.places.place([request], tx);
      if (!placed || placed instanceof Refusal) throw placed ?? new Error('A sign-up got no answer.');
      // An existing sign-up, perhaps still unconfirmed, no longer expires once an organizer vouches for it.
      await tx.query(
        'UPDATE events.signup SET expires_at = NULL, overlap_reason = coalesce($2, overlap_reason) WHERE id = $1',
        [placed.id, overlap],
      );
      if (placed.outcome === 'created') await this.waitlist.restorePosition(tx, placed.id);
      this.waitlist.enqueueAfter(tx);
      return { id: placed.id };
    };
    const wanted = { shiftId: request.shift, email: request.email };
    const { id } = await refuseOverlaps(
      this.db,
      wanted,
      (tx) => this.idempotency.runOnce(tx, call, () => add(tx)),
      canSee,
    );
    return this.reads.entry(id);
  }

  /**
   * The old place is offered to the waitlist.
   * @throws Refusal NOT_FOUND, ROSTER_CLOSED, SIGNUP_ENDED, SHIFT_OF_ANOTHER_EVENT, SIGN_UP_CLOSED, SHIFT_FULL,
   * ALREADY_SIGNED_UP, OVERLAPPING_SHIFT unless a reason for the overlap is given
   */
  async move(actor: Actor, { id, toShiftId, overlapReason }: MoveSignupArgs): Promise<RosterEntry> {
    await this.access.signup(actor, 'signup:move', id);
    await this.access.requireShift(actor, toShiftId);
    const overlap = readReason('overlapReason', overlapReason);
    await refuseOverlaps(
      this.db,
      { signupId: id },
      async (tx) => {
        const signup = await this.requireLocked(tx, id, [toShiftId]);
        this.requireOpen(signup);
        if (signup.shiftId === toShiftId) return;
        if (!isActive(signup)) throw new Refusal('SIGNUP_ENDED', 'This sign-up is no longer active.');
        await this.signupMoves.move(tx, signup, toShiftId, overlap);
      },
      this.access.createNameCheck(actor),
    ).catch((error: unknown) => {
      if (violatedConstraint(error) !== 'signup_once') throw error;
      throw new Refusal('ALREADY_SIGNED_UP', 'This person is already on that shift.');
    });
    return this.reads.entry(id);
  }

  /**
   * Moves people one by one, so that one who can't be moved doesn't keep the others. Repeating it moves the rest.
   * @throws Refusal NOT_FOUND before anyone is moved; BAD_INPUT
   */
  async moveAll(actor: Actor, ids: readonly string[], toShiftId: string): Promise<MovedSignup[]> {
    if (ids.length > maxMoves) throw badInput({ ids: 'too-many' });
    if (!ids.every(isUuid)) throw badInput({ ids: 'not-an-id' });
    for (const id of ids) await this.access.signup(actor, 'signup:move', id);
    const ordered = await this.db.query<{ id: string }>(
      'SELECT id FROM events.signup WHERE id = ANY ($1::uuid[]) ORDER BY created_at, id',
      [ids],
    );
    const results: MovedSignup[] = [];
    for (const { id } of ordered) {
      const problem = await this.move(actor, { id, toShiftId }).then(() => null, codeOf);
      results.push({ id, problem });
    }
    return results;
  }

  /**
   * Notifies the person and offers the place to the waitlist. Idempotent.
   * @throws Refusal NOT_FOUND, BAD_INPUT, ROSTER_CLOSED
   */
  async remove(actor: Actor, id: string, why: string | null | undefined): Promise<RosterEntry> {
    await this.access.signup(actor, 'signup:remove', id);
    const note = readReason('reason', why);
    await refuseOverlaps(this.db, { signupId: id }, async (tx) => {
      const signup = await this.requireLocked(tx, id);
      this.requireOpen(signup);
      if (!isActive(signup)) return;
      await this.waitlist.end(tx, signup, 'cancelled');
      await tx.query('UPDATE events.signup SET removed_by = $2 WHERE id = $1', [id, actor.accountId]);
      const data = { by: 'organizer' as const, reason: note };
      await this.waitlist.notify(tx, signup, { template: 'signup-cancelled', data });
    });
    return this.reads.entry(id);
  }

  /** A roster is a record of attendance once its shift is over or its event is canceled. */
  private requireOpen(signup: LockedSignup): void {
    if (signup.eventStatus === 'published' && signup.endsAt > this.clock.now()) return;
    throw new Refusal('ROSTER_CLOSED', 'This shift is over or its event was canceled, so its roster can’t be changed.');
  }

  private async requireLocked(tx: Tx, id: string, additionalShiftIds: readonly string[] = []): Promise<LockedSignup> {
    const signup = await lockSignup(tx, id, additionalShiftIds);
    if (!signup) throw signUpClosed();
    return signup;
  }
}

function readReason(field: string, text: string | null | undefined): string | null {
  return text?.trim() ? typedLine(field, text, 500) : null;
}

/** Returns the code of a refusal; faults end the request. */
function codeOf(error: unknown): string {
  if (error instanceof Refusal) return error.code;
  throw error;
}

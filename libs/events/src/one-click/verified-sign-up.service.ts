import { Injectable } from '@nestjs/common';
import { Clock, Database, isRolledBack, JobQueue, Refusal, type Tx } from '@upstander/platform';
import { Volunteers, WaiversAtDoor } from '@upstander/volunteers';
import type { SignupRequest } from '../batch/signup-request.js';
import { lockSignup, isActive, receiptOf, type LockedSignup } from '../signups/locked-signup.js';
import { refuseOverlaps } from '../signups/overlaps.js';
import { PlaceSignups, type PlacedSignup } from '../batch/place-signups.js';
import type { SignUpReceipt } from '../signups/my-signup.js';
import { ShiftRequirements } from '../requirements/shift-requirements.service.js';
import { tooYoungRefusal } from '../batch/eligibility.js';
import { signupsOnShifts } from '../shifts/shift-joins.js';

@Injectable()
export class VerifiedSignUp {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly places: PlaceSignups,
    private readonly volunteers: Volunteers,
    private readonly queue: JobQueue,
    private readonly requirements: ShiftRequirements,
    private readonly waivers: WaiversAtDoor,
  ) {}

  /**
   * An existing sign-up for this shift is returned.
   * @throws Refusal OVERLAPPING_SHIFT, CREDENTIALS_MISSING and those of events.take_places.
   */
  async signUp(request: SignupRequest): Promise<SignUpReceipt> {
    const placed = await this.places
      .placeBatched({ ...request, verified: true, batched: true })
      .catch(retryIndividually);
    return placed?.outcome === 'created' ? placed : this.signUpIndividually(request);
  }

  /**
   * Signs up the volunteer a browser remembers. If they already hold this shift, the request is handled like an
   * anonymous one, and only an email tells the volunteer.
   * @throws Refusal as `signUp`
   */
  async signUpFromBrowser(request: SignupRequest): Promise<SignUpReceipt> {
    const batched = await this.places
      .placeBatched({ ...request, verified: true, batched: true })
      .catch(retryIndividually);
    const placed = batched && batched.outcome !== 'individual' ? batched : await this.signUpIndividually(request);
    return placed.outcome === 'existing' ? this.places.placeBatched(request) : placed;
  }

  /** Runs in its own transaction, for requests that need individual checks or are refused. */
  signUpIndividually(request: SignupRequest): Promise<SignUpReceipt & Pick<PlacedSignup, 'outcome'>> {
    return refuseOverlaps(this.db, { shiftId: request.shift, email: request.email }, (tx) =>
      this.signUpIn(tx, request),
    );
  }

  /** An overlap surfaces as the database's constraint violation, not as a refusal. */
  async signUpIn(tx: Tx, request: SignupRequest): Promise<SignUpReceipt & Pick<PlacedSignup, 'outcome'>> {
    const [placed] = await this.places.place([{ ...request, verified: true }], tx);
    if (!placed || placed instanceof Refusal) throw placed ?? new Error('A sign-up got no answer.');
    tx.afterCommit(() => this.queue.enqueue('deliver-due-mail'));
    const signup = await lockSignup(tx, placed.id);
    if (!signup) throw new Error('A sign-up that was just placed is gone.');
    if (placed.outcome === 'created') await this.requirements.requireNoneMissing(tx, signup);
    await this.verifySignup(tx, signup);
    return placed.outcome === 'replayed' ? placed : { ...(await receiptOf(tx, signup.id)), outcome: placed.outcome };
  }

  /**
   * Verifies the address, records the volunteer as known to the chapter, and checks requirements. Requirements aren't
   * checked when an address is entered, and never for a volunteer signed up by an organizer.
   * @throws Refusal TOO_YOUNG, CREDENTIALS_MISSING
   */
  async verifySignup(tx: Tx, signup: LockedSignup): Promise<void> {
    // Walk-ins confirm their address after the shift, together with what they signed at check-in.
    if (!isActive(signup) && signup.status !== 'checked_in' && signup.status !== 'completed') return;
    if (!signup.verifiedAt && signup.expiresAt) await this.requirements.requireNoneMissing(tx, signup);
    const at = this.clock.now();
    await this.volunteers.verify(tx, { ...signup, at });
    await this.volunteers.recordChapterContact(tx, { ...signup, at });
    if (signup.verifiedAt) return;
    // Sign-ups added by an organizer do not expire and skip this check.
    if (signup.expiresAt) await this.refuseKnownAge(tx, signup);
    await tx.query('UPDATE events.signup SET proven_at = $2, expires_at = NULL WHERE id = $1', [signup.id, at]);
    await this.waivers.confirmAddress(tx, signup.id);
  }

  /**
   * Checks the age in the volunteer's profile, which overrides the form.
   * @throws Refusal TOO_YOUNG
   */
  private async refuseKnownAge(tx: Tx, { id, volunteerId }: LockedSignup): Promise<void> {
    const [shift] = await tx.query<{ minimumAge: number | null }>(
      `SELECT s.minimum_age AS "minimumAge" FROM ${signupsOnShifts}
         JOIN volunteers.volunteer v ON v.id = $2
       WHERE u.id = $1
         AND NOT events.old_enough(s.minimum_age, s.starts_at_local::date, v.birth_year, v.minor, v.born_by)`,
      [id, volunteerId],
    );
    if (shift) throw tooYoungRefusal(shift.minimumAge);
  }
}

/** Returns null if PostgreSQL rolled the batch back because of a concurrent change, so the request is retried alone. */
function retryIndividually(error: unknown): null {
  if (!isRolledBack(error)) throw error;
  return null;
}

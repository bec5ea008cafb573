import { Injectable } from '@nestjs/common';
import { RateLimits, type Actor, type Browser } from '@upstander/identity';
import { badInput, Idempotency, JobQueue, Refusal, retryTransaction, type Tx } from '@upstander/platform';
import type { PlacedSignup } from '../batch/place-signups.js';
import type { SignupRequest } from '../batch/signup-request.js';
import { GroupedSignups } from './grouped-signups.js';
import { MultiShiftPlacing, requestsOf } from './multi-shift-placing.js';
import type { SignUpForShiftsInput } from './several-shifts.input.js';
import type { ShiftOutcome, SignUpForShiftsPayload } from './several-shifts.js';
import { shiftTables } from '../shifts/shift-joins.js';

const maxShifts = 10;

@Injectable()
export class MultiShiftSignUp {
  constructor(
    private readonly limits: RateLimits,
    private readonly idempotency: Idempotency,
    private readonly placing: MultiShiftPlacing,
    private readonly groupedSignups: GroupedSignups,
    private readonly queue: JobQueue,
  ) {}

  /**
   * Takes a place on as many of the shifts as possible, or with `allOrNothing` on all or none.
   * @throws Refusal BAD_INPUT, TOO_MANY_TRIES, CHOSEN_OVERLAP, NOT_ALL_FREE, and those of `signUp` and `signUpAgain`
   */
  async signUp(actor: Actor, browser: Browser, input: SignUpForShiftsInput): Promise<SignUpForShiftsPayload> {
    const shiftIds = [...new Set(input.shiftIds.map((id) => id.toLowerCase()))];
    if (shiftIds.length === 0 || shiftIds.length > maxShifts) throw badInput({ shiftIds: 'out-of-range' });
    for (let takenCount = 0; takenCount < shiftIds.length; takenCount += 1)
      await this.limits.consume('sign-up', actor.address);
    const signer = await this.placing.identify(actor, browser, input);
    const requests = requestsOf(signer, input, shiftIds);
    const call = {
      operation: 'signUpForShifts',
      actorKey: signer.key,
      key: input.idempotencyKey,
      input: [requests, input.allOrNothing === true],
    };
    const outcomes = await retryTransaction(() =>
      this.idempotency.transaction(call, async (tx) => {
        await refuseChosenOverlap(tx, shiftIds);
        const placed = await this.placing.place(tx, signer, requests);
        return this.finish(tx, requests, placed, input.allOrNothing === true);
      }),
    );
    if (input.remember) await this.placing.remember(browser, signer);
    return { outcomes };
  }

  private async finish(
    tx: Tx,
    requests: readonly SignupRequest[],
    placed: ReadonlyArray<PlacedSignup | Refusal>,
    allOrNothing: boolean,
  ): Promise<ShiftOutcome[]> {
    const refusals = placed.filter((one) => one instanceof Refusal);
    const waitlisted = requests.filter((_, index) => isWaitlisted(placed[index]!));
    if (refusals[0] && (allOrNothing || refusals.length === placed.length)) throw refusals[0];
    if (waitlisted.length > 0 && allOrNothing) throw notAllFreeRefusal(waitlisted.map(({ shift }) => shift));
    const newIds = placed.flatMap((one) => (!(one instanceof Refusal) && one.outcome === 'created' ? [one.id] : []));
    if (newIds.length > 0) {
      await this.groupedSignups.linkSignups(tx, newIds, requests[0]!);
      tx.afterCommit(() => this.queue.enqueue('deliver-due-mail'));
    }
    return requests.map(({ shift }, index) => outcomeOf(shift, placed[index]!));
  }
}

function isWaitlisted(one: PlacedSignup | Refusal): boolean {
  return !(one instanceof Refusal) && one.status === 'waitlisted';
}

export function outcomeOf(shiftId: string, one: PlacedSignup | Refusal): ShiftOutcome {
  if (one instanceof Refusal) return { shiftId, signup: null, refusal: { code: one.code, message: one.message } };
  const { id, status, position, guests } = one;
  return { shiftId, signup: { id, status, position, guests }, refusal: null };
}

/** Refuses a selection with two shifts at the same time, and names both. @throws Refusal CHOSEN_OVERLAP */
async function refuseChosenOverlap(tx: Tx, shiftIds: readonly string[]): Promise<void> {
  const chosen = await tx.query<{ id: string; title: string; role: string; startsAt: Date; endsAt: Date }>(
    `SELECT s.id, e.title, s.role, s.starts_at AS "startsAt", s.ends_at AS "endsAt"
     FROM ${shiftTables} WHERE s.id = ANY ($1::uuid[]) ORDER BY s.starts_at, s.id`,
    [shiftIds],
  );
  const second = chosen.findIndex(({ startsAt }, index) => index > 0 && startsAt < chosen[index - 1]!.endsAt);
  if (second < 0) return;
  const shifts = chosen
    .slice(second - 1, second + 1)
    .map(({ id, title, role, startsAt }) => ({ id, title, role, startsAt: startsAt.toISOString() }));
  throw new Refusal('CHOSEN_OVERLAP', 'Two of these shifts are at the same time.', { shifts });
}

function notAllFreeRefusal(shiftIds: readonly string[]): Refusal {
  return new Refusal('NOT_ALL_FREE', 'Some of these shifts are full, so we didn’t sign you up for any of them.', {
    shiftIds,
  });
}

import { Injectable } from '@nestjs/common';
import { RateLimits, type Actor } from '@upstander/identity';
import { positiveAmount } from '@upstander/ledger';
import { smallestCover, smallestStep } from '@upstander/money';
import { columnsOf, Config, Database, notThere, Refusal, SignedIds, typedNote } from '@upstander/platform';
import type { ChangePlanInput, PlanPortal, PlanTokenInput, StopPlanInput } from './change-plan.input.js';
import { ChangePlans } from './change-plans.js';
import type { MyPlan } from './my-plan.js';
import { PlanReads } from './plan-reads.service.js';
import { Plan } from './plan.entity.js';
import { StopPlans } from './stop-plans.service.js';

const columns = [
  ...(['id', 'status', 'currency', 'locale', 'intendedMinor', 'coverMinor'] as const),
  ...(['stripeSubscriptionId', 'stopRequestedAt'] as const),
] as const;

/** A plan as its link finds it. */
type LinkedPlan = Pick<Plan, (typeof columns)[number]>;

/** What a donor does with a recurring gift, by the personal link and without an account. */
@Injectable()
export class PlanLinks {
  constructor(
    private readonly db: Database,
    private readonly config: Config,
    private readonly limits: RateLimits,
    private readonly signedIds: SignedIds,
    private readonly changes: ChangePlans,
    private readonly stops: StopPlans,
    private readonly reads: PlanReads,
  ) {}

  /**
   * Changes what is charged from the next month on.
   * @throws Refusal NOT_FOUND, TOO_MANY_TRIES, PLAN_ENDED, PLAN_NOT_STARTED, GIFT_TOO_SMALL, BAD_INPUT,
   *   PAYMENTS_UNAVAILABLE.
   */
  async change(actor: Actor, input: ChangePlanInput): Promise<MyPlan> {
    const plan = await this.running(actor, input.token);
    const intended = input.amount ? positiveAmount(input.amount, plan.currency) : BigInt(plan.intendedMinor);
    const covers = input.coverFee ?? BigInt(plan.coverMinor) > 0n;
    const cover = this.coverOf(intended, plan.currency, covers);
    if (intended !== BigInt(plan.intendedMinor) || cover !== BigInt(plan.coverMinor)) {
      await this.changes.change(plan.stripeSubscriptionId, {
        planId: plan.id,
        intended,
        cover,
        currency: plan.currency,
      });
    }
    return this.mine(input.token);
  }

  /** Stops it at once; saying so again changes nothing. @throws Refusal NOT_FOUND, TOO_MANY_TRIES, PLAN_NOT_STARTED. */
  async stop(actor: Actor, input: StopPlanInput): Promise<MyPlan> {
    const plan = await this.open(actor, input.token);
    if (plan.status === 'pending') throw notStarted();
    await this.stops.stop(plan.id, { reason: typedNote('reason', input.reason, 500) });
    return this.mine(input.token);
  }

  /** @throws Refusal NOT_FOUND, TOO_MANY_TRIES, PLAN_ENDED, PLAN_NOT_STARTED, PAYMENTS_UNAVAILABLE. */
  async portal(actor: Actor, input: PlanTokenInput): Promise<PlanPortal> {
    const plan = await this.running(actor, input.token);
    const returnUrl = `${this.config.PUBLIC_URL}/plan/${input.token}${plan.locale === 'es' ? '?lang=es' : ''}`;
    return this.changes.portal(plan.stripeSubscriptionId, returnUrl);
  }

  private async running(actor: Actor, token: string): Promise<LinkedPlan & { stripeSubscriptionId: string }> {
    const plan = await this.open(actor, token);
    if (plan.stopRequestedAt || plan.status === 'stopped' || plan.status === 'expired') {
      throw new Refusal('PLAN_ENDED', 'This recurring gift has ended. You are welcome to begin a new one.');
    }
    const { stripeSubscriptionId } = plan;
    if (!stripeSubscriptionId) throw notStarted();
    return { ...plan, stripeSubscriptionId };
  }

  /** @throws Refusal TOO_MANY_TRIES, NOT_FOUND. */
  private async open(actor: Actor, token: string): Promise<LinkedPlan> {
    await this.limits.consume('public-write', actor.address);
    const link = this.signedIds.verify('plan', token);
    if (!link) throw notThere('This recurring gift');
    const [plan] = await this.db.query<LinkedPlan>(
      `SELECT ${columnsOf(Plan, 'p', columns)} FROM fundraising.plan p WHERE p.id = $1 AND p.token_version = $2`,
      [link.id, link.version],
    );
    if (!plan) throw notThere('This recurring gift');
    return plan;
  }

  /** The smallest cover, or none. @throws Refusal GIFT_TOO_SMALL. */
  private coverOf(intended: bigint, currency: string, covers: boolean): bigint {
    if (intended < BigInt(this.config.MINIMUM_GIFT_MINOR)) {
      throw new Refusal('GIFT_TOO_SMALL', 'That is less than the smallest gift.', {
        minimumMinor: this.config.MINIMUM_GIFT_MINOR,
        currency,
      });
    }
    const rates = { percent: this.config.STRIPE_FEE_PERCENT, fixedMinor: this.config.STRIPE_FEE_FIXED_MINOR };
    return covers ? smallestCover(intended, rates, smallestStep(currency)) : 0n;
  }

  private async mine(token: string): Promise<MyPlan> {
    const plan = await this.reads.byToken(token);
    if (!plan) throw notThere('This recurring gift');
    return plan;
  }
}

function notStarted(): Refusal {
  return new Refusal('PLAN_NOT_STARTED', 'The first month is not paid yet. Please look again in a few minutes.');
}

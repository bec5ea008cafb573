import { Injectable } from '@nestjs/common';
import { RateLimits, type Actor } from '@upstander/identity';
import { positiveAmount, smallestCover } from '@upstander/ledger';
import { Config, Database, notThere, Refusal, SignedIds } from '@upstander/platform';
import { typedNote } from '../typed.js';
import type { ChangePlanInput, PlanPortal, PlanTokenInput, StopPlanInput } from './change-plan.input.js';
import { ChangePlans } from './change-plans.js';
import type { MyPlan } from './my-plan.js';
import { PlanReads } from './plan-reads.service.js';
import type { PlanStatus } from './plan-status.js';
import { StopPlans } from './stop-plans.service.js';

/** A plan as its link finds it. */
interface LinkedPlan {
  id: string;
  status: PlanStatus;
  currency: string;
  locale: 'en' | 'es';
  intended: string;
  cover: string;
  subscriptionId: string | null;
  stopRequested: boolean;
}

/** What a donor does with a monthly gift, by the personal link and without an account. */
@Injectable()
export class PlanLinks {
  constructor(
    private readonly db: Database,
    private readonly tools: PlanLinkTools,
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
    const intended = input.amount ? positiveAmount(input.amount, plan.currency) : BigInt(plan.intended);
    const covers = input.coverFee ?? BigInt(plan.cover) > 0n;
    const cover = this.tools.coverOf(intended, plan.currency, covers);
    if (intended !== BigInt(plan.intended) || cover !== BigInt(plan.cover)) {
      await this.changes.change(plan.subscriptionId, { planId: plan.id, intended, cover, currency: plan.currency });
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
    return this.changes.portal(plan.subscriptionId, this.tools.returnUrl(input.token, plan.locale));
  }

  private async running(actor: Actor, token: string): Promise<LinkedPlan & { subscriptionId: string }> {
    const plan = await this.open(actor, token);
    if (plan.stopRequested || plan.status === 'stopped' || plan.status === 'expired') {
      throw new Refusal('PLAN_ENDED', 'This monthly gift has ended. You are welcome to begin a new one.');
    }
    if (!plan.subscriptionId) throw notStarted();
    return { ...plan, subscriptionId: plan.subscriptionId };
  }

  private async open(actor: Actor, token: string): Promise<LinkedPlan> {
    const link = await this.tools.open(actor, token);
    const [plan] = await this.db.query<LinkedPlan>(
      `SELECT id, status, currency, locale, intended_minor AS intended, cover_minor AS cover,
         stripe_subscription_id AS "subscriptionId", stop_requested_at IS NOT NULL AS "stopRequested"
       FROM fundraising.plan WHERE id = $1 AND token_version = $2`,
      [link.id, link.version],
    );
    if (!plan) throw notThere('This monthly gift');
    return plan;
  }

  private async mine(token: string): Promise<MyPlan> {
    const plan = await this.reads.byToken(token);
    if (!plan) throw notThere('This monthly gift');
    return plan;
  }
}

/** What the operations by link share. */
@Injectable()
export class PlanLinkTools {
  constructor(
    private readonly config: Config,
    private readonly limits: RateLimits,
    private readonly signedIds: SignedIds,
  ) {}

  /** @throws Refusal TOO_MANY_TRIES, NOT_FOUND. */
  async open(actor: Actor, token: string): Promise<{ id: string; version: number }> {
    await this.limits.take('public-write', actor.address);
    const link = this.signedIds.open('plan', token);
    if (!link) throw notThere('This monthly gift');
    return link;
  }

  /** The smallest cover, or none. @throws Refusal GIFT_TOO_SMALL. */
  coverOf(intended: bigint, currency: string, covers: boolean): bigint {
    if (intended < BigInt(this.config.MINIMUM_GIFT_MINOR)) {
      throw new Refusal('GIFT_TOO_SMALL', 'That is less than the smallest gift.', {
        minimumMinor: this.config.MINIMUM_GIFT_MINOR,
        currency,
      });
    }
    const rates = { percent: this.config.STRIPE_FEE_PERCENT, fixedMinor: this.config.STRIPE_FEE_FIXED_MINOR };
    return covers ? smallestCover(intended, rates) : 0n;
  }

  returnUrl(token: string, locale: 'en' | 'es'): string {
    return `${this.config.PUBLIC_URL}/plan/${token}${locale === 'es' ? '?lang=es' : ''}`;
  }
}

function notStarted(): Refusal {
  return new Refusal('PLAN_NOT_STARTED', 'The first month is not paid yet. Please look again in a few minutes.');
}

import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { positiveAmount } from '@upstander/ledger';
import { Database, notThere, Refusal, typedNote } from '@upstander/platform';
import type { ChangePlanInput, PlanPortal, PlanTokenInput, StopPlanInput } from './change-plan.input.js';
import { ChangePlans } from './change-plans.js';
import type { MyPlan } from './my-plan.js';
import { PlanLinkTools } from './plan-link-tools.js';
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

function notStarted(): Refusal {
  return new Refusal('PLAN_NOT_STARTED', 'The first month is not paid yet. Please look again in a few minutes.');
}

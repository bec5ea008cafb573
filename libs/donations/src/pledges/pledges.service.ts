import { Injectable } from '@nestjs/common';
import { Access, type Actor } from '@upstander/identity';
import { amountFault } from '@upstander/ledger';
import {
  Clock,
  Database,
  Idempotency,
  insertRow,
  notFound,
  readInput,
  readValidInput,
  Refusal,
  refuseFaults,
  type Tx,
  violatedConstraint,
} from '@upstander/platform';
import { campaignForMoney } from '../gifts/campaign-for-money.js';
import { lockPledge, markPledgeKept, pledgeClosedRefusal } from './keep-pledge.js';
import { PledgeReads } from './pledge-reads.service.js';
import { Pledge, type ManagedPledge } from './pledge.entity.js';
import { RecordPledgeInput, WithdrawPledgeInput, type KeepPledgeInput } from './pledge.input.js';

/** Pledges never affect the ledger or the amount raised. */
@Injectable()
export class Pledges {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly access: Access,
    private readonly idempotency: Idempotency,
    private readonly reads: PledgeReads,
  ) {}

  /** @throws Refusal NOT_FOUND; CAMPAIGN_NOT_OPEN; BAD_INPUT */
  async record(actor: Actor, input: RecordPledgeInput): Promise<ManagedPledge> {
    await this.access.require(actor, 'campaign:record-pledge', [input.campaignId], 'This fundraiser');
    const call = { operation: 'recordPledge', actorKey: actor.accountId ?? '', key: input.idempotencyKey, input };
    const id = await this.idempotency.transaction(call, (tx) => this.write(tx, actor, input));
    return this.reads.byId(id);
  }

  /** @throws Refusal NOT_FOUND; PLEDGE_NOT_OPEN; GIFT_KEEPS_ANOTHER */
  async keep(actor: Actor, input: KeepPledgeInput): Promise<ManagedPledge> {
    await this.access.require(actor, 'pledge:change', [input.id], 'This pledge');
    try {
      await this.db.transaction(async (tx) => {
        const [gift] = await tx.query<{ id: string; campaignId: string }>(
          `SELECT g.id, g.campaign_id AS "campaignId" FROM fundraising.gift g
             JOIN fundraising.pledge p ON p.campaign_id = g.campaign_id AND p.currency = g.currency
           WHERE p.id = $1 AND g.id::text = lower($2) AND g.paid_at IS NOT NULL AND g.status <> 'cancelled'
             AND g.method <> 'in_kind'`,
          [input.id, input.giftId],
        );
        if (!gift) throw notFound('This gift');
        await markPledgeKept(tx, { pledgeId: input.id, giftId: gift.id, campaignId: gift.campaignId });
      });
    } catch (error) {
      if (violatedConstraint(error) !== 'pledge_gift_id_key') throw error;
      throw new Refusal('GIFT_KEEPS_ANOTHER', 'This gift already fulfills another pledge.');
    }
    return this.reads.byId(input.id);
  }

  /**
   * Repeating it has no effect.
   * @throws Refusal NOT_FOUND; PLEDGE_NOT_OPEN if it was kept
   */
  async withdraw(actor: Actor, input: WithdrawPledgeInput): Promise<ManagedPledge> {
    await this.access.require(actor, 'pledge:change', [input.id], 'This pledge');
    const values = readValidInput(WithdrawPledgeInput, input);
    await this.db.transaction(async (tx) => {
      const pledge = await lockPledge(tx, input.id);
      if (pledge?.status === 'withdrawn') return;
      if (pledge?.status !== 'open') throw pledgeClosedRefusal();
      const note = [pledge.note, values.note].filter(Boolean).join('\n');
      await tx.manager.update(Pledge, pledge.id, { status: 'withdrawn', note });
    });
    return this.reads.byId(input.id);
  }

  private async write(tx: Tx, actor: Actor, input: RecordPledgeInput): Promise<string> {
    const now = this.clock.now();
    const campaign = await campaignForMoney(tx, input.campaignId, now);
    const { values, faults } = readInput(RecordPledgeInput, input);
    if (!values.name) faults['name'] = 'required';
    if (values.dueOn && values.dueOn < campaign.today) faults['dueOn'] = 'in-the-past';
    const fault = amountFault(input.amount, campaign.currency);
    if (fault) faults['amount'] = fault;
    refuseFaults(faults);
    return insertRow(tx.manager, Pledge, {
      ...values,
      campaignId: campaign.id,
      currency: campaign.currency,
      amountMinor: String(input.amount.amountMinor),
      status: 'open',
      recordedBy: actor.accountId!,
      recordedAt: now,
    });
  }
}

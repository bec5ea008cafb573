import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { positiveAmount } from '@upstander/ledger';
import {
  badInput,
  Clock,
  Database,
  notThere,
  Refusal,
  type Tx,
  typedKey,
  typedLine,
  typedNote,
  violatedConstraint,
} from '@upstander/platform';
import { campaignForMoney } from '../offline/campaign-for-money.js';
import { OfflineTools } from '../offline/offline-tools.js';
import { plain } from '../offline/plain.js';
import { keepPledge, pledgeNotOpen } from './keep-pledge.js';
import { PledgeReads } from './pledge-reads.service.js';
import type { KeepPledgeInput, Pledge, RecordPledgeInput, WithdrawPledgeInput } from './pledge.js';

/** Promises: noted, kept by a gift, or taken back. None of it touches the ledger or what is raised. */
@Injectable()
export class Pledges {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly tools: OfflineTools,
    private readonly reads: PledgeReads,
  ) {}

  /** @throws Refusal NOT_FOUND, CAMPAIGN_NOT_OPEN, BAD_INPUT. */
  async record(actor: Actor, input: RecordPledgeInput): Promise<Pledge> {
    await this.tools.access.require(actor, 'campaign:record-pledge', [input.campaignId], 'This fundraiser');
    const call = {
      operation: 'recordPledge',
      actorKey: actor.accountId ?? '',
      key: typedKey(input.idempotencyKey),
      input: plain(input),
    };
    const id = await this.db.transaction((tx) =>
      this.tools.idempotency.once(tx, call, () => this.write(tx, actor, input)),
    );
    return this.reads.byId(id);
  }

  /** @throws Refusal NOT_FOUND, PLEDGE_NOT_OPEN, GIFT_KEEPS_ANOTHER. */
  async keep(actor: Actor, input: KeepPledgeInput): Promise<Pledge> {
    await this.tools.access.require(actor, 'pledge:change', [input.id], 'This pledge');
    try {
      await this.db.transaction(async (tx) => {
        const [gift] = await tx.query<{ id: string; campaignId: string }>(
          `SELECT g.id, g.campaign_id AS "campaignId" FROM fundraising.gift g
             JOIN fundraising.pledge p ON p.campaign_id = g.campaign_id AND p.currency = g.currency
           WHERE p.id = $1 AND g.id::text = lower($2) AND g.paid_at IS NOT NULL AND g.status <> 'cancelled'
             AND g.method <> 'in_kind'`,
          [input.id, input.giftId],
        );
        if (!gift) throw notThere('This gift');
        await keepPledge(tx, { pledgeId: input.id, giftId: gift.id, campaignId: gift.campaignId });
      });
    } catch (error) {
      if (violatedConstraint(error) !== 'pledge_gift_id_key') throw error;
      throw new Refusal('GIFT_KEEPS_ANOTHER', 'This gift has kept another pledge already.');
    }
    return this.reads.byId(input.id);
  }

  /** Taking back what is taken back changes nothing. @throws Refusal NOT_FOUND, PLEDGE_NOT_OPEN when it was kept. */
  async withdraw(actor: Actor, input: WithdrawPledgeInput): Promise<Pledge> {
    await this.tools.access.require(actor, 'pledge:change', [input.id], 'This pledge');
    const note = typedNote('note', input.note, 1000);
    await this.db.transaction(async (tx) => {
      const [pledge] = await tx.query<{ status: string }>(
        'SELECT status FROM fundraising.pledge WHERE id = $1 FOR UPDATE',
        [input.id],
      );
      if (pledge?.status === 'withdrawn') return;
      if (pledge?.status !== 'open') throw pledgeNotOpen();
      await tx.query(
        `UPDATE fundraising.pledge SET status = 'withdrawn', note = concat_ws(E'\\n', nullif(note, ''), nullif($2, ''))
         WHERE id = $1`,
        [input.id, note],
      );
    });
    return this.reads.byId(input.id);
  }

  private async write(tx: Tx, actor: Actor, input: RecordPledgeInput): Promise<string> {
    const now = this.clock.now();
    const campaign = await campaignForMoney(tx, input.campaignId, now);
    if (input.dueOn && input.dueOn < campaign.today) throw badInput({ dueOn: 'in-the-past' });
    const [row] = await tx.query<{ id: string }>(
      `INSERT INTO fundraising.pledge (campaign_id, name, email, amount_minor, currency, due_on, status, note, recorded_by,
         recorded_at)
       VALUES ($1, $2, $3, $4, $5, $6, 'open', $7, $8, $9) RETURNING id`,
      [
        campaign.id,
        typedLine('name', input.name, 120),
        input.email ?? null,
        String(positiveAmount(input.amount, campaign.currency)),
        campaign.currency,
        input.dueOn ?? null,
        typedNote('note', input.note, 1000),
        actor.accountId,
        now,
      ],
    );
    return row!.id;
  }
}

import { Injectable } from '@nestjs/common';
import { type Actor } from '@upstander/identity';
import { money } from '@upstander/ledger';
import { isCurrency } from '@upstander/money';
import { badInput, Config, Database, isUuid, notFound } from '@upstander/platform';
import { AccountingAccess } from '../accounting-access.js';
import type { MoneyOverTimeArgs, MoneyPoint } from './money-point.js';
import { ownerColumns, ownerJoins } from './owners.js';

/** More points would make the chart unreadable. */
const maxPoints = 400;
const daysIn = { day: 1, week: 7, month: 28 } as const;

interface PointRecord {
  start: string;
  gifts: string;
  refunds: string;
  fees: string;
  count: number;
}

@Injectable()
export class MoneyOverTime {
  constructor(
    private readonly db: Database,
    private readonly access: AccountingAccess,
    private readonly config: Config,
  ) {}

  /** @throws Refusal NOT_FOUND for another chapter's campaign; BAD_INPUT for an invalid or too long period */
  async readMoneyOverTime(actor: Actor, args: MoneyOverTimeArgs): Promise<MoneyPoint[]> {
    const { all, chapters } = this.access.scope(actor, 'accounting:read');
    const days = (Date.parse(args.to) - Date.parse(args.from)) / 86_400_000;
    if (days < 0) throw badInput({ to: 'before-from' });
    if (days / daysIn[args.unit] > maxPoints) throw badInput({ to: 'too-long' });
    const { currency, timeZone } = await this.resolveCurrencyAndZone(args, all, chapters);
    const rows = await this.db.query<PointRecord>(
      `WITH bucket AS (
         SELECT generate_series(date_trunc($1, $2::timestamp), $3::timestamp, ('1 ' || $1)::interval)::date AS start
       ), moved AS (
         SELECT date_trunc($1, t.happened_at AT TIME ZONE $4)::date AS start,
           sum(-p.amount_minor) FILTER (WHERE a.kind IN ('fund', 'fee-cover')) AS gifts,
           sum(p.amount_minor) FILTER (
             WHERE a.kind IN ('refunded', 'refunded-cover', 'dispute-reserve', 'disputes-lost')
           ) AS refunds,
           sum(p.amount_minor) FILTER (WHERE a.kind IN ('processing-fees', 'dispute-fees')) AS fees,
           sum(-sign(p.amount_minor)) FILTER (WHERE a.kind = 'fund') AS count
         FROM ledger.transaction t
           JOIN ledger.posting p ON p.transaction_id = t.id
           JOIN ledger.account a ON a.id = p.account_id
           ${ownerJoins}
         WHERE t.happened_at >= $2::timestamp AT TIME ZONE $4
           AND t.happened_at < ($3::timestamp + interval '1 day') AT TIME ZONE $4
           AND a.currency = $5 AND a.owner_id IS NOT NULL
           AND ($6 OR ${ownerColumns.chapter} = ANY ($7::uuid[])) AND ($8::uuid IS NULL OR c.id = $8)
         GROUP BY 1
       )
       SELECT b.start, coalesce(m.gifts, 0) AS gifts, coalesce(m.refunds, 0) AS refunds, coalesce(m.fees, 0) AS fees,
         coalesce(m.count, 0)::integer AS count
       FROM bucket b LEFT JOIN moved m ON m.start = b.start ORDER BY b.start`,
      [args.unit, args.from, args.to, timeZone, currency, all, chapters, args.campaignId ?? null],
    );
    return rows.map(({ start, gifts, refunds, fees, count }) => ({
      start,
      gifts: money(gifts, currency),
      refunds: money(refunds, currency),
      fees: money(fees, currency),
      net: money(BigInt(gifts) - BigInt(refunds) - BigInt(fees), currency),
      count,
    }));
  }

  private async resolveCurrencyAndZone(
    { campaignId, currency, timeZone }: MoneyOverTimeArgs,
    all: boolean,
    chapters: string[],
  ): Promise<{ currency: string; timeZone: string }> {
    if (currency && !isCurrency(currency)) throw badInput({ currency: 'not-a-currency' });
    if (campaignId) {
      if (!isUuid(campaignId)) throw notFound('This campaign');
      const [campaign] = await this.db.query<{ currency: string; timeZone: string }>(
        `SELECT currency, time_zone AS "timeZone" FROM fundraising.campaign
         WHERE id = $1 AND ($2 OR chapter_id = ANY ($3::uuid[]))`,
        [campaignId, all, chapters],
      );
      if (!campaign) throw notFound('This campaign');
      return { currency: currency ?? campaign.currency, timeZone: timeZone ?? campaign.timeZone };
    }
    const [mostCommon] = currency
      ? [{ currency }]
      : await this.db.query<{ currency: string }>(
          'SELECT currency FROM fundraising.campaign GROUP BY currency ORDER BY count(*) DESC, currency LIMIT 1',
        );
    return {
      currency: mostCommon?.currency ?? this.config.CURRENCIES[0]!,
      timeZone: timeZone ?? this.config.TIME_ZONE,
    };
  }
}

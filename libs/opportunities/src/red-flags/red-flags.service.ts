import { Injectable } from '@nestjs/common';
import { Clock, Config, Database, type Tx } from '@upstander/platform';
import type { OpportunityContent } from '../opportunities/opportunity-content.js';
import { findRedFlags } from './find-red-flags.js';
import type { PayBounds } from './pay/pay-bounds.js';
import type { RedFlag } from '../opportunities/red-flag.js';

@Injectable()
export class RedFlags {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Returns the red flags of an opportunity, with the pay bounds of its business or the default ones. */
  async check(content: OpportunityContent, businessId: string | null): Promise<RedFlag[]> {
    return findRedFlags(content, await this.boundsFor(content, businessId));
  }

  async store(tx: Tx, opportunityId: string, flags: readonly RedFlag[], now: Date): Promise<void> {
    await tx.query('DELETE FROM opportunities.red_flag WHERE opportunity_id = $1', [opportunityId]);
    await tx.query(
      `INSERT INTO opportunities.red_flag (opportunity_id, rule, field, excerpt, found_at)
       SELECT $1, f.rule, f.field, f.excerpt, $3
       FROM jsonb_to_recordset($2::jsonb) AS f (rule text, field text, excerpt text)`,
      [opportunityId, JSON.stringify(flags), now],
    );
  }

  /** Returns the pay bounds valid today at the business's location: the highest minimum, and the country's maximum. */
  private async boundsFor(content: OpportunityContent, businessId: string | null): Promise<PayBounds> {
    const currency = content.payCurrency ?? this.config.CURRENCIES[0]!;
    const [found] = await this.db.query<{ least: string | null; most: string | null }>(
      `SELECT max(latest.hour_minor) FILTER (WHERE bound = 'least')::text AS least,
         max(latest.hour_minor) FILTER (WHERE bound = 'most')::text AS most
       FROM (
         SELECT DISTINCT ON (p.region, p.bound) p.bound, p.hour_minor
         FROM opportunities.pay_bound p LEFT JOIN opportunities.business b ON b.id = $1
         WHERE p.country = coalesce(b.country, $4) AND p.currency = $2 AND p.valid_from <= $3::date
           AND (p.region = '' OR p.region = upper(b.region) OR p.region_name = platform.fold(b.region))
         ORDER BY p.region, p.bound, p.valid_from DESC
       ) latest`,
      [businessId, currency, this.clock.now().toISOString().slice(0, 10), this.config.COUNTRY],
    );
    return {
      currency,
      leastMinor: found?.least ? BigInt(found.least) : null,
      mostMinor: found?.most ? BigInt(found.most) : null,
    };
  }
}

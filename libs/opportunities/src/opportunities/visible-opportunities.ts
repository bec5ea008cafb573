import { Injectable } from '@nestjs/common';
import { Clock, Database, isUuid } from '@upstander/platform';

/** As much of an opportunity as an application needs to know. */
export interface OpportunityName {
  id: string;
  title: string;
  businessId: string;
  businessName: string;
}

const columns = `o.id, o.title, b.id AS "businessId", b.legal_name AS "businessName"`;

/** The names of opportunities, for whoever keeps no more than their ids. */
@Injectable()
export class VisibleOpportunities {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** An opportunity that anybody may see now, or null: the only ones that can be applied to. */
  async byId(id: string): Promise<OpportunityName | null> {
    if (!isUuid(id)) return null;
    const [found] = await this.db.query<OpportunityName>(
      `SELECT ${columns} FROM opportunities.visible_opportunities($1) o JOIN opportunities.business b ON b.id = o.business_id
       WHERE o.id = $2`,
      [this.clock.now(), id],
    );
    return found ?? null;
  }

  /** True if the opportunity was on the site at some time. */
  async wasPublished(id: string): Promise<boolean> {
    if (!isUuid(id)) return false;
    const found = await this.db.query(
      'SELECT FROM opportunities.opportunity WHERE id = $1 AND published_at IS NOT NULL',
      [id],
    );
    return found.length > 0;
  }

  /** Opportunities by their ids, also those that have left the site since: for what was begun while they were on it. */
  async namesOf(ids: readonly string[]): Promise<Map<string, OpportunityName>> {
    const found = await this.db.query<OpportunityName>(
      `SELECT ${columns} FROM opportunities.opportunity o JOIN opportunities.business b ON b.id = o.business_id
       WHERE o.id = ANY ($1::uuid[])`,
      [ids.filter(isUuid)],
    );
    return new Map(found.map((name) => [name.id, name]));
  }
}

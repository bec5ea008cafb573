import { Injectable } from '@nestjs/common';
import { Clock, Database, isUuid } from '@upstander/platform';

export interface OpportunityName {
  id: string;
  title: string;
  businessId: string;
  businessName: string;
}

const columns = `o.id, o.title, b.id AS "businessId", b.legal_name AS "businessName"`;

/** Reads the names of opportunities for libraries that store only their IDs. */
@Injectable()
export class VisibleOpportunities {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /** Returns an opportunity that is on the site now and can be applied to, or null. */
  async byId(id: string): Promise<OpportunityName | null> {
    if (!isUuid(id)) return null;
    const [found] = await this.db.query<OpportunityName>(
      `SELECT ${columns} FROM opportunities.visible_opportunities($1) o JOIN opportunities.business b ON b.id = o.business_id
       WHERE o.id = $2`,
      [this.clock.now(), id],
    );
    return found ?? null;
  }

  async wasPublished(id: string): Promise<boolean> {
    if (!isUuid(id)) return false;
    const found = await this.db.query(
      'SELECT FROM opportunities.opportunity WHERE id = $1 AND published_at IS NOT NULL',
      [id],
    );
    return found.length > 0;
  }

  /** Returns opportunities by ID, including those no longer on the site. */
  async namesOf(ids: readonly string[]): Promise<Map<string, OpportunityName>> {
    const found = await this.db.query<OpportunityName>(
      `SELECT ${columns} FROM opportunities.opportunity o JOIN opportunities.business b ON b.id = o.business_id
       WHERE o.id = ANY ($1::uuid[])`,
      [ids.filter(isUuid)],
    );
    return new Map(found.map((name) => [name.id, name]));
  }
}

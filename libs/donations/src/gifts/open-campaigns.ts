import { Injectable } from '@nestjs/common';
import { Clock, Config, notFound, Refusal, type Tx } from '@upstander/platform';

export interface OpenCampaign {
  id: string;
  slug: string;
  title: string;
  currency: string;
  pageId: string | null;
}

/** Parameters: $1 campaign slug, $2 page slug or null, $3 now, $4 true if partners are allowed. */
const statement = `
  SELECT c.id, c.slug, c.title, c.currency, p.id AS "pageId", $2::text IS NOT NULL AND p.id IS NULL AS "pageIsMissing",
    fundraising.accepts_gifts(c, $3, $4) AS open
  FROM fundraising.campaign c
    LEFT JOIN fundraising.page p ON p.campaign_id = c.id AND p.slug = $2 AND p.status = 'live'
  WHERE c.slug = $1 AND c.status IN ('live', 'paused', 'ended')`;

@Injectable()
export class OpenCampaigns {
  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** @throws Refusal NOT_FOUND if it isn't public; CAMPAIGN_CLOSED */
  async find(tx: Tx, slug: string, pageSlug: string | null): Promise<OpenCampaign> {
    const [row] = await tx.query<OpenCampaign & { open: boolean; pageIsMissing: boolean }>(statement, [
      slug,
      pageSlug,
      this.clock.now(),
      this.config.FUNDRAISING_MODE === 'named-beneficiaries',
    ]);
    if (!row) throw notFound('This fundraiser');
    if (row.pageIsMissing) throw notFound('This page');
    if (!row.open) throw new Refusal('CAMPAIGN_CLOSED', 'This fundraiser isn’t taking gifts right now.');
    return row;
  }
}

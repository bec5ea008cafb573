import { notThere, Refusal, type Tx } from '@upstander/platform';

/** What must be known of a campaign before money is written down for it. */
export interface CampaignForMoney {
  id: string;
  currency: string;
  language: 'en' | 'es';
  /** Today, on the calendar where the campaign is. */
  today: string;
  timeZone: string;
}

const open = ['live', 'paused', 'ended'];

/**
 * The campaign, when it takes gifts by hand: cheques come after its end too, but never before it was reviewed.
 * @throws Refusal NOT_FOUND, CAMPAIGN_NOT_OPEN.
 */
export async function campaignForMoney(tx: Pick<Tx, 'query'>, id: string, now: Date): Promise<CampaignForMoney> {
  const [campaign] = await tx.query<CampaignForMoney & { status: string }>(
    `SELECT id, currency, language, status, time_zone AS "timeZone",
       ($2::timestamptz AT TIME ZONE time_zone)::date AS today
     FROM fundraising.campaign WHERE id = $1`,
    [id, now],
  );
  if (!campaign) throw notThere('This fundraiser');
  if (!open.includes(campaign.status)) {
    throw new Refusal('CAMPAIGN_NOT_OPEN', 'This fundraiser does not take gifts yet.');
  }
  return campaign;
}

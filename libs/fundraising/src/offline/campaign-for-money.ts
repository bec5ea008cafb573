import { badInput, notThere, Refusal, type Tx } from '@upstander/platform';

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

/**
 * The instant a day stands for: noon where the campaign is, or now when that noon is still to come.
 * @throws Refusal BAD_INPUT for a day that has not come yet, or one before anybody alive gave.
 */
export async function receivedAt(tx: Tx, campaign: CampaignForMoney, day: string, now: Date): Promise<Date> {
  if (day > campaign.today) throw badInput({ receivedOn: 'in-the-future' });
  if (day < '1990-01-01') throw badInput({ receivedOn: 'out-of-range' });
  const [row] = await tx.query<{ at: Date }>(`SELECT least(($1::date + time '12:00') AT TIME ZONE $2, $3) AS at`, [
    day,
    campaign.timeZone,
    now,
  ]);
  return row!.at;
}

import { badInput, notFound, Refusal, type Tx } from '@upstander/platform';

export interface CampaignForMoney {
  id: string;
  currency: string;
  language: 'en' | 'es';
  /** Today's date in the campaign's time zone. */
  today: string;
  timeZone: string;
}

const open = ['live', 'paused', 'ended'];

/**
 * Returns a campaign that accepts manually recorded gifts. Checks may arrive after it ended, but it
 * must have been approved.
 * @throws Refusal NOT_FOUND; CAMPAIGN_NOT_OPEN
 */
export async function campaignForMoney(tx: Pick<Tx, 'query'>, id: string, now: Date): Promise<CampaignForMoney> {
  const [campaign] = await tx.query<CampaignForMoney & { status: string }>(
    `SELECT id, currency, language, status, time_zone AS "timeZone",
       ($2::timestamptz AT TIME ZONE time_zone)::date AS today
     FROM fundraising.campaign WHERE id = $1`,
    [id, now],
  );
  if (!campaign) throw notFound('This fundraiser');
  if (!open.includes(campaign.status)) {
    throw new Refusal('CAMPAIGN_NOT_OPEN', 'This fundraiser isn’t taking gifts yet.');
  }
  return campaign;
}

/**
 * Converts a date to noon in the campaign's time zone, or to now if that noon is in the future.
 * @throws Refusal BAD_INPUT for a future date or one before 1990
 */
export async function receiptDate(tx: Tx, campaign: CampaignForMoney, day: string, now: Date): Promise<Date> {
  if (day > campaign.today) throw badInput({ receivedOn: 'in-the-future' });
  if (day < '1990-01-01') throw badInput({ receivedOn: 'out-of-range' });
  const [row] = await tx.query<{ at: Date }>(`SELECT least(($1::date + time '12:00') AT TIME ZONE $2, $3) AS at`, [
    day,
    campaign.timeZone,
    now,
  ]);
  return row!.at;
}

import { insertMails, Outbox } from '@upstander/notifications';
import { Clock, Database, JobHandler, type Job } from '@upstander/platform';

const batchSize = 200;

/** Gifts that were booked late are included up to this age. */
const maxAgeDays = 7;

/** The first gift is announced immediately; further gifts at most once a day in one email, each once per owner. */
@JobHandler('notify-gift-owners')
export class NotifyGiftOwners implements Job {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && (await this.notifySome()) === batchSize);
  }

  private async notifySome(): Promise<number> {
    const now = this.clock.now();
    const [notified] = await this.db.query<{ n: number }>(statement, [now, maxAgeDays, batchSize, now.toISOString()]);
    if (notified!.n > 0) this.outbox.deliver();
    return notified!.n;
  }
}

/** Owners and their gifts: all gifts of a fundraiser, a page's own gifts, and for a team those of its members. */
const statement = `
  WITH owner AS (
    SELECT 'campaign' AS kind, c.id, c.organizer_email::text AS email, c.language AS locale, c.gifts_told_at
    FROM fundraising.campaign c
    WHERE c.by_supporter AND c.gift_mails AND c.status IN ('live', 'paused', 'ended') AND c.first_gift_at IS NOT NULL
    UNION ALL
    SELECT 'page', p.id, p.owner_email::text, p.locale, p.gifts_told_at
    FROM fundraising.page p WHERE p.gift_mails AND p.status = 'live'
  ), fresh AS (
    SELECT o.kind, o.id, o.email, o.locale, gifts.ids
    FROM owner o CROSS JOIN LATERAL (
      SELECT array_agg(g.id) AS ids FROM fundraising.gift g
      WHERE CASE o.kind WHEN 'campaign' THEN g.campaign_id = o.id ELSE g.page_id = ANY (ARRAY(
          SELECT m.id FROM fundraising.page m WHERE m.id = o.id OR m.team_id = o.id
        )) END
        AND g.paid_at > $1::timestamptz - make_interval(days => $2) AND g.status IN ('paid', 'partly_refunded')
        AND NOT EXISTS (SELECT FROM fundraising.gift_notice n WHERE n.gift_id = g.id AND n.owner_id = o.id)
    ) gifts
    WHERE (o.gifts_told_at IS NULL OR o.gifts_told_at <= $1::timestamptz - interval '1 day') AND gifts.ids IS NOT NULL
    ORDER BY o.id LIMIT $3
  ), noticed AS (
    INSERT INTO fundraising.gift_notice (gift_id, owner_id, told_at)
    SELECT unnest(f.ids), f.id, $1 FROM fresh f ON CONFLICT DO NOTHING
  ), mailed AS (
    ${insertMails({
      template: { column: `f.kind || '-gifts'` },
      key: `f.kind || '-gifts/' || f.id || '/' || $4::text`,
      subjectId: 'f.id',
      recipient: 'f.email',
      locale: 'f.locale',
      data: `jsonb_build_object('toldAt', $4::text)`,
      dueAt: '$1',
      from: 'fresh f',
    })}
  ), campaigns AS (
    UPDATE fundraising.campaign SET gifts_told_at = $1 WHERE id IN (SELECT id FROM fresh WHERE kind = 'campaign')
  ), pages AS (
    UPDATE fundraising.page SET gifts_told_at = $1 WHERE id IN (SELECT id FROM fresh WHERE kind = 'page')
  )
  SELECT count(*)::int AS n FROM fresh`;

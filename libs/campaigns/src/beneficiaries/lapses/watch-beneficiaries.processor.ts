import { Outbox } from '@upstander/notifications';
import { Clock, Config, Database, JobHandler, type Job } from '@upstander/platform';

/**
 * Notifies staff 30 days before a partner's documents expire and when gifts stop. Gifts themselves
 * need no job to stop, because `accepts_gifts` checks the documents every time.
 */
@JobHandler('watch-beneficiaries')
export class WatchBeneficiaries implements Job {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly outbox: Outbox,
  ) {}

  async run(): Promise<void> {
    if (this.config.FUNDRAISING_MODE !== 'named-beneficiaries') return;
    const today = this.clock.today();
    await this.db.transaction(async (tx) => {
      const waiting = await tx.query<{ id: string; lapsed: string[]; soon: string[]; round: string }>(
        `SELECT b.id, lapsed.list AS lapsed, soon.list AS soon, coalesce(latest.id, 0)::text AS round
         FROM fundraising.beneficiary b
           CROSS JOIN LATERAL (SELECT fundraising.duties_missing(b.id, $1::date) AS list) lapsed
           CROSS JOIN LATERAL (SELECT fundraising.duties_missing(b.id, $1::date + 30) AS list) soon
           LEFT JOIN LATERAL (
             SELECT k.id FROM fundraising.beneficiary_check k WHERE k.beneficiary_id = b.id ORDER BY k.id DESC LIMIT 1
           ) latest ON true
         WHERE b.kind = 'partner' AND b.archived_at IS NULL AND soon.list <> '{}'
           AND EXISTS (SELECT FROM fundraising.campaign c WHERE c.beneficiary_id = b.id AND c.status = 'live')`,
        [today],
      );
      for (const { id, lapsed, soon, round } of waiting) {
        const isOver = lapsed.length > 0;
        // The key allows one email per state. A new check starts over.
        const key = `beneficiary-${isOver ? 'lapsed' : 'lapsing'}/${id}/${round}`;
        await this.outbox.addForStaff(
          tx,
          { roles: ['admin', 'finance'], chapterId: null },
          {
            key,
            template: 'beneficiary-lapse',
            subjectId: id,
            data: { duties: isOver ? lapsed : soon },
          },
        );
      }
    });
  }
}

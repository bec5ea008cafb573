import { Clock, Database, JobHandler, type Job } from '@upstander/platform';

const maxMatches = 2_000;
const hour = 3_600_000;

/** Updates the matches of a pool after its campaign totals change, and of every pool once an hour. */
@JobHandler('match-gifts')
export class MatchGifts implements Job {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    const now = this.clock.now();
    const pools = await this.db.query<{ id: string }>(
      `SELECT id FROM fundraising.matching_pool p
       WHERE starts_at <= $1 AND (seen IS DISTINCT FROM fundraising.pool_basis(p) OR looked_at < $2)
       ORDER BY starts_at, id`,
      [now, new Date(now.valueOf() - hour)],
    );
    for (const { id } of pools) {
      for (let changed = maxMatches; changed === maxMatches && !signal.aborted;) {
        const [row] = await this.db.query<{ changed: number }>(
          'SELECT fundraising.match_gifts($1, $2, $3) AS changed',
          [id, this.clock.now(), maxMatches],
        );
        changed = row!.changed;
      }
    }
  }
}

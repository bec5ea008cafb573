import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SealedHealth } from '@upstander/advocacy';
import { refuseChanged, releaseFit, type ReleaseFit } from '@upstander/db';
import { Clock, Database } from '@upstander/platform';

/** How long an answer is good: what fits now was migrated before, and who waits for migrations wants to know soon. */
const goodFor = { fitting: 30_000, waiting: 1_000 };

/** Whether program and databases are of one release. Asked at the start, and then rarely: it does not change in between. */
@Injectable()
export class ReleaseWatch implements OnModuleInit {
  private known: { fit: ReleaseFit; until: number } | null = null;
  private asking: Promise<ReleaseFit | null> | null = null;

  constructor(
    private readonly db: Database,
    private readonly sealed: SealedHealth,
    private readonly clock: Clock,
  ) {}

  /** @throws ConfigError where a migration was changed after it was run. */
  async onModuleInit(): Promise<void> {
    const fit = await this.fit();
    if (fit) refuseChanged(fit);
  }

  /** The same for everybody who asks meanwhile; null while the database does not say. */
  async fit(): Promise<ReleaseFit | null> {
    if (this.known && this.clock.now().valueOf() < this.known.until) return this.known.fit;
    this.asking ??= this.ask().finally(() => (this.asking = null));
    return this.asking;
  }

  private async ask(): Promise<ReleaseFit | null> {
    const fit = await releaseFit(this.db, this.sealed.keys).catch(() => null);
    const good = goodFor[fit && isFitting(fit) ? 'fitting' : 'waiting'];
    // Nobody takes migrations back while programs run: where it cannot be asked, as in the rush of a launch, what was known counts.
    const latest = fit ?? this.known?.fit ?? null;
    this.known = latest && { fit: latest, until: this.clock.now().valueOf() + good };
    return latest;
  }
}

function isFitting({ pending, changed, functions }: ReleaseFit): boolean {
  return pending.length === 0 && changed.length === 0 && functions === 'ok';
}

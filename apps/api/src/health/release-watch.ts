import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SealedHealth } from '@upstander/advocacy';
import { refuseChanged, releaseFit, type ReleaseFit } from '@upstander/db';
import { Clock, Database } from '@upstander/platform';

/** Cache times in milliseconds. Pending migrations are checked more often. */
const cacheMs = { fitting: 30_000, waiting: 1_000 };

@Injectable()
export class ReleaseWatch implements OnModuleInit {
  private known: { fit: ReleaseFit; until: number } | null = null;
  private asking: Promise<ReleaseFit | null> | null = null;

  constructor(
    private readonly db: Database,
    private readonly sealed: SealedHealth,
    private readonly clock: Clock,
  ) {}

  /** @throws ConfigError if a migration was changed after it ran */
  async onModuleInit(): Promise<void> {
    const fit = await this.findReleaseFit();
    if (fit) refuseChanged(fit);
  }

  /** Returns null while the database doesn't answer. */
  async findReleaseFit(): Promise<ReleaseFit | null> {
    if (this.known && this.clock.now().valueOf() < this.known.until) return this.known.fit;
    this.asking ??= this.ask().finally(() => (this.asking = null));
    return this.asking;
  }

  private async ask(): Promise<ReleaseFit | null> {
    const fit = await releaseFit(this.db, this.sealed.keys).catch(() => null);
    const good = cacheMs[fit && isFitting(fit) ? 'fitting' : 'waiting'];
    // Migrations aren't reverted while programs run, so the last known state stays valid.
    const latest = fit ?? this.known?.fit ?? null;
    this.known = latest && { fit: latest, until: this.clock.now().valueOf() + good };
    return latest;
  }
}

function isFitting({ pending, changed, functions }: ReleaseFit): boolean {
  return pending.length === 0 && changed.length === 0 && functions === 'ok';
}

import { Clock, Database, JobHandler, type Job } from '@upstander/platform';
import { LessThanOrEqual } from 'typeorm';
import { Event } from './event.entity.js';

@JobHandler('complete-events')
export class CompleteEvents implements Job {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    const now = this.clock.now();
    const ended = { status: 'published', endsAt: LessThanOrEqual(now) } as const;
    await this.db.manager.update(Event, ended, { status: 'completed', updatedAt: now });
  }
}

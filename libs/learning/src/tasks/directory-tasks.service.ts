import { Injectable } from '@nestjs/common';
import type { Actor } from '@upstander/identity';
import { HelpLineReads } from '../help-lines/help-line-reads.service.js';
import { Legal } from '../legal/legal.service.js';
import { ServiceReads } from '../services/service-reads.js';
import type { DirectoryTasks } from './directory-tasks.js';

@Injectable()
export class DirectoryTaskCounts {
  constructor(
    private readonly lines: HelpLineReads,
    private readonly services: ServiceReads,
    private readonly legal: Legal,
  ) {}

  async count(actor: Actor): Promise<DirectoryTasks> {
    const [helpLines, helpLineChanges, services, legalReviews] = await Promise.all([
      this.lines.countStale(),
      this.lines.countChanges(actor),
      this.services.countStale(),
      this.legal.countReviews(),
    ]);
    return { helpLines, helpLineChanges, services, legalReviews };
  }
}

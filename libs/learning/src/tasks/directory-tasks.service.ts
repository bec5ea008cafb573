import { Injectable } from '@nestjs/common';
import { HelpLines } from '../help-lines/help-lines.service.js';
import { ServiceReads } from '../services/service-reads.js';
import type { DirectoryTasks } from './directory-tasks.js';

/** What about getting help waits for a person: what was not compared with its source in time. */
@Injectable()
export class DirectoryTaskCounts {
  constructor(
    private readonly lines: HelpLines,
    private readonly services: ServiceReads,
  ) {}

  async count(): Promise<DirectoryTasks> {
    const [helpLines, services] = await Promise.all([this.lines.countStale(), this.services.countStale()]);
    return { helpLines, services };
  }
}

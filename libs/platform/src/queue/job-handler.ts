import { SetMetadata } from '@nestjs/common';
import type { JobName } from './jobs.js';

export const jobHandlerKey = 'upstander:job-handler';

export const JobHandler = (name: JobName): ClassDecorator => SetMetadata(jobHandlerKey, name);

/** Must check the rows again before it acts, and be safe to run twice. */
export interface Job {
  run(signal: AbortSignal): Promise<void>;
}

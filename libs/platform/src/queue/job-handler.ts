import { SetMetadata } from '@nestjs/common';
import type { JobName } from './jobs.js';

export const jobHandlerKey = 'upstander:job-handler';

/** Marks the one class that does the job of this name. */
export const JobHandler = (name: JobName): ClassDecorator => SetMetadata(jobHandlerKey, name);

/** What a job is: it looks again at the rows before it acts, and running it twice does no harm. */
export interface Job {
  run(signal: AbortSignal): Promise<void>;
}

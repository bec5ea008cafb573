import { applyDecorators, Injectable, SetMetadata } from '@nestjs/common';
import type { JobName } from './jobs.js';

export const jobHandlerKey = 'upstander:job-handler';

/** Marks an injectable class that runs a job. */
export const JobHandler = (name: JobName): ClassDecorator =>
  applyDecorators(Injectable(), SetMetadata(jobHandlerKey, name));

/** Must check the rows again before it acts, and be safe to run twice. */
export interface Job {
  run(signal: AbortSignal): Promise<void>;
}

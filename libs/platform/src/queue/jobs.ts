import { Registry } from '../registry/registry.js';

export interface JobSchedule {
  /** Interval in milliseconds at which the job runs even if it wasn't enqueued. */
  readonly every: number;
  /** True if people wait for the job. Urgent jobs run in a separate queue that long jobs can't block. */
  readonly urgent?: boolean;
}

export const urgencies = ['urgent', 'ordinary'] as const;
export type Urgency = (typeof urgencies)[number];

/** All jobs, each defined by the library that handles it. The worker requires exactly one handler for each. */
export const jobs = new Registry<JobSchedule>('job');

/** Names of all jobs. Each library extends this interface. */
export interface Jobs extends Record<never, JobSchedule> {}
export type JobName = keyof Jobs & string;

export function urgencyOf(job: string): Urgency {
  return jobs.has(job) && jobs.get(job).urgent ? 'urgent' : 'ordinary';
}

import { Registry } from '../registry/registry.js';

/** When a job runs even if nobody enqueues it, and with whom it shares the places of the worker. */
export interface JobSchedule {
  /** How often (milliseconds): the sweep that lets the queue forget. */
  readonly every: number;
  /** Whether somebody waits for it: such jobs have places of their own, which no file and no check of everything ever fills. */
  readonly urgent?: boolean;
}

/** The two queues: what somebody waits for, and everything else. */
export const urgencies = ['urgent', 'ordinary'] as const;
export type Urgency = (typeof urgencies)[number];

/** Every job there is, each defined by the library that does it. A name without exactly one handler stops the worker. */
export const jobs = new Registry<JobSchedule>('job');

/** The names of all jobs; every library adds its own. */
export interface Jobs {
  'sweep-files': JobSchedule;
}
export type JobName = keyof Jobs & string;

jobs.define({ 'sweep-files': { every: 3_600_000 } });

export function urgencyOf(job: string): Urgency {
  return jobs.has(job) && jobs.get(job).urgent ? 'urgent' : 'ordinary';
}

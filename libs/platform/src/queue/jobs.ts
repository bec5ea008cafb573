import { Registry } from '../registry/registry.js';

/** How often a job runs even when nobody enqueues it (milliseconds): the sweep that lets the queue forget. */
export interface JobSchedule {
  readonly every: number;
}

/** Every job there is, each defined by the library that does it. A name without exactly one handler stops the worker. */
export const jobs = new Registry<JobSchedule>('job');

/** The names of all jobs; every library adds its own. */
export interface Jobs {
  'forget-answers': JobSchedule;
  'sweep-files': JobSchedule;
}
export type JobName = keyof Jobs & string;

jobs.define({ 'forget-answers': { every: 86_400_000 }, 'sweep-files': { every: 3_600_000 } });

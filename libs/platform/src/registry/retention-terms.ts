import type { JobName } from '../queue/jobs.js';
import type { DaysSetting } from './personal-data.js';
import { Registry } from './registry.js';

/** How long something is kept that a job of its own forgets: so many days, by a setting. */
export interface RetentionTerm {
  readonly days: DaysSetting;
  readonly job: JobName;
}

/** What is forgotten by its age besides the tables that say it themselves (`PersonalTable.forgotten`), by what it is about. */
export const retentionTerms = new Registry<RetentionTerm>('term of retention');

import type { JobName } from '../queue/jobs.js';
import type { DaysSetting } from './personal-data.js';
import { Registry } from '../registry/registry.js';

export interface RetentionTerm {
  readonly days: DaysSetting;
  readonly job: JobName;
}

/** Retention periods applied by jobs other than `keep-retention` (see `PersonalTable.forgotten`). */
export const retentionTerms = new Registry<RetentionTerm>('term of retention');

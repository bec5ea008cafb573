import type { AlertCause } from './alert-cause.js';
import { lateWorkCauses } from './late-work-causes.js';
import { outageCauses } from './outage-causes.js';

/** For each alert: the fault that causes it, and its repair. */
export const alertCauses: readonly AlertCause[] = [...lateWorkCauses, ...outageCauses];

/** Alerts that this test can't cause, with the reason. */
export const notCaused: Readonly<Record<string, string>> = {
  UpstanderArchiveStands: 'takes 15 minutes, because PostgreSQL itself records when it last archived',
  UpstanderDatabaseGrows: 'needs a database of 10 GB that was smaller a day ago',
  UpstanderDiskFills: "is about a machine's disk and a metric of node_exporter, not of our programs",
};

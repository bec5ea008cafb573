import type { AlertCause } from './alert-cause.js';
import { lateWorkCauses } from './late-work-causes.js';
import { outageCauses } from './outage-causes.js';
import { storageCauses } from './storage-causes.js';

/** For each alert: the fault that causes it, and its repair. */
export const alertCauses: readonly AlertCause[] = [...lateWorkCauses, ...storageCauses, ...outageCauses];

/** Alerts that this test can't cause, with the reason. */
export const notCaused: Readonly<Record<string, string>> = {
  UpstanderDiskFills: "is about a machine's disk and a metric of node_exporter, not of our programs",
};

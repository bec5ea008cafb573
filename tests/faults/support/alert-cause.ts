import type { MonitoredPrograms } from './monitored-programs.js';

export type Repair = () => Promise<void> | void;

export interface AlertCause {
  alert: string;
  /** Fault of the running system. */
  fault: string;
  /** Other alerts that may fire because of it. */
  also?: readonly string[];
  /** Ages are made by old rows or by moving times of existing rows back. */
  inflict: (programs: MonitoredPrograms) => Promise<Repair>;
}

export async function withoutTable(programs: MonitoredPrograms, schema: string, table: string): Promise<Repair> {
  await programs.sql(`ALTER TABLE ${schema}.${table} RENAME TO ${table}_away`);
  return () => programs.sql(`ALTER TABLE ${schema}.${table}_away RENAME TO ${table}`).then(() => undefined);
}

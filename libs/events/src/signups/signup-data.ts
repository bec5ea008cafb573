import { volunteersOfAddress } from '@upstander/volunteers';
import { shiftTables } from '../shifts/shift-joins.js';

export const signupsOfAddress = `SELECT u.id FROM events.signup u WHERE u.volunteer_id IN (${volunteersOfAddress})`;

export const shiftColumns = (id: string) => ({
  event: `(SELECT e.title FROM ${shiftTables} WHERE s.id = ${id})`,
  shift: `(SELECT s.role FROM ${shiftTables} WHERE s.id = ${id})`,
  starts_at: `(SELECT s.starts_at FROM ${shiftTables} WHERE s.id = ${id})`,
  time_zone: `(SELECT e.time_zone FROM ${shiftTables} WHERE s.id = ${id})`,
});

import { volunteersOfAddress } from '@upstander/volunteers';

export const signupsOfAddress = `SELECT u.id FROM events.signup u WHERE u.volunteer_id IN (${volunteersOfAddress})`;

export const shiftColumns = (id: string) => ({
  event: `(SELECT e.title FROM events.shift s JOIN events.event e ON e.id = s.event_id WHERE s.id = ${id})`,
  shift: `(SELECT s.role FROM events.shift s WHERE s.id = ${id})`,
  starts_at: `(SELECT s.starts_at FROM events.shift s WHERE s.id = ${id})`,
  time_zone: `(SELECT e.time_zone FROM events.shift s JOIN events.event e ON e.id = s.event_id WHERE s.id = ${id})`,
});

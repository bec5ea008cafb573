import { Injectable } from '@nestjs/common';
import { RecordNames } from '@upstander/identity';

/** Names of events, shifts and sign-ups in the log of staff actions. */
@Injectable()
export class EventRecordNames {
  constructor(names: RecordNames) {
    names.define('event', {
      sql: 'SELECT id, title AS name FROM events.event WHERE id = ANY ($1::uuid[])',
      path: ({ id }) => `/events/${id}`,
    });
    names.define('shift', {
      also: ['shifts', 'toShift'],
      sql: `SELECT s.id, s.role AS name, e.title AS context, e.id AS "pageId"
        FROM events.shift s JOIN events.event e ON e.id = s.event_id WHERE s.id = ANY ($1::uuid[])`,
      path: ({ pageId }) => `/events/${pageId}`,
    });
    // Check-in is recorded by its marks, which are named by their sign-up.
    names.define('signup', {
      also: ['attendance', 'entry', 'lastMark', 'mark', 'marks', 'waiverAtDoor', 'walkIn'],
      sql: `WITH asked AS (
          SELECT id, id AS signup_id FROM unnest($1::uuid[]) AS id
          UNION ALL SELECT id, signup_id FROM events.attendance_mark WHERE id = ANY ($1::uuid[])
        )
        SELECT a.id, u.name, e.title AS context, e.id AS "pageId"
        FROM asked a JOIN events.signup u ON u.id = a.signup_id
        JOIN events.shift s ON s.id = u.shift_id JOIN events.event e ON e.id = s.event_id`,
      path: ({ pageId }) => `/events/${pageId}`,
    });
  }
}

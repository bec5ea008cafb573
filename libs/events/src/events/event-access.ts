import { Injectable } from '@nestjs/common';
import { Access } from '@upstander/identity';

/** Columns of event `e` that `Access` compares with the records of co-organizers. */
export const sharedRecords = 'ARRAY[e.id, e.series_id]::text[] AS record_ids';

@Injectable()
export class EventAccess {
  constructor(access: Access) {
    access.define(
      'event',
      `SELECT e.id, e.chapter_id, ${sharedRecords} FROM events.event e WHERE e.id = ANY ($1::uuid[])`,
    );
    access.permit('chapter:plan-events', ['organizer']);
    access.permit('event:read', ['organizer']);
    access.permit('event:edit', ['organizer']);
    access.permit('event:message', ['organizer']);
    access.define(
      'event-message',
      `SELECT m.id, e.chapter_id, ${sharedRecords} FROM events.event_message m JOIN events.event e ON e.id = m.event_id
       WHERE m.id = ANY ($1::uuid[])`,
    );
    // Not shared: co-organizers can't plan another event or appoint others.
    access.define('chapter-event', 'SELECT id, chapter_id FROM events.event WHERE id = ANY ($1::uuid[])');
    access.permit('chapter-event:share', ['organizer']);
    access.permit('chapter-event:copy', ['organizer']);
    access.permit('event-message:read', ['organizer']);
    access.permit('event-message:stop', ['organizer']);
  }
}

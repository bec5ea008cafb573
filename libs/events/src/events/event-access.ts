import { Injectable } from '@nestjs/common';
import { Access } from '@upstander/identity';

@Injectable()
export class EventAccess {
  constructor(access: Access) {
    access.define('event', 'SELECT id, chapter_id FROM events.event WHERE id = ANY ($1::uuid[])');
    access.permit('chapter:plan-events', ['organizer']);
    access.permit('event:read', ['organizer']);
    access.permit('event:edit', ['organizer']);
    access.permit('event:message', ['organizer']);
    access.define(
      'event-message',
      `SELECT m.id, e.chapter_id FROM events.event_message m JOIN events.event e ON e.id = m.event_id
       WHERE m.id = ANY ($1::uuid[])`,
    );
    access.permit('event-message:read', ['organizer']);
    access.permit('event-message:stop', ['organizer']);
  }
}

import { Injectable } from '@nestjs/common';
import { Access } from '@upstander/identity';

@Injectable()
export class EventAccess {
  constructor(access: Access) {
    access.define('event', 'SELECT id, chapter_id FROM events.event WHERE id = ANY ($1::uuid[])');
    access.permit('chapter:plan-events', ['organizer']);
    access.permit('event:read', ['organizer']);
    access.permit('event:edit', ['organizer']);
  }
}

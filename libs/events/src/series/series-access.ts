import { Injectable } from '@nestjs/common';
import { Access } from '@upstander/identity';

@Injectable()
export class SeriesAccess {
  constructor(access: Access) {
    access.define('series', 'SELECT id, chapter_id FROM events.series WHERE id = ANY ($1::uuid[])');
    access.permit('series:read', ['organizer']);
    access.permit('series:edit', ['organizer']);
  }
}

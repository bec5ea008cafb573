import { Injectable } from '@nestjs/common';
import { RecordNames } from '@upstander/identity';

const ofVolunteer = (table: string, day = 'NULL') => `
  SELECT t.id, v.name, ${day} AS day, v.id AS "pageId"
  FROM volunteers.${table} t JOIN volunteers.volunteer v ON v.id = t.volunteer_id WHERE t.id = ANY ($1::uuid[])`;

/** Names of volunteers and of what is on their pages, in the log of staff actions. */
@Injectable()
export class VolunteerRecordNames {
  constructor(names: RecordNames) {
    names.define('volunteer', {
      also: ['volunteers', 'kept', 'merged', 'volunteerMerge', 'volunteerStanding'],
      sql: 'SELECT id, name FROM volunteers.volunteer WHERE id = ANY ($1::uuid[])',
      path: ({ id }) => `/volunteers/${id}`,
      isPerson: true,
    });
    names.define('volunteerNote', {
      sql: ofVolunteer('note'),
      path: ({ pageId }) => `/volunteers/${pageId}`,
      isPerson: true,
    });
    names.define('hours', {
      sql: ofVolunteer('hours', 't.day::text'),
      path: ({ pageId }) => `/volunteers/${pageId}`,
      isPerson: true,
    });
    names.define('credential', {
      also: ['credentials', 'screening', 'waiver', 'waivers'],
      sql: ofVolunteer('credential'),
      path: ({ pageId }) => `/volunteers/${pageId}`,
      isPerson: true,
    });
    names.define('volunteerMerge', {
      sql: `SELECT m.id, v.name, v.id AS "pageId" FROM volunteers.merge m
        JOIN volunteers.volunteer v ON v.id = m.kept_id WHERE m.id = ANY ($1::uuid[])`,
      path: ({ pageId }) => `/volunteers/${pageId}`,
      isPerson: true,
    });
    names.define('credentialType', {
      also: ['credentialText', 'dayCredential', 'strictCredential', 'type', 'unsignedWaiver'],
      sql: 'SELECT id, name, name_es AS "nameEs" FROM volunteers.credential_type WHERE id = ANY ($1::uuid[])',
      path: ({ id }) => `/credentials/types/${id}`,
    });
    names.define('volunteerTerm', {
      also: ['interest', 'skill'],
      sql: 'SELECT id, name, name_es AS "nameEs" FROM volunteers.term WHERE id = ANY ($1::uuid[])',
      path: () => '/volunteers/terms',
    });
  }
}

import { Injectable } from '@nestjs/common';
import { RecordNames } from '@upstander/identity';

const ofAsk = (table: string, { name = 'NULL', day = 'NULL' }: { name?: string; day?: string }) => `
  SELECT t.id, coalesce(${name}, a.school) AS name, CASE WHEN ${name} IS NOT NULL THEN a.school END AS context,
    ${day} AS day, a.id AS "pageId"
  FROM outreach.${table} t JOIN outreach.ask a ON a.id = t.ask_id WHERE t.id = ANY ($1::uuid[])`;

/** Names of what is asked of schools, of photos and of messages in the log of staff actions. */
@Injectable()
export class OutreachRecordNames {
  constructor(names: RecordNames) {
    names.define('schoolAsk', {
      also: ['schoolContact', 'schoolDocument', 'schoolLesson', 'schoolNote', 'schoolShift'],
      sql: 'SELECT id, school AS name FROM outreach.ask WHERE id = ANY ($1::uuid[])',
      path: ({ id }) => `/schools/${id}`,
    });
    const onAsk = { path: ({ pageId }: { pageId?: string | null }) => `/schools/${pageId}` };
    names.define('schoolContact', { sql: ofAsk('contact', { name: 't.name' }), ...onAsk });
    names.define('schoolDocument', { sql: ofAsk('document', { name: 't.file_name' }), ...onAsk });
    names.define('schoolLesson', { sql: ofAsk('lesson', { day: 't.taught_on::text' }), ...onAsk });
    names.define('schoolNote', { sql: ofAsk('note', {}), ...onAsk });
    names.define('school', {
      also: ['entry'],
      sql: 'SELECT id, name FROM outreach.directory_entry WHERE id = ANY ($1::uuid[])',
      path: () => '/schools/directory',
    });
    names.define('schoolTalk', {
      also: ['schoolTalkStatus'],
      sql: 'SELECT id, school AS name, name AS context FROM outreach.school_talk WHERE id = ANY ($1::uuid[])',
      path: () => '/schools/talks',
    });
    names.define('siteMessage', {
      also: ['siteMessageStatus'],
      sql: 'SELECT id, name FROM outreach.site_message WHERE id = ANY ($1::uuid[])',
      path: ({ name }) => `/site-messages?text=${encodeURIComponent(name!)}`,
    });
    names.define('photo', {
      also: ['photoConsent', 'photoOff'],
      sql: 'SELECT id, alt_en AS name, alt_es AS "nameEs" FROM outreach.photo WHERE id = ANY ($1::uuid[])',
      path: ({ id }) => `/photos/${id}`,
    });
    names.define('photoConsent', {
      also: ['photoConsents', 'renews'],
      sql: 'SELECT id, name, photo_id AS "pageId" FROM outreach.photo_consent WHERE id = ANY ($1::uuid[])',
      path: ({ pageId }) => `/photos/${pageId}`,
    });
  }
}

import { Injectable } from '@nestjs/common';
import { RecordNames } from '@upstander/identity';

/** Names of articles, courses and the directory of help in the log of staff actions. */
@Injectable()
export class LearningRecordNames {
  constructor(names: RecordNames) {
    names.define('article', {
      also: ['articleWithdrawal'],
      sql: `SELECT a.id, coalesce(nullif(v.texts->'en'->>'title', ''), a.slug) AS name,
          nullif(v.texts->'es'->>'title', '') AS "nameEs"
        FROM learning.article a
        LEFT JOIN LATERAL (SELECT texts FROM learning.article_version v WHERE v.article_id = a.id
          ORDER BY v.number DESC LIMIT 1) v ON true
        WHERE a.id = ANY ($1::uuid[])`,
      path: ({ id }) => `/articles/${id}`,
    });
    names.define('course', {
      sql: `SELECT id, coalesce(nullif(texts->'en'->>'title', ''), slug) AS name,
          nullif(texts->'es'->>'title', '') AS "nameEs"
        FROM learning.course WHERE id = ANY ($1::uuid[])`,
      path: ({ id }) => `/courses/${id}`,
    });
    names.define('helpLine', {
      also: ['helpLineChange'],
      sql: 'SELECT id, name, name_es AS "nameEs" FROM learning.help_line WHERE id = ANY ($1::uuid[])',
      path: ({ id }) => `/help-lines/${id}`,
    });
    names.define('helpLineChange', {
      sql: `SELECT c.id, l.name, l.name_es AS "nameEs", l.id AS "pageId" FROM learning.help_line_change c
        JOIN learning.help_line l ON l.id = c.help_line_id WHERE c.id = ANY ($1::uuid[])`,
      path: ({ pageId }) => `/help-lines/${pageId}`,
    });
    names.define('service', {
      sql: 'SELECT id, name FROM learning.service WHERE id = ANY ($1::uuid[])',
      path: ({ id }) => `/services/${id}`,
    });
    names.define('serviceImport', {
      sql: 'SELECT id, file_name AS name FROM learning.service_import WHERE id = ANY ($1::uuid[])',
      path: ({ id }) => `/services/files/${id}`,
    });
    names.define('timeLimit', {
      sql: 'SELECT id, source_title AS name FROM learning.time_limit WHERE id = ANY ($1::uuid[])',
      path: () => '/legal',
    });
  }
}

import { Injectable } from '@nestjs/common';
import { RecordNames } from './staff-actions/record-names.js';

/** Names of accounts, chapters and requests in the log of staff actions. */
@Injectable()
export class IdentityRecordNames {
  constructor(names: RecordNames) {
    names.define('account', {
      also: ['owner', 'role', 'secondStep', 'secondStepReset', 'sessions'],
      sql: 'SELECT id, name FROM identity.account WHERE id = ANY ($1::uuid[])',
      path: ({ name }) => `/people?text=${encodeURIComponent(name!)}`,
      isPerson: true,
    });
    names.define('chapter', {
      also: ['homeChapter'],
      sql: 'SELECT id, name FROM identity.chapter WHERE id = ANY ($1::uuid[])',
      path: () => '/chapters',
    });
    names.define('roleRequest', {
      also: ['request', 'role'],
      sql: `SELECT r.id, a.name, c.name AS context FROM identity.role_request r
        JOIN identity.account a ON a.id = r.account_id LEFT JOIN identity.chapter c ON c.id = r.chapter_id
        WHERE r.id = ANY ($1::uuid[])`,
      path: () => '/role-requests',
    });
    names.define('dataRequest', {
      sql: `SELECT id, email::text AS name, (requested_at AT TIME ZONE 'UTC')::date::text AS day
        FROM identity.data_request WHERE id = ANY ($1::uuid[])`,
      path: () => '/peoples-data',
    });
    names.define('legalHold', {
      sql: `SELECT id, email::text AS name, (placed_at AT TIME ZONE 'UTC')::date::text AS day
        FROM identity.legal_hold WHERE id = ANY ($1::uuid[])`,
      path: () => '/peoples-data/holds',
    });
    names.define('savedView', {
      also: ['view'],
      sql: 'SELECT id, name FROM identity.saved_view WHERE id = ANY ($1::uuid[])',
    });
  }
}

import { Injectable } from '@nestjs/common';
import { RecordNames } from '@upstander/identity';
import { MailTemplates } from './templates/mail-templates.js';

/** Names of emails in the log of staff actions. As in the mail log, the recipient of a notice isn't shown. */
@Injectable()
export class NotificationRecordNames {
  constructor(names: RecordNames, templates: MailTemplates) {
    names.define('mail', {
      sql: `SELECT id, CASE WHEN template <> ALL ($2::text[]) THEN recipient::text END AS name
        FROM notifications.mail WHERE id = ANY ($1::uuid[])`,
      values: () => [templates.notices()],
      path: ({ name }) => (name === null ? '/mail' : `/mail?recipient=${encodeURIComponent(name)}`),
      isPerson: true,
    });
  }
}

import { Injectable } from '@nestjs/common';
import { type Connection, Database, keysetList, type PageArgs, selectList, Values } from '@upstander/platform';
import { Sms } from '../outbox/sms.entity.js';
import type { SmsLogEntry, SmsLogFilter } from './sms-log.js';

const columns = `${selectList(Sms, 'sms', 'staff')}, sms.recipient::text AS recipient, right(sms.number, 4) AS "numberEnding"`;

@Injectable()
export class SmsLogService {
  constructor(private readonly db: Database) {}

  list(filter: SmsLogFilter | null, page: PageArgs): Promise<Connection<SmsLogEntry>> {
    const values = new Values();
    // Codes have no consent yet.
    const conditions = ['sms.consent_id IS NOT NULL'];
    if (filter?.status) conditions.push(`sms.status = ANY (${values.add(filter.status)}::text[])`);
    const start = filter?.recipient?.trim();
    if (start)
      conditions.push(
        `sms.recipient ~>=~ ${values.add(start)}::citext`,
        `sms.recipient ~<~ ${values.add(`${start}\u{10ffff}`)}::citext`,
      );
    return keysetList<SmsLogEntry>(this.db, {
      columns,
      from: 'notifications.sms',
      conditions,
      values,
      by: [
        { sql: 'sms.created_at', type: 'timestamptz' },
        { sql: 'sms.id', type: 'uuid' },
      ],
      direction: 'DESC',
      page,
    });
  }
}

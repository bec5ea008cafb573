import { Injectable } from '@nestjs/common';
import { badInput, Database, isUuid, keysetList, Values, type Connection } from '@upstander/platform';
import { SecurityEvents } from './security-events.js';
import type { SecurityEventEntry, SecurityEventsArgs } from './security-event.type.js';
import { accountJson } from '../accounts/rows/account-columns.js';

@Injectable()
export class SecurityEventReads {
  constructor(
    private readonly db: Database,
    private readonly events: SecurityEvents,
  ) {}

  /** Includes events that are still being counted. @throws Refusal BAD_INPUT */
  async list(args: SecurityEventsArgs): Promise<Connection<SecurityEventEntry>> {
    const { kinds, accountId, from, until, first, after } = args;
    if (accountId && !isUuid(accountId)) throw badInput({ accountId: 'not-a-choice' });
    await this.events.flush();
    const values = new Values();
    const conditions: string[] = [];
    if (kinds) conditions.push(`e.kind = ANY (${values.add(kinds)}::text[])`);
    if (accountId) conditions.push(`${values.add(accountId)}::uuid IN (e.account_id, e.by_account_id)`);
    if (from) conditions.push(`e.at >= ${values.add(from)}::timestamptz`);
    if (until) conditions.push(`e.at < ${values.add(until)}::timestamptz`);
    return keysetList<SecurityEventEntry>(this.db, {
      columns: `e.id::text, e.kind, e.at, ${accountJson('e.account_id')} AS account, ${accountJson('e.by_account_id')} AS by, e.detail, e.network, e.count`,
      from: 'identity.security_event e',
      conditions,
      values,
      by: [{ sql: 'e.id', type: 'bigint' }],
      direction: 'DESC',
      page: { first, after },
    });
  }
}

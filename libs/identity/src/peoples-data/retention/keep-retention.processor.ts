import { Clock, Config, Database, JobHandler, personalTables, type Job, type PersonalTable } from '@upstander/platform';
import { hasLegalHold } from '../holds/legal-holds.service.js';
import { columnsOf, setClausesOf } from '../person-rows.js';

const batchSize = 5_000;

/** Works in batches and skips rows under a legal hold. */
@JobHandler('keep-retention')
export class KeepRetention implements Job {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async run(signal: AbortSignal): Promise<void> {
    const faults: unknown[] = [];
    for (const [name, table] of personalTables()) {
      // A failing table must not block the others.
      await this.forgetRows(name, table, signal).catch((fault: unknown) => faults.push(fault));
    }
    if (faults.length > 0) throw new AggregateError(faults, 'Some expired data could not be deleted.');
  }

  private async forgetRows(name: string, table: PersonalTable, signal: AbortSignal): Promise<void> {
    const sql = retentionStatement(name, table);
    if (!sql || !table.forgotten) return;
    const { after } = table.forgotten;
    const days = typeof after === 'number' ? after : this.config[after];
    const values = [this.clock.now(), days, this.clock.today()];
    let forgottenCount = batchSize;
    while (forgottenCount === batchSize && !signal.aborted) forgottenCount = (await this.db.query(sql, values)).length;
  }
}

/** Returns the statement for one batch, or null without retention. `$1` now, `$2` days, `$3` today. */
export function retentionStatement(name: string, table: PersonalTable): string | null {
  if (!table.forgotten) return null;
  const agedCondition = `${table.forgotten.since} < $1::timestamptz - make_interval(days => $2::int)`;
  const isRow = table.forgotten.erasureScope === 'row';
  const assignments = [
    ...columnsOf(table),
    ...setClausesOf(table).map((sql) => sql.replaceAll('$2::timestamptz', '$1::timestamptz')),
  ];
  const changed = columnsOf(table).map((sql) => {
    const [column, ...value] = sql.split(' = ');
    return `t.${column} IS DISTINCT FROM ${value.join(' = ')}`;
  });
  const rowsSql = `SELECT t.ctid FROM ${name} t WHERE ${agedCondition} AND NOT ${hasLegalHold(table, '$3::date')}${
    isRow ? '' : ` AND (${changed.join(' OR ')})`
  } LIMIT ${batchSize} FOR UPDATE SKIP LOCKED`;
  return isRow
    ? `DELETE FROM ${name} t WHERE t.ctid = ANY (ARRAY(${rowsSql})) RETURNING 1 AS forgotten`
    : `UPDATE ${name} t SET ${assignments.join(', ')} WHERE t.ctid = ANY (ARRAY(${rowsSql})) RETURNING 1 AS forgotten`;
}

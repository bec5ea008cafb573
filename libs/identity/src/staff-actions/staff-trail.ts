import { Injectable } from '@nestjs/common';
import { Clock, Database, type Tx } from '@upstander/platform';
import { currentStaffAction, type StaffAction } from './staff-action.js';

/**
 * Operations need no code for the record. The guard registers the action, and the first transaction writes it, so no
 * change commits without its record. Actions without a transaction are written before the response.
 */
@Injectable()
export class StaffTrail {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
  ) {
    db.beforeCommit((tx) => this.withTransaction(tx));
  }

  async write(action: StaffAction): Promise<void> {
    action.written = true;
    await this.insert(this.db, action);
  }

  /** Adds, for example, created objects. */
  async add(action: StaffAction, targets: StaffAction['targets']): Promise<void> {
    const newTargets = [...targets.values()].filter(({ id }) => !action.targets.has(id));
    if (newTargets.length > 0)
      await this.db.query(insertTargets, [action.id, this.clock.now(), JSON.stringify(newTargets)]);
  }

  private withTransaction(tx: Tx): Promise<void> | undefined {
    const action = currentStaffAction();
    if (!action) return undefined;
    action.written = true;
    return this.insert(tx, action).catch((error: unknown) => {
      action.written = false;
      throw error;
    });
  }

  private async insert(executor: Pick<Tx, 'query'>, action: StaffAction): Promise<void> {
    const { id, accountId, accessTokenId, operation, requestId, detail, targets } = action;
    const at = this.clock.now();
    await executor.query(
      `INSERT INTO identity.staff_action (id, at, account_id, access_token_id, operation, request_id, detail)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [id, at, accountId, accessTokenId, operation, requestId, detail],
    );
    if (targets.size > 0) await executor.query(insertTargets, [id, at, JSON.stringify([...targets.values()])]);
  }
}

const insertTargets = `
  INSERT INTO identity.staff_action_thing (action_id, at, kind, thing_id)
  SELECT $1, $2, t.kind, t.id FROM jsonb_to_recordset($3::jsonb) AS t(kind text, id uuid) ON CONFLICT DO NOTHING`;

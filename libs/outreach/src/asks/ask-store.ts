import { Refusal, type Tx } from '@upstander/platform';
import type { Ask, AskChange } from './ask.entity.js';
import type { SchoolAskStatus } from './ask-status.js';

type Noted = Pick<AskChange, 'kind'> &
  Partial<Pick<AskChange, 'fromStatus' | 'toStatus' | 'detail'>> & { by: string | null };

export async function recordAskChange(tx: Tx, askId: string, at: Date, change: Noted): Promise<void> {
  await tx.query(
    `WITH noted AS (
       INSERT INTO outreach.ask_change (ask_id, kind, from_status, to_status, detail, by_account_id, at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
     )
     UPDATE outreach.ask SET changed_at = $7 WHERE id = $1`,
    [askId, change.kind, change.fromStatus ?? null, change.toStatus ?? null, change.detail ?? null, change.by, at],
  );
}

/** Changes the status of a request and records it. The database rejects invalid transitions. */
export async function moveAsk(
  tx: Tx,
  ask: Pick<Ask, 'id' | 'status'>,
  to: SchoolAskStatus,
  by: { at: Date; accountId: string | null; detail?: string | null },
): Promise<void> {
  await tx.query('UPDATE outreach.ask SET status = $2 WHERE id = $1', [ask.id, to]);
  const change = {
    kind: 'status',
    fromStatus: ask.status,
    toStatus: to,
    detail: by.detail ?? null,
    by: by.accountId,
  } as const;
  await recordAskChange(tx, ask.id, by.at, change);
}

export function statusRefusal(status: SchoolAskStatus): Refusal {
  return new Refusal('SCHOOL_ASK_STATUS', 'It can’t move to that status.', { status });
}

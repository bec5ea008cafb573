import { Refusal, type Tx } from '@upstander/platform';
import { Ask, AskChange } from './ask.entity.js';
import type { SchoolAskStatus } from './ask-status.js';

type AskNoteValues = Pick<AskChange, 'kind'> &
  Partial<Pick<AskChange, 'fromStatus' | 'toStatus' | 'detail'>> & { by: string | null };

export async function recordAskChange(tx: Tx, askId: string, at: Date, change: AskNoteValues): Promise<void> {
  const { by: byAccountId, ...noted } = change;
  await tx.manager.insert(AskChange, { ...noted, askId, byAccountId, at });
  await tx.manager.update(Ask, askId, { changedAt: at });
}

/** Changes the status of a request and records it. The database rejects invalid transitions. */
export async function moveAsk(
  tx: Tx,
  ask: Pick<Ask, 'id' | 'status'>,
  to: SchoolAskStatus,
  by: { at: Date; accountId: string | null; detail?: string | null },
): Promise<void> {
  await tx.manager.update(Ask, ask.id, { status: to });
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

import type { Tx } from '@upstander/platform';
import { HistoryKind } from '../history/history.entity.js';
import { noteHistory } from '../history/history.js';
import type { CredentialStatus } from './credential-status.js';

export function noteCredential(
  tx: Tx,
  of: { volunteerId: string; typeName: string },
  what: { status: CredentialStatus; at: Date; by?: string | null },
): Promise<void> {
  const { status, ...rest } = what;
  return noteHistory(tx, [of.volunteerId], {
    ...rest,
    kind: HistoryKind.CREDENTIAL_CHANGED,
    detail: `${status}: ${of.typeName}`,
  });
}

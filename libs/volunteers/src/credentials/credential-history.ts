import type { Tx } from '@upstander/platform';
import { HistoryKind } from '../history/history.entity.js';
import { recordHistoryEntries } from '../history/history.js';
import type { CredentialStatus } from './credential-status.js';

export function noteCredential(
  tx: Tx,
  credential: { volunteerId: string; typeName: string },
  change: { status: CredentialStatus; at: Date; by?: string | null },
): Promise<void> {
  const { status, ...fields } = change;
  return recordHistoryEntries(tx, [credential.volunteerId], {
    ...fields,
    kind: HistoryKind.CREDENTIAL_CHANGED,
    detail: `${status}: ${credential.typeName}`,
  });
}

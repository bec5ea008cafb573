import type { Tx } from '@upstander/platform';
import type { DemoAccount } from './accounts.js';
import { chapters } from './chapters.js';
import type { DemoEvent } from './events.js';
import { insert } from './insert.js';
import { idOf } from './random.js';

export async function insertCoOrganizers(
  tx: Tx,
  logins: readonly DemoAccount[],
  planned: readonly DemoEvent[],
  now: Date,
): Promise<void> {
  const shared = planned
    .filter(
      ({ chapterId, status, startsAt }) => chapterId === chapters.la.id && status === 'published' && startsAt > now,
    )
    .sort((one, other) => one.startsAt.valueOf() - other.startsAt.valueOf())[0];
  await insert(
    tx,
    'identity.record_grant',
    logins.flatMap(({ id, isCoOrganizer }) =>
      isCoOrganizer && shared
        ? {
            id: idOf('record-grant', id),
            accountId: id,
            kind: 'event',
            recordId: shared.id,
            grantedBy: idOf('account', 'organizer@demo.example'),
            createdAt: now,
          }
        : [],
    ),
  );
}

import type { Tx } from '@upstander/platform';
import { customRoles, type DemoAccount } from './accounts.js';
import { chapters } from './chapters.js';
import type { DemoEvent } from './events.js';
import { insert } from './insert.js';
import { idOf } from './random.js';

/** Replaced when all rows are sealed at the end. */
const emptySeal = '\\x';

export async function insertCustomRoles(tx: Tx, logins: readonly DemoAccount[], createdAt: Date): Promise<void> {
  await insert(
    tx,
    'identity.custom_role',
    Object.entries(customRoles).map(([name, role]) => ({
      ...role,
      id: idOf('custom-role', name),
      name,
      createdBy: idOf('account', 'admin@demo.example'),
      createdAt,
      seal: emptySeal,
    })),
    ['id', 'name', 'nameEs', 'baseRole', 'viewAreas', 'manageAreas', 'createdBy', 'createdAt', 'seal'],
  );
  await insert(
    tx,
    'identity.custom_grant',
    logins.flatMap(({ id, customRole }) =>
      customRole
        ? {
            id: idOf('custom-grant', id),
            accountId: id,
            customRoleId: idOf('custom-role', customRole),
            byCommandLine: true,
            createdAt,
            seal: emptySeal,
          }
        : [],
    ),
    ['id', 'accountId', 'customRoleId', 'byCommandLine', 'createdAt', 'seal'],
  );
}

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
    ['id', 'accountId', 'kind', 'recordId', 'grantedBy', 'createdAt'],
  );
}

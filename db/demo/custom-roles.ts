import type { Tx } from '@upstander/platform';
import type { DemoAccount } from './accounts.js';
import { insert } from './insert.js';
import { idOf } from './random.js';

/** Replaced when all rows are sealed at the end. */
const emptySeal = '\\x';

const customRoles = {
  Bookkeeper: {
    nameEs: 'Contabilidad',
    baseRole: 'finance',
    viewAreas: ['disbursements', 'gifts', 'ledger', 'receipts', 'recurring_gifts', 'reports'],
    manageAreas: [],
  },
  'Shift lead': {
    nameEs: 'Coordinación de turno',
    baseRole: 'organizer',
    viewAreas: ['events'],
    manageAreas: ['roster'],
  },
} as const;

export type CustomRoleName = keyof typeof customRoles;

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
  );
}

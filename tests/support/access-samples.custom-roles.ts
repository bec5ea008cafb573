import type { MakeSample } from './access-samples.js';
import type { TestApp } from './app.js';
import { aCustomRole, assignCustomRole } from './custom-roles.js';
import { anAccount } from './people.js';

const role = (app: TestApp) => aCustomRole(app.db, { baseRole: 'organizer', viewAreas: ['events'] });

export const customRoleSamples: Record<string, MakeSample> = {
  customRoles: () => ({}),
  roleAreas: () => ({}),
  createCustomRole: async ({ app }) => {
    await app.db.query(
      `DELETE FROM identity.custom_role
       WHERE id NOT IN (SELECT id FROM identity.custom_role ORDER BY created_at DESC LIMIT 30)
         AND id NOT IN (SELECT custom_role_id FROM identity.custom_grant)`,
    );
    const input = { name: `Role ${++created}`, baseRole: 'ORGANIZER', viewAreas: ['EVENTS'] };
    return { variables: { input } };
  },
  updateCustomRole: async ({ app }) => ({
    variables: { id: await role(app), input: { name: `Role ${++created}`, manageAreas: ['ROSTER'] } },
  }),
  deleteCustomRole: async ({ app }) => ({ variables: { id: await role(app) } }),
  'grantRole (a custom one)': async ({ app, chapter }) => {
    const [accountId, customRoleId] = [(await anAccount(app.db)).id, await role(app)];
    return { variables: { input: { accountId, role: 'ORGANIZER', chapterId: chapter.id, customRoleId } } };
  },
  'revokeRole (a custom one)': async ({ app }) => {
    const [accountId, customRoleId] = [(await anAccount(app.db)).id, await role(app)];
    await assignCustomRole(app.db, accountId, customRoleId);
    return { variables: { input: { accountId, role: 'ORGANIZER', customRoleId } } };
  },
};
let created = 0;

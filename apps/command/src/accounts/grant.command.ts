import { UsageError, type Command } from '../command.js';
import { giveRole, grantableRoles } from './give-role.js';

export const command: Command = {
  usage: `<${grantableRoles.join('|')}> <email> <name> [--env-file FILE]`,
  help: `
Grants a role that two people otherwise have to approve, and creates the account if needed. Use it for the first holders of
each role, and when no one has it anymore. By running it you vouch that the account belongs to a real person. Everyone who has
the role gets an email. An advocate is also added to the list of the sealed zone; run it again if one is missing there.
Needs DATABASE_URL and APP_SECRET, and for an advocate SEALED_DATABASE_URL, SEALED_KEYS_URL and SEALED_KEYS.`,

  async run(given) {
    const [role, email, name, ...others] = given.words;
    if (!role || !email || !name || others.length > 0)
      throw new UsageError('A role, an email address and a name are required. Put a name with spaces in quotes.');
    if (!grantableRoles.includes(role)) throw new UsageError(`“${role}” is not one of ${grantableRoles.join(', ')}.`);
    await giveRole(given, role, email, name);
  },
};

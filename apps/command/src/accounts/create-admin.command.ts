import { UsageError, type Command } from '../command.js';
import { giveRole } from './give-role.js';

export const command: Command = {
  usage: '<email> <name> [--env-file FILE]',
  help: `
Grants the admin role to an account, and creates the account if needed: for the first admin of an installation, and for one
that has lost all of its admins. The account has no password: its owner requests a code by email at /admin, then sets up
two-step sign-in. All admins get an email. Needs DATABASE_URL and APP_SECRET.`,

  async run(given) {
    const [email, name, ...others] = given.words;
    if (!email || !name || others.length > 0)
      throw new UsageError('An email address and a name are required. Put a name with spaces in quotes.');
    await giveRole(given, 'admin', email, name);
  },
};

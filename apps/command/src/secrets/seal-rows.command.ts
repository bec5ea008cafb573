import { listAdvocates, type SealedSettings } from '@upstander/advocacy';
import { sealAllRows } from '@upstander/db';
import { unsealedPower } from '@upstander/identity';
import { unsealedMembers } from '@upstander/opportunities';
import { UsageError, type Command } from '../command.js';
import { toQueryable, runAsProgram } from '../database/connected.js';
import { sealSettingsOf } from './row-seals-of.js';

const longTimeouts = { statement_timeout: 600_000, query_timeout: 620_000 };

export const command: Command = {
  usage: '[--yes] [--env-file FILE]',
  help: `
Lists the accounts, powerful roles and memberships of businesses without a valid seal. They were written by a release before
seals, for example while a new release was rolled out, or by someone with access to the database; until they are sealed they
grant nothing. With --yes it seals them and puts every advocate on the list of the sealed zone, and you vouch for each line. Needs
DATABASE_URL and APP_SECRET, and where there is a sealed zone SEALED_DATABASE_URL, SEALED_KEYS_URL and SEALED_KEYS.`,
  options: { yes: { type: 'boolean' } },

  async run(given) {
    if (given.words.length > 0) throw new UsageError(`Unexpected argument “${given.words[0]}”.`);
    const settings = sealSettingsOf(given.environment);
    const { rows, members, advocates } = await runAsProgram(
      given,
      async (client) => {
        const db = toQueryable(client);
        const rows = await unsealedPower(db, settings, 'none');
        const members = await unsealedMembers(db, settings, 'none');
        return { rows, members, advocates: given.options['yes'] ? await sealAllRows(db, settings) : [] };
      },
      longTimeouts,
    );
    for (const { what, email, role } of rows)
      given.print(role === null ? `${what}  ${email}` : `${what}  ${email}  ${role}`);
    given.print(`${rows.length} accounts and roles and ${members} memberships of businesses have no valid seal.`);
    if (!given.options['yes']) {
      if (rows.length + members > 0) given.print('Check each of them, then run this again with --yes to seal them.');
      return;
    }
    await listAdvocates(settings as SealedSettings, advocates);
    given.print('They are sealed now.');
  },
};

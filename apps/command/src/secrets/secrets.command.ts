import { randomBytes } from 'node:crypto';
import type { Command } from '../command.js';

export const command: Command = {
  usage: '',
  help: `
Prints new secrets for an installation as lines of a settings file. Nothing is stored. Append them to a file that only the
programs' user can read, and keep a copy away from the backups of the databases, which cannot be opened without them.`,

  run({ print: say }) {
    const year = new Date().getFullYear();
    const password = () => randomBytes(24).toString('base64url');
    say(`APP_SECRET=${randomBytes(36).toString('base64url')}`);
    say(`SEALED_KEYS=${year}a:${randomBytes(32).toString('base64')}`);
    say(`BADGE_KEY=${randomBytes(32).toString('base64url')}`);
    say(`# Passwords for the three PostgreSQL roles, for the database URLs.`);
    say(`# upstander_owner: ${password()}`);
    say(`# upstander: ${password()}`);
    say(`# upstander_sealed: ${password()}`);
    return Promise.resolve();
  },
};

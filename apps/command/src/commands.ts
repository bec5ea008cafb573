import type { Command } from './command.js';

interface Listed {
  readonly name: string;
  readonly summary: string;
  /** Loaded on demand, so that `--help` doesn't load half the server. */
  load(): Promise<{ command: Command }>;
}

/** All subcommands in the order an operator needs them. A new command needs a file and an entry here. */
export const commands: readonly Listed[] = [
  {
    name: 'secrets',
    summary: 'print fresh secrets for a new installation, as lines of a settings file',
    load: () => import('./secrets/secrets.command.js'),
  },
  {
    name: 'roles',
    summary: 'print the SQL that makes the roles and the databases, for a superuser to run once',
    load: () => import('./database/roles.command.js'),
  },
  {
    name: 'migrate',
    summary: 'bring the databases up to this release, as the role that owns them',
    load: () => import('./database/migrate.command.js'),
  },
  {
    name: 'doctor',
    summary: 'look at everything the installation works with, and say what is wrong and what to do',
    load: () => import('./doctor/doctor.command.js'),
  },
  {
    name: 'create-admin',
    summary: 'give an account the role admin, and make the account if there is none',
    load: () => import('./accounts/create-admin.command.js'),
  },
  {
    name: 'grant',
    summary: 'give an account the role advocate, finance, moderator or admin',
    load: () => import('./accounts/grant.command.js'),
  },
  {
    name: 'reset-second-step',
    summary: 'forget the authenticator app of somebody whose phone is gone',
    load: () => import('./accounts/reset-second-step.command.js'),
  },
  {
    name: 'export-person',
    summary: 'write what is kept of a person into a file',
    load: () => import('./people/export-person.command.js'),
  },
  {
    name: 'erase-person',
    summary: 'erase a person who asked for it, as far as the law lets',
    load: () => import('./people/erase-person.command.js'),
  },
  {
    name: 'backup',
    summary: 'back up both databases into a folder',
    load: () => import('./backup/backup.command.js'),
  },
  {
    name: 'restore',
    summary: 'restore a backup into empty databases, and prove that the secrets open it',
    load: () => import('./backup/restore.command.js'),
  },
  {
    name: 'move-files',
    summary: 'move files from the database to a bucket that speaks S3, or back, and check them',
    load: () => import('./files/move-files.command.js'),
  },
  {
    name: 'rotate-secret',
    summary: 'replace APP_SECRET without locking anybody out',
    load: () => import('./secrets/rotate-secret.command.js'),
  },
  {
    name: 'seal-rows',
    summary: 'list accounts and roles without a valid seal, and seal those you vouch for',
    load: () => import('./secrets/seal-rows.command.js'),
  },
  {
    name: 'import-postcodes',
    summary: 'read where ZIP codes lie out of a file of the US Census',
    load: () => import('./database/import-postcodes.command.js'),
  },
];

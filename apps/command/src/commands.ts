import type { Command } from './command.js';

interface ListedCommand {
  readonly name: string;
  readonly summary: string;
  /** Loaded on demand, so that `--help` doesn't load half the server. */
  load(): Promise<{ command: Command }>;
}

/** All subcommands in the order an operator needs them. A new command needs a file and an entry here. */
export const commands: readonly ListedCommand[] = [
  {
    name: 'secrets',
    summary: 'print new secrets for an installation, as lines of a settings file',
    load: () => import('./secrets/secrets.command.js'),
  },
  {
    name: 'roles',
    summary: 'print the SQL that creates the roles and databases, for a superuser to run once',
    load: () => import('./database/roles.command.js'),
  },
  {
    name: 'migrate',
    summary: 'migrate the databases to this release, as their owner',
    load: () => import('./database/migrate.command.js'),
  },
  {
    name: 'serve',
    summary: 'run the api and the worker in one process, for a small machine',
    load: () => import('./serve/serve.command.js'),
  },
  {
    name: 'doctor',
    summary: 'check the installation and everything it depends on',
    load: () => import('./doctor/doctor.command.js'),
  },
  {
    name: 'create-admin',
    summary: 'grant the admin role, and create the account if needed',
    load: () => import('./accounts/create-admin.command.js'),
  },
  {
    name: 'grant',
    summary: 'grant the role advocate, finance, moderator or admin',
    load: () => import('./accounts/grant.command.js'),
  },
  {
    name: 'reset-second-step',
    summary: 'reset the authenticator app of someone who lost their phone',
    load: () => import('./accounts/reset-second-step.command.js'),
  },
  {
    name: 'export-person',
    summary: 'export the data about a person into a file',
    load: () => import('./people/export-person.command.js'),
  },
  {
    name: 'erase-person',
    summary: 'erase the data about a person who asked for it, as far as the law allows',
    load: () => import('./people/erase-person.command.js'),
  },
  {
    name: 'backup',
    summary: 'back up both databases into a folder, or continuously into an encrypted archive',
    load: () => import('./backup/backup.command.js'),
  },
  {
    name: 'restore',
    summary: 'restore a backup into empty databases, or an archive up to a time',
    load: () => import('./backup/restore.command.js'),
  },
  {
    name: 'restore-drill',
    summary: 'restore the archive of “backup --continuous” beside the databases, and compare',
    load: () => import('./archive/restore-drill.command.js'),
  },
  {
    name: 'move-files',
    summary: 'move files from the database to an S3 bucket or back, and check them',
    load: () => import('./files/move-files.command.js'),
  },
  {
    name: 'rotate-secret',
    summary: 'replace APP_SECRET without locking anyone out',
    load: () => import('./secrets/rotate-secret.command.js'),
  },
  {
    name: 'seal-rows',
    summary: 'list accounts and roles without a valid seal, and seal those you vouch for',
    load: () => import('./secrets/seal-rows.command.js'),
  },
  {
    name: 'import-postcodes',
    summary: 'import ZIP code locations from a US Census file',
    load: () => import('./database/import-postcodes.command.js'),
  },
];

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../lib/paths.mjs';

/** Emails are added only by `Outbox` and `insertMails` (libs/notifications/src/mails): docs/decisions/email-outbox.md. */
const owner = 'libs/notifications/src/mails/insert-mails.ts';

/** Sign-ups and registrations insert their emails in the SQL functions that lock the shifts or the form. */
export const exceptions = [
  'db/functions/events/signups/cancel_signups_of_event.sql',
  'db/functions/events/shifts/expire_on_shifts.sql',
  'db/functions/events/shifts/follow_shifts.sql',
  'db/functions/events/shifts/offer_places.sql',
  'db/functions/events/shifts/take_places.sql',
  'db/functions/events/attendance/record_attendance.sql',
  'db/functions/events/registrations/fill_registrations.sql',
  'db/functions/events/registrations/register_party.sql',
  'db/functions/events/registrations/registrations_follow_event.sql',
];

const programs = /^(libs|apps)\/[^/]+\/src\/.*\.ts$|^db\/(functions|policies)\/.*\.sql$/;
const insert = /\bINSERT\s+INTO\s+notifications\s*\.\s*mail\b/i;

/** @param {Record<string, string>} files texts by path */
export function mailInsertFaults(files, allowed = exceptions) {
  const inserting = Object.keys(files).filter(
    (name) => name !== owner && programs.test(name) && insert.test(files[name]),
  );
  return [
    ...inserting
      .filter((name) => !allowed.includes(name))
      .map((name) => `${name} inserts into notifications.mail. Use Outbox.add or insertMails.`),
    ...allowed
      .filter((name) => !inserting.includes(name))
      .map(
        (name) => `${name} no longer inserts into notifications.mail. Remove it from tools/checks/mail-inserts.mjs.`,
      ),
  ];
}

function check() {
  const names = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'libs', 'apps', 'db'], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((name) => programs.test(name));
  const faults = mailInsertFaults(
    Object.fromEntries(names.map((name) => [name, readFileSync(join(root, name), 'utf8')])),
  );
  if (faults.length > 0) {
    console.error(faults.join('\n'));
    process.exit(1);
  }
  console.log(`Emails are added in one place, with ${exceptions.length} exceptions.`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) check();

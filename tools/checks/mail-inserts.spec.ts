import { mailInsertFaults } from './mail-inserts.mjs';

const raw = 'INSERT INTO notifications.mail (key) VALUES ($1)';
const owner = 'libs/notifications/src/mails/insert-mails.ts';

test('finds raw inserts of emails in code and SQL functions, but not in tests, migrations and insertMails', () => {
  const files = {
    [owner]: raw,
    'libs/events/src/reminders/reminders.ts': raw.replaceAll(' ', '\n  '),
    'apps/worker/src/main.ts': raw.toLowerCase(),
    'db/functions/events/offer.sql': raw,
    'libs/events/src/signups/waitlist.ts': 'SELECT FROM notifications.mail',
    'libs/events/src/log.ts': 'INSERT INTO notifications.mail_log (key) VALUES ($1)',
    'tests/support/mails.ts': raw,
    'db/migrations/1.ts': raw,
  };
  expect(mailInsertFaults(files, []).map((fault: string) => fault.split(' ')[0])).toEqual([
    'libs/events/src/reminders/reminders.ts',
    'apps/worker/src/main.ts',
    'db/functions/events/offer.sql',
  ]);
});

test('accepts an exception while it inserts emails, and no longer', () => {
  const name = 'db/functions/events/offer.sql';
  expect(mailInsertFaults({ [name]: raw }, [name])).toEqual([]);
  expect(mailInsertFaults({ [name]: 'SELECT 1' }, [name])).toEqual([expect.stringContaining('no longer inserts')]);
});

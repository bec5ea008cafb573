import { setting, settingOf, settings, type ValuesOf } from '@upstander/platform';
import { z } from 'zod';

export const notificationSettings = settings.define({
  SMTP_URL: setting(
    settingOf.url('smtp:', 'smtps:'),
    'The mail server that takes outgoing mail.',
    'smtps://user:password@mail.example.org:465',
    { secret: true },
  ),
  MAIL_DOMAIN: setting(
    z.string().min(1).default('upstander.invalid'),
    'The domain in Message-ID and in calendar identifiers; never change it once mail was sent.',
    'example.org',
  ),
  MAIL_CONNECTIONS: setting(settingOf.count(5), 'How many connections to the mail server are kept open.', '5'),
  MAIL_LEASE_SECONDS: setting(
    settingOf.count(60),
    'How long a batch of mails stays with the process that claimed it before another may take it over.',
    '60',
  ),
  MAIL_GIVE_UP_HOURS: setting(
    settingOf.count(72),
    'How long a mail is tried again while the mail server cannot take it; then it shows as failed.',
    '72',
  ),
});

declare module '@upstander/platform' {
  interface Settings extends ValuesOf<typeof notificationSettings> {}
}

import { contrastOf, setting, settingTypes, settings, type ValuesOf } from '@upstander/platform';
import { z } from 'zod';

export const notificationSettings = settings.define({
  SMTP_URL: setting(
    settingTypes.url('smtp:', 'smtps:'),
    'The mail server for outgoing email.',
    'smtps://user:password@mail.example.org:465',
    { secret: true },
  ),
  MAIL_DOMAIN: setting(
    z
      .string()
      .regex(/^[\w-]+(\.[\w-]+)*$/, 'must be a domain, such as example.org')
      .optional(),
    'The domain in Message-ID and List-Id. Defaults to the domain of MAIL_FROM. If set, calendar UIDs also end in it, so never change it after sending calendar entries.',
    'example.org',
  ),
  MAIL_CONNECTIONS: setting(settingTypes.count(5), 'Number of connections to the mail server that are kept open.', '5'),
  MAIL_LEASE_SECONDS: setting(
    settingTypes.seconds(60),
    'How long a process owns a claimed batch of emails before another process can take it over.',
    '60',
  ),
  MAIL_COLOR: setting(
    z
      .string()
      .regex(/^#[0-9a-f]{6}$/i, 'must be six hexadecimal digits, such as #1f5c4a')
      .refine((color) => contrastOf('#ffffff', color) >= 4.5, 'must be darker: white letters on it must reach 4.5:1')
      .default('#1f5c4a'),
    "The organization's color: the background of the email header, with white text, and of the first button. If ACTION_COLOR is set, emails use that instead.",
    '#1f5c4a',
    { formerName: 'MAIL_COLOUR' },
  ),
  MAIL_GIVE_UP_HOURS: setting(
    settingTypes.hours(72),
    'How long an email is retried while the mail server rejects it temporarily. After that, it is marked as failed.',
    '72',
  ),
  DISCREET_MAIL_FROM: setting(
    settingTypes.address().optional(),
    'The sender of emails that tell a survivor that there is something new. Its domain must not identify the organization, and must reject all incoming email (see the operator guide). If missing, no such emails are offered or sent.',
    'post@a-neutral-domain.example',
  ),
  REPLY_WEBHOOK_SECRET: setting(
    z.string().min(24).optional(),
    'The secret that signs emails posted to /webhooks/replies. If set, replies to messages arrive in the admin instead of the contact address.',
    'a-random-text-of-at-least-24-characters',
    { secret: true },
  ),
  REPLY_DOMAIN: setting(
    z
      .string()
      .regex(/^[\w-]+(\.[\w-]+)*$/, 'must be a domain, such as reply.example.org')
      .optional(),
    'The domain of reply addresses. Its mail server posts what it receives for reply+…@ to /webhooks/replies. Defaults to MAIL_DOMAIN.',
    'reply.example.org',
  ),
  MAIL_KEPT_DAYS: setting(
    settingTypes.days(730, 90),
    'Days until the email log removes the recipient and the failure reason of an email.',
    '730',
  ),
});

declare module '@upstander/platform' {
  interface Settings extends ValuesOf<typeof notificationSettings> {}
}

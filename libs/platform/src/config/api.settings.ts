import { z } from 'zod';
import { notInProduction } from './production.js';
import { setting, settingOf } from './setting.js';

/** Settings that only the api uses. Every program parses them, because all programs share one settings file. */
export const apiSettings = {
  PAGE_CACHE_SECONDS: setting(
    settingOf.count(1, 0, 60),
    'How long a finished public page may be handed to further visitors without a session, and by a network that delivers the site (see the operator guide). What this process writes is seen at once, what another one writes after this time. 0 makes every page anew.',
    '1',
  ),
  DRAIN_SECONDS: setting(
    settingOf.count(10, 0, 300),
    'How long the api, told to end, goes on answering while /readyz says 503, so that your proxy notices and sends no more: its checks times their failures, and a second. What is under way after that still has 30 seconds.',
    '10',
  ),
  LEAVE_TO: setting(
    settingOf.url('https:', 'http:').default('https://www.weather.gov'),
    'The weather page that “Exit now” opens: fast, harmless, and plausible to have open where your people live.',
    'https://www.weather.gov',
  ),
  SECURITY_CONTACT: setting(
    settingOf.url('mailto:', 'https:').optional(),
    'Whom to tell of a hole in the security of this site, for /.well-known/security.txt; without it that is CONTACT_EMAIL.',
    'mailto:security@example.org',
  ),
  GRAPHQL_EXPLORER: setting(
    settingOf.flag('false'),
    'Whether /dev/graphql shows a page to try GraphQL on (development only).',
    'false',
    { inProduction: notInProduction },
  ),
  SITE_BUILD: setting(
    z.string().default('apps/site/build'),
    'The built public site, seen from the folder the api is started in.',
    'apps/site/build',
  ),
  ADMIN_BUILD: setting(
    z.string().default('apps/admin/dist'),
    'The built admin app, seen from the folder the api is started in.',
    'apps/admin/dist',
  ),
  RELEASES_FOLDER: setting(
    z.string().min(1).optional(),
    'The folder in which releases are unpacked side by side, each in a folder of its own. Files that pages of another release name are found there while one is rolled out (see the operator guide).',
    '/opt/upstander',
  ),
  DEV_MAILBOX_PORT: setting(
    settingOf.port().optional(),
    'The port of the built-in mail catcher shown at /dev/mail (development only).',
    '3025',
    { inProduction: notInProduction },
  ),
  MAILBOX_DIR: setting(
    z.string().min(1).optional(),
    'A folder where the mail catcher keeps what it caught, so that it is still there after a restart (development only).',
    '.data/mailbox',
    { inProduction: notInProduction },
  ),
} as const;

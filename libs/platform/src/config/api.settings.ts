import { z } from 'zod';
import { productionProblem } from './production.js';
import { setting, settingTypes } from './setting.js';

/** Settings that only the api uses. Every program parses them, because all programs share one settings file. */
export const apiSettings = {
  PAGE_CACHE_SECONDS: setting(
    settingTypes.count(1, 0, 60),
    'How long a rendered public page is reused for other visitors without a session, and by a CDN (see the operator guide). Changes by this process show immediately, changes by other processes after this time. 0 turns it off.',
    '1',
  ),
  DRAIN_SECONDS: setting(
    settingTypes.count(10, 0, 300),
    'How long the api keeps responding after a stop signal while /readyz returns 503, so that your proxy stops sending requests: its check interval times the number of failures, plus one second. Open requests then have another 30 seconds.',
    '10',
  ),
  LEAVE_TO: setting(
    settingTypes.url('https:', 'http:').default('https://www.weather.gov'),
    'The weather page that “Exit now” opens. Choose a fast, harmless page that people in your area would plausibly have open.',
    'https://www.weather.gov',
  ),
  SECURITY_CONTACT: setting(
    settingTypes.url('mailto:', 'https:').optional(),
    'The contact for security reports in /.well-known/security.txt. Defaults to CONTACT_EMAIL.',
    'mailto:security@example.org',
  ),
  GRAPHQL_EXPLORER: setting(
    settingTypes.flag('false'),
    'Set to true to serve a GraphQL explorer at /dev/graphql (development only).',
    'false',
    { productionProblem: productionProblem },
  ),
  SITE_BUILD: setting(
    z.string().default('apps/site/build'),
    'The built public site, relative to the folder the api is started in.',
    'apps/site/build',
  ),
  ADMIN_BUILD: setting(
    z.string().default('apps/admin/dist'),
    'The built admin app, relative to the folder the api is started in.',
    'apps/admin/dist',
  ),
  RELEASES_FOLDER: setting(
    z.string().min(1).optional(),
    'The folder in which releases are unpacked, each in its own folder. During a rollout, files referenced by pages of another release are served from there (see the operator guide).',
    '/opt/upstander',
  ),
  DEV_MAILBOX_PORT: setting(
    settingTypes.port().optional(),
    'The port of the built-in mail catcher shown at /dev/mail (development only).',
    '3025',
    { productionProblem: productionProblem },
  ),
  DEV_PHONE_URL: setting(
    settingTypes.url('http:').optional(),
    'The local SMS carrier whose phones are shown at /dev/phone (development only).',
    'http://127.0.0.1:12112',
    { connects: true, productionProblem: productionProblem },
  ),
  MAILBOX_DIR: setting(
    z.string().min(1).optional(),
    'The folder where the mail catcher stores emails so that they survive a restart (development only).',
    '.data/mailbox',
    { productionProblem: productionProblem },
  ),
} as const;

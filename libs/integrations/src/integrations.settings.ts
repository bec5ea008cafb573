import { setting, settings, settingTypes, type ValuesOf } from '@upstander/platform';

export const integrationSettings = settings.define({
  TOKEN_REQUESTS_PER_MINUTE: setting(
    settingTypes.count(600),
    'Requests that a program can make per minute with one access token, on each api process.',
    '600',
  ),
  WEBHOOK_TIMEOUT_SECONDS: setting(
    settingTypes.seconds(15),
    'How long a webhook endpoint may take to answer before the attempt counts as failed.',
    '15',
  ),
  WEBHOOK_PRIVATE_HOSTS: setting(
    settingTypes.names(/^[\w.:-]+$/, 'must be host names or addresses, separated by commas'),
    'Host names and addresses that webhooks may reach although they are not public, separated by commas, for example an n8n server beside Upstander. They may use http.',
    'n8n.internal',
  ),
  WEBHOOK_KEPT_DAYS: setting(settingTypes.days(30, 1), 'Days until the log of webhooks deletes a delivery.', '30'),
});

declare module '@upstander/platform' {
  interface Settings extends ValuesOf<typeof integrationSettings> {}
}

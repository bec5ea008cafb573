import { enumOf, type EnumOf } from '@upstander/platform';

export const MailStatus = enumOf('MailStatus', 'Delivery status of an email.', {
  due: 'Scheduled, or waiting for a retry.',
  collected: 'Waiting for the daily summary of its recipient.',
  sending: 'Being sent by a worker.',
  sent: 'Accepted by the mail server.',
  failed: 'Failed: retries ran out, or the email could not be rendered.',
  bounced: 'Permanently rejected by the mail server.',
  skipped: 'No longer needed when it was due, because its subject was gone or over.',
});
export type MailStatus = EnumOf<typeof MailStatus>;

import { enumOf, type EnumOf } from '@upstander/platform';

export const MailStatus = enumOf('MailStatus', 'Where a mail stands.', {
  due: 'It waits for its time, or to be tried again.',
  sending: 'A worker has it in hand.',
  sent: 'The mail server took it.',
  failed: 'Given up: it was tried for as long as we try, or could not be written.',
  bounced: 'The mail server refused it for good.',
  skipped: 'What it was about was gone or over when its turn came.',
});
export type MailStatus = EnumOf<typeof MailStatus>;

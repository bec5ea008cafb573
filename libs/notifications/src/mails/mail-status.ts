import { registerEnumType } from '@nestjs/graphql';

/** Where a mail stands. */
export const MailStatus = {
  DUE: 'due',
  SENDING: 'sending',
  SENT: 'sent',
  FAILED: 'failed',
  BOUNCED: 'bounced',
  SKIPPED: 'skipped',
} as const;
export type MailStatus = (typeof MailStatus)[keyof typeof MailStatus];

registerEnumType(MailStatus, {
  name: 'MailStatus',
  description: 'Where a mail stands.',
  valuesMap: {
    FAILED: { description: 'Given up: it was tried for as long as we try, or could not be written.' },
    BOUNCED: { description: 'The mail server refused it for good.' },
    SKIPPED: { description: 'What it was about was gone or over when its turn came.' },
  },
});

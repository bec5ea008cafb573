import { registerEnumType } from '@nestjs/graphql';

/** What collecting for a partner asks of us. What each means, and where it is written, are rows of beneficiary_duty. */
export const DutyName = {
  GOOD_STANDING: 'good_standing',
  WRITTEN_CONSENT: 'written_consent',
  PLATFORM_REGISTRATION: 'platform_registration',
  SEGREGATED_ACCOUNT: 'segregated_account',
  DONOR_DISCLOSURES: 'donor_disclosures',
  PROMPT_SENDING: 'prompt_sending',
  TIMELY_RECEIPTS: 'timely_receipts',
} as const;
export type DutyName = (typeof DutyName)[keyof typeof DutyName];
registerEnumType(DutyName, { name: 'DutyName', description: 'What collecting for a partner asks of an organisation.' });

import { enumOf, type EnumOf } from '@upstander/platform';

export const DutyName = enumOf('DutyName', 'A requirement for collecting gifts on behalf of a partner.', {
  good_standing: 'The partner is in good standing with its registries.',
  written_consent: 'The partner consented in writing.',
  platform_registration: 'This organization is registered as a charitable fundraising platform where required.',
  segregated_account: 'Partner funds are held in a separate account.',
  donor_disclosures: 'Donors receive the required disclosures.',
  prompt_sending: 'Funds are sent to the partner on time.',
  timely_receipts: 'Donors receive their receipts on time.',
});
export type DutyName = EnumOf<typeof DutyName>;

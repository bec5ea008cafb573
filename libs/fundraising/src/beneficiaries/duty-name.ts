import { enumOf, type EnumOf } from '@upstander/platform';

export const DutyName = enumOf('DutyName', 'What collecting for a partner asks of an organisation.', {
  good_standing: 'The partner is in good standing with its registers.',
  written_consent: 'The partner agreed in writing.',
  platform_registration: 'This organisation is registered as a platform, where the law asks for it.',
  segregated_account: 'The money stands apart from our own.',
  donor_disclosures: 'Donors are told what happens with their gift.',
  prompt_sending: 'The money is sent on in time.',
  timely_receipts: 'Donors get their receipts in time.',
});
export type DutyName = EnumOf<typeof DutyName>;

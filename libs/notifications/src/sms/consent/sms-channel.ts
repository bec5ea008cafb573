import { enumOf, type EnumOf } from '@upstander/platform';

export const SmsChannel = enumOf('SmsChannel', 'How a person is notified about their own sign-ups.', {
  email: 'By email only.',
  text: 'By text, and by email if a text can’t be sent or has to wait until morning.',
  both: 'By text and by email.',
});
export type SmsChannel = EnumOf<typeof SmsChannel>;

export const SmsRevocation = enumOf('SmsRevocation', 'How a consent to texts ended.', {
  text: 'The person replied to a text, for example with STOP.',
  account: 'The person turned texts off in their account.',
  link: 'The person turned texts off with the link of an email.',
  carrier: 'The number can’t get texts, or blocked them at the carrier.',
  new_owner: 'Someone else confirmed that the number is theirs.',
  new_number: 'The person confirmed another number.',
});
export type SmsRevocation = EnumOf<typeof SmsRevocation>;

export const SmsConsentSource = enumOf('SmsConsentSource', 'How a consent to texts was given.', {
  account: 'In the account, and confirmed with a code sent to the number.',
  text: 'By text, for example START, after an earlier consent ended the same way.',
});
export type SmsConsentSource = EnumOf<typeof SmsConsentSource>;

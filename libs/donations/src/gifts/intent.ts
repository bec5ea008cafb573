import { DonorDisplay, type Frequency, type Gift } from '@upstander/accounting';
import { badInput, nameFault, readInput, refuseFaults, sha256, typedKey, typedLine } from '@upstander/platform';
import { StartDonationInput } from './start-donation.input.js';

/** Validated donation form. The amount is checked later, against the campaign. */
export interface GiftForm extends Pick<
  Gift,
  'currency' | 'anonymous' | 'shownAs' | 'name' | 'locale' | 'message' | 'updatesWanted' | 'employerMatchNote'
> {
  campaignSlug: string;
  pageSlug: string | null;
  amountMinor: bigint;
  frequency: Frequency;
  coverFee: boolean;
  email: string;
  key: string | null;
  /** Hash of all fields above, to detect a key that is reused with different input. */
  hash: Buffer | null;
}

/** @throws Refusal BAD_INPUT naming the fields */
export function intentOf(input: StartDonationInput): GiftForm {
  const { values, faults } = readInput(StartDonationInput, input);
  const nameProblem = values.name ? nameFault(values.name) : 'required';
  refuseFaults(nameProblem ? { name: nameProblem, ...faults } : faults);
  const { name, message, updatesWanted, employerMatchNote } = values;
  const giftInput = {
    campaignSlug: input.campaignSlug,
    pageSlug: input.pageSlug || null,
    amountMinor: input.amount.amountMinor,
    currency: input.amount.currency,
    frequency: input.frequency,
    coverFee: input.coverFee,
    anonymous: input.anonymous || input.display === DonorDisplay.NO_NAME,
    shownAs: input.display === DonorDisplay.FULL_NAME ? DonorDisplay.FULL_NAME : DonorDisplay.SHORT_NAME,
    name,
    email: typedLine('email', input.email, 254),
    locale: input.locale ?? 'en',
    message,
    updatesWanted,
    employerMatchNote,
  };
  if (giftInput.campaignSlug.includes('\0')) throw badInput({ campaignSlug: 'not-text' });
  const key = typedKey(input.idempotencyKey);
  const hashedInput = {
    ...giftInput,
    email: giftInput.email.toLowerCase(),
    amountMinor: giftInput.amountMinor.toString(),
  };
  return { ...giftInput, key, hash: key === null ? null : sha256(JSON.stringify(Object.values(hashedInput))) };
}

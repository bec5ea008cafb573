import { type LocaleName } from '@upstander/identity';
import { badInput, personName, sha256, typedKey, typedLine, typedNote } from '@upstander/platform';
import { DonorDisplay, type ShownAs } from './donor-display.js';
import type { Frequency } from './gift-status.js';
import type { StartDonationInput } from './start-donation.input.js';

/** What somebody means to give, as they typed it, read and tidied; the amount is looked at with its campaign. */
export interface Intent {
  campaignSlug: string;
  pageSlug: string | null;
  amountMinor: bigint;
  currency: string;
  frequency: Frequency;
  coverFee: boolean;
  anonymous: boolean;
  shownAs: ShownAs;
  name: string;
  email: string;
  locale: LocaleName;
  message: string;
  updatesWanted: boolean;
  employerMatchNote: string;
  key: string | null;
  /** Of everything above it, so that a key that comes with something else is noticed. */
  hash: Buffer | null;
}

/** @throws Refusal BAD_INPUT with the fields. */
export function intentOf(input: StartDonationInput): Intent {
  const typed = {
    campaignSlug: input.campaignSlug,
    pageSlug: input.pageSlug || null,
    amountMinor: input.amount.amountMinor,
    currency: input.amount.currency,
    frequency: input.frequency,
    coverFee: input.coverFee,
    anonymous: input.anonymous || input.display === DonorDisplay.NO_NAME,
    shownAs: input.display === DonorDisplay.FULL_NAME ? DonorDisplay.FULL_NAME : DonorDisplay.SHORT_NAME,
    name: personName('name', input.name, 120),
    email: typedLine('email', input.email, 254),
    locale: input.locale ?? 'en',
    message: typedNote('message', input.message, 500),
    updatesWanted: input.updatesWanted ?? false,
    employerMatchNote: typedNote('employerMatchNote', input.employerMatchNote, 200),
  };
  if (typed.campaignSlug.includes('\0')) throw badInput({ campaignSlug: 'not-text' });
  const key = typedKey(input.idempotencyKey);
  const told = { ...typed, email: typed.email.toLowerCase(), amountMinor: typed.amountMinor.toString() };
  return { ...typed, key, hash: key === null ? null : sha256(JSON.stringify(Object.values(told))) };
}

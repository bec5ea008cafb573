import { maxGiftMinor } from '@upstander/money';
import { limits, moneyText, parseMoney, type Catalogue, type Locale, type MoneyValue } from '@upstander/web-kit';
import type { FormError } from '../forms/error-summary';
import { defineForm, type FormTexts } from '../forms/form-of';
import { personRules } from '../forms/person';

export const giveForm = defineForm({
  amount: {},
  other: { wrong: ({ site }) => site.give.errors.amountWrong, sentAs: 'amount' },
  ...personRules(limits.Gift.name),
  employer: {
    most: limits.Gift.employerMatchNote,
    label: ({ site }) => site.give.employer,
    sentAs: 'employerMatchNote',
  },
  message: { lines: true, most: limits.Gift.message, label: ({ site }) => site.give.message },
  /** Chosen general fund, if there are several. */
  fund: {},
  page: {},
  /** Token of an emailed link, which proves the address. */
  link: {},
  solution: {},
  key: {},
});

export interface GiveValues extends FormTexts<typeof giveForm> {
  monthly: boolean;
  cover: boolean;
  display: Display;
  updates: boolean;
}

export const displays = ['FULL_NAME', 'SHORT_NAME', 'NO_NAME'] as const;
export type Display = (typeof displays)[number];

export function readGive(form: FormData): GiveValues {
  return {
    ...giveForm.read(form),
    monthly: form.get('frequency') === 'MONTHLY',
    cover: form.get('cover') === '1',
    display: displays.find((one) => one === form.get('display')) ?? 'SHORT_NAME',
    updates: form.get('updates') === '1',
  };
}

/** Returns the chosen or typed amount in minor units, or null if it's not an amount. */
export function amountOf({ amount, other }: GiveValues, currency: string): MoneyValue | null {
  const minor = /^\d{1,12}$/.test(amount) ? Number(amount) : parseMoney(other, currency);
  return minor === null || minor === 0 ? null : { amountMinor: minor, currency };
}

export function giveErrors(
  values: GiveValues,
  minimum: MoneyValue,
  { locale, words, contactEmail }: { locale: Locale; words: Catalogue; contactEmail: string },
): FormError[] {
  const t = words.site.give.errors;
  const amount = amountOf(values, minimum.currency);
  const also: Partial<Record<'amount' | 'other', string>> = {};
  if (amount === null) {
    if (values.other !== '') also.other = t.amountWrong;
    else also[values.amount === 'other' ? 'other' : 'amount'] = t.amountMissing;
  } else if (BigInt(amount.amountMinor) < BigInt(minimum.amountMinor)) {
    also.other = t.amountTooSmall({ minimum: moneyText(locale, minimum, { short: true }) });
  } else if (BigInt(amount.amountMinor) > maxGiftMinor) also.other = t.amountTooLarge({ email: contactEmail });
  return giveForm.errors(values, words, { also });
}

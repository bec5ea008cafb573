import { maxGiftMinor } from '@upstander/money';
import { models, moneyText, parseMoney, type Catalog, type Locale, type MoneyValue } from '@upstander/web-kit';
import type { FormError } from '../forms/error-summary';
import { defineForm, formKey, type ValuesOf } from '../forms/define-form';

export const giveForm = defineForm(models.StartDonationInput, ({ site }) => site.give, {
  /** Minor units of a button, or `other`. */
  amount: { required: false },
  other: { kind: 'text', sentAs: 'amount', required: false, wrong: ({ site }) => site.give.errors.amountWrong },
  frequency: {},
  cover: { sentAs: 'coverFee' },
  name: { required: true },
  email: {},
  display: {},
  employer: { sentAs: 'employerMatchNote' },
  updates: { sentAs: 'updatesWanted' },
  message: {},
  /** Chosen general fund, if there are several. */
  fund: {},
  page: { sentAs: 'pageSlug' },
  /** Token of an emailed link, which proves the address. */
  link: {},
  solution: {},
  key: formKey,
});
export type GiveValues = ValuesOf<typeof giveForm>;

export const displays = ['FULL_NAME', 'SHORT_NAME', 'NO_NAME'] as const;

const defaults = { frequency: 'ONCE', display: 'SHORT_NAME' } as const;
export const blankGift: GiveValues = { ...giveForm.blank, ...defaults };

export function readGive(form: FormData): GiveValues {
  const values = giveForm.read(form);
  return {
    ...values,
    frequency: values.frequency || defaults.frequency,
    display: values.display || defaults.display,
  };
}

/** Minor units; null if it's not an amount. */
export function amountOf({ amount, other }: GiveValues, currency: string): MoneyValue | null {
  const minor = /^\d{1,12}$/.test(amount) ? Number(amount) : parseMoney(other, currency);
  return minor === null || minor === 0 ? null : { amountMinor: minor, currency };
}

export function giveErrors(
  values: GiveValues,
  minimum: MoneyValue,
  { locale, words, contactEmail }: { locale: Locale; words: Catalog; contactEmail: string },
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

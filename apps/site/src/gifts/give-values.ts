import { mostGiftMinor } from '@upstander/money';
import { limits, moneyText, parseMoney, type Catalogue, type Locale, type MoneyValue } from '@upstander/web-kit';
import type { FormError } from '../forms/error-summary';
import { personErrors, type Person } from '../forms/person';
import { longText, shortText } from '../forms/typed';

/** What the gift form holds, exactly as typed. */
export interface GiveValues extends Person {
  /** Minor units of one of the buttons, or 'other'. */
  amount: string;
  other: string;
  monthly: boolean;
  cover: boolean;
  display: Display;
  message: string;
  employer: string;
  updates: boolean;
  /** The team or personal page it counts for. */
  page: string;
  /** The token of a mailed link, which proves the address. */
  link: string;
  /** The solved puzzle, where one was asked for. */
  proof: string;
  key: string;
}

/** How the public page names them. */
export const displays = ['FULL_NAME', 'SHORT_NAME', 'NO_NAME'] as const;
export type Display = (typeof displays)[number];

export type GiveField = 'amount' | 'other' | 'name' | 'email' | 'message';

export const longest = { message: limits.Gift.message, employer: limits.Gift.employerMatchNote };

export function readGive(form: FormData): GiveValues {
  const text = (name: string): string => shortText(form, name);
  const ticked = (name: string): boolean => form.get(name) === '1';
  return {
    amount: text('amount'),
    other: text('other'),
    monthly: text('frequency') === 'MONTHLY',
    cover: ticked('cover'),
    name: text('name'),
    email: text('email'),
    display: displays.find((one) => one === text('display')) ?? 'SHORT_NAME',
    message: longText(form, 'message'),
    employer: text('employer').slice(0, longest.employer),
    updates: ticked('updates'),
    page: text('page'),
    link: text('link'),
    proof: shortText(form, 'proof', 2000),
    key: text('key'),
  };
}

/** The chosen amount in minor units: a button, or what was typed beside “another amount”; null when it is none. */
export function amountOf({ amount, other }: GiveValues, currency: string): MoneyValue | null {
  const minor = /^\d{1,12}$/.test(amount) ? Number(amount) : parseMoney(other, currency);
  return minor === null || minor === 0 ? null : { amountMinor: minor, currency };
}

/** What is wrong with the form, in the order of the page. */
export function giveErrors(
  values: GiveValues,
  minimum: MoneyValue,
  { locale, words, contactEmail }: { locale: Locale; words: Catalogue; contactEmail: string },
): FormError[] {
  const t = words.site.give.errors;
  const errors: FormError[] = [];
  const wrong = (field: GiveField, text: string): void => void errors.push({ field, text });
  const amount = amountOf(values, minimum.currency);
  if (amount === null) {
    if (values.other !== '') wrong('other', t.amountWrong);
    else wrong(values.amount === 'other' ? 'other' : 'amount', t.amountMissing);
  } else if (BigInt(amount.amountMinor) < BigInt(minimum.amountMinor)) {
    wrong('other', t.amountTooSmall({ minimum: moneyText(locale, minimum, { short: true }) }));
  } else if (BigInt(amount.amountMinor) > mostGiftMinor) wrong('other', t.amountTooLarge({ email: contactEmail }));
  errors.push(...personErrors(values, words));
  if (values.message.length > longest.message) wrong('message', t.messageTooLong);
  return errors;
}

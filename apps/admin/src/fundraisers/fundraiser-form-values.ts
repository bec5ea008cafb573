import { isRefusal } from '@upstander/api-client';
import { type AdminCatalogue, decimalText, parseMoney } from '@upstander/web-kit';
import { randomUuid } from '../api/new-key';
import type { KeptFile } from '../parts/forms/file-field';
import { pickTexts } from '../parts/forms/model-fields';
import type { Problems } from '../parts/forms/use-form-page';
import type { CreateInput, Fundraiser } from './queries';

/** The organizer's public name and contact address. */
export const organizerFields = ['organizerName', 'organizerEmail'] as const;
const texts = ['title', 'summary', 'story', ...organizerFields] as const;

/** A suggested amount. `key` is the React key of its row. */
export interface SuggestedValues {
  key: string;
  amount: string;
  text: string;
  textEs: string;
}

/** Same limit as in the API: campaigns/suggested-amounts.ts. */
export const longestAmountText = 80;

export const newSuggestedAmount = (): SuggestedValues => ({ key: randomUuid(), amount: '', text: '', textEs: '' });

export interface FundraiserFormValues extends Record<(typeof texts)[number], string> {
  language: 'en' | 'es';
  isGeneral: boolean;
  goal: string;
  currency: string;
  startsOn: string;
  endsOn: string;
  timeZone: string;
  /** Empty if it belongs to the whole organization. */
  chapterId: string;
  /** Empty if the organization itself is the beneficiary. */
  beneficiaryId: string;
  eventIds: string[];
  suggestedAmounts: SuggestedValues[];
  cover: KeptFile | null;
  coverAlt: string;
  coverChanged: boolean;
}

/** Draft name and format version. */
export const fundraiserDraft = { name: 'fundraiser', version: 2 };

export function isComplete(values: Partial<FundraiserFormValues>): boolean {
  return typeof values.story === 'string' && Array.isArray(values.eventIds) && Array.isArray(values.suggestedAmounts);
}

interface InitialFundraiserValues {
  chapter: { id: string; timeZone: string } | undefined;
  settings: { timeZone: string; currency: string };
  locale: 'en' | 'es';
  name: string;
  email: string;
}

export function emptyValues({ chapter, settings, locale, name, email }: InitialFundraiserValues): FundraiserFormValues {
  return {
    ...pickTexts(texts, { organizerName: name, organizerEmail: email }),
    language: locale,
    isGeneral: false,
    goal: '',
    currency: settings.currency,
    startsOn: '',
    endsOn: '',
    timeZone: chapter?.timeZone ?? settings.timeZone,
    chapterId: chapter?.id ?? '',
    beneficiaryId: '',
    eventIds: [],
    suggestedAmounts: [],
    cover: null,
    coverAlt: '',
    coverChanged: false,
  };
}

export function valuesOf(fundraiser: Fundraiser): FundraiserFormValues {
  return {
    ...pickTexts(texts, fundraiser),
    language: fundraiser.language === 'es' ? 'es' : 'en',
    isGeneral: fundraiser.isGeneral,
    goal: decimalText(fundraiser.goal).replace(/\.0+$/, ''),
    currency: fundraiser.currency,
    startsOn: fundraiser.startsOn ?? '',
    endsOn: fundraiser.endsOn ?? '',
    timeZone: fundraiser.timeZone,
    chapterId: fundraiser.chapterId ?? '',
    beneficiaryId: fundraiser.beneficiary.id,
    eventIds: [...fundraiser.eventIds],
    suggestedAmounts: fundraiser.suggestedAmounts.map(({ amountMinor, text, textEs }, index) => ({
      key: String(index),
      text,
      textEs,
      amount: decimalText({ amountMinor, currency: fundraiser.currency }).replace(/\.0+$/, ''),
    })),
    cover: fundraiser.cover ? { id: '', url: fundraiser.cover.url } : null,
    coverAlt: fundraiser.cover?.alt ?? '',
    coverChanged: false,
  };
}

/**
 * Converts form values to the input shared by create and update. Only create also takes the chapter and the idempotency
 * key.
 */
export function inputOf(values: FundraiserFormValues): Omit<CreateInput, 'chapterId' | 'idempotencyKey'> {
  return {
    beneficiaryId: values.beneficiaryId || null,
    title: values.title.trim(),
    summary: values.summary.trim(),
    story: values.story,
    language: values.language,
    goal: { amountMinor: parseMoney(values.goal, values.currency) ?? 0, currency: values.currency },
    timeZone: values.timeZone,
    startsOn: values.startsOn || null,
    endsOn: values.endsOn || null,
    organizerName: values.organizerName.trim(),
    organizerEmail: values.organizerEmail.trim(),
    eventIds: values.eventIds,
    suggestedAmounts: values.suggestedAmounts.map(({ amount, text, textEs }) => ({
      amountMinor: parseMoney(amount, values.currency) ?? 0,
      text: text.trim(),
      textEs: textEs.trim(),
    })),
  };
}

type Words = AdminCatalogue<'fundraiserForm'>['admin'];
export function problemsOf(values: FundraiserFormValues, t: Words): Problems {
  const { problems } = t.fundraiserForm;
  const { goal: _, endsOn: __, coverAlt: ___, chapterId: ____, amount, amountText, ...missing } = problems;
  const found: Problems = {};
  for (const [field, said] of Object.entries(missing)) {
    if (values[field as keyof typeof missing].trim() === '') found[field] = said;
  }
  if (!values.isGeneral && !parseMoney(values.goal, values.currency)) found['goal'] = problems.goal;
  values.suggestedAmounts.forEach((one, index) => {
    if (!parseMoney(one.amount, values.currency)) found[`suggestedAmounts.${index}.amount`] = amount;
    if (one.text.trim() === '' && one.textEs.trim() === '') found[`suggestedAmounts.${index}.text`] = amountText;
  });
  if (values.startsOn && values.endsOn && values.endsOn < values.startsOn) found['endsOn'] = problems.endsOn;
  if (values.cover && values.coverAlt.trim() === '') found['coverAlt'] = problems.coverAlt;
  return found;
}

export function refusedProblems(error: unknown, t: Words): Problems | null {
  if (!isRefusal(error, 'BAD_INPUT')) return null;
  const words: Record<string, string> = t.fieldReasons;
  const found = Object.entries(error.fields).map(([field, reason]) => [
    field.replace(/^alt$/, 'coverAlt').replace(/^goal\..*/, 'goal'),
    words[reason] ?? t.fieldReasons.other,
  ]);
  return found.length > 0 ? (Object.fromEntries(found) as Problems) : null;
}

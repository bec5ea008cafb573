import { isRefusal } from '@upstander/api-client';
import {
  type AdminCatalog,
  decimalText,
  formValues,
  inputFromForm,
  limits,
  models,
  parseMoney,
  type FormValues,
} from '@upstander/web-kit';
import { pathOf, type Problems } from '../parts/forms/form-fields';
import { choiceOf, formOnly, without } from '../parts/forms/form-only-fields';
import type { CreateInput, Fundraiser } from './queries';

/** One language is enough. The API has the same limit (campaigns/suggested-amounts.ts). */
const amountText = { ...formOnly.text, max: 80 } as const;

/** Fields that are no part of the input. The cover is saved separately, and amounts have the currency of the goal. */
const formFields = {
  currency: formOnly.text,
  isGeneral: formOnly.flag,
  /** Empty for the saved picture. */
  coverFileId: formOnly.id,
  /** Empty without a picture. */
  coverUrl: formOnly.text,
  coverAlt: { ...formOnly.text, max: limits.Campaign.coverAlt },
  coverChanged: formOnly.flag,
} as const;

export const fundraiserModel = {
  ...without(models.CreateCampaignInput, 'idempotencyKey'),
  ...formFields,
  language: choiceOf('en', 'es'),
  suggestedAmounts: {
    ...models.CreateCampaignInput.suggestedAmounts,
    fields: { amount: { ...formOnly.money, required: true }, text: amountText, textEs: amountText },
  },
} as const;

export type FundraiserFormValues = FormValues<typeof fundraiserModel>;

export const organizerFields = ['organizerName', 'organizerEmail'] as const;

export const fundraiserDraft = { name: 'fundraiser', version: 3 };

interface InitialFundraiserValues {
  chapter: { id: string; timeZone: string } | undefined;
  settings: { timeZone: string; currency: string };
  locale: 'en' | 'es';
  name: string;
  email: string;
}

export function emptyValues({ chapter, settings, locale, name, email }: InitialFundraiserValues): FundraiserFormValues {
  return {
    ...formValues(fundraiserModel, { organizerName: name, organizerEmail: email, language: locale }),
    currency: settings.currency,
    timeZone: chapter?.timeZone ?? settings.timeZone,
    chapterId: chapter?.id ?? '',
  };
}

export function valuesOf(fundraiser: Fundraiser): FundraiserFormValues {
  const { currency, goal, beneficiary, cover } = fundraiser;
  const values = formValues(fundraiserModel, fundraiser);
  const withoutCents = (amountMinor: Fundraiser['goal']['amountMinor']) =>
    decimalText({ amountMinor, currency }).replace(/\.0+$/, '');
  return {
    ...values,
    goal: withoutCents(goal.amountMinor),
    beneficiaryId: beneficiary.id,
    suggestedAmounts: values.suggestedAmounts.map((row, index) => ({
      ...row,
      amount: withoutCents(fundraiser.suggestedAmounts[index]!.amountMinor),
    })),
    coverUrl: cover?.url ?? '',
    coverAlt: cover?.alt ?? '',
  };
}

/** Only create also takes the chapter and the idempotency key. */
export function inputOf(values: FundraiserFormValues): Omit<CreateInput, 'chapterId' | 'idempotencyKey'> {
  const model = without(
    fundraiserModel,
    'chapterId',
    'currency',
    'isGeneral',
    'coverFileId',
    'coverUrl',
    'coverAlt',
    'coverChanged',
  );
  const { suggestedAmounts, ...input } = inputFromForm(model, values, values.currency).input;
  return {
    ...input,
    summary: input.summary ?? '',
    suggestedAmounts: suggestedAmounts.map(({ amount, ...texts }) => ({ ...texts, amountMinor: amount.amountMinor })),
  };
}

type Words = AdminCatalog<'fundraiserForm'>['admin'];

export function problemsOf(values: FundraiserFormValues, t: Words): Problems {
  const { problems } = t.fundraiserForm;
  const { goal: _, endsOn: __, coverAlt: ___, chapterId: ____, amount, amountText, ...otherProblems } = problems;
  const fieldProblems: Record<string, string | undefined> = {};
  for (const [field, problem] of Object.entries(otherProblems)) {
    if (values[field as keyof typeof otherProblems].trim() === '') fieldProblems[field] = problem;
  }
  // A general fund has no goal.
  if (values.isGeneral) fieldProblems['goal'] = undefined;
  else if (!parseMoney(values.goal, values.currency)) fieldProblems['goal'] = problems.goal;
  values.suggestedAmounts.forEach((suggestion, index) => {
    if (!parseMoney(suggestion.amount, values.currency)) fieldProblems[`suggestedAmounts.${index}.amount`] = amount;
    if (suggestion.text.trim() === '' && suggestion.textEs.trim() === '')
      fieldProblems[`suggestedAmounts.${index}.text`] = amountText;
  });
  if (values.startsOn && values.endsOn && values.endsOn < values.startsOn) fieldProblems['endsOn'] = problems.endsOn;
  if (values.coverUrl !== '' && values.coverAlt.trim() === '') fieldProblems['coverAlt'] = problems.coverAlt;
  return fieldProblems;
}

/** Returns the messages for a refused input. The description of the picture is called `alt` in its own input. */
export function refusedProblems(error: unknown, t: Words): Record<string, string> | null {
  if (!isRefusal(error, 'BAD_INPUT')) return null;
  const words: Record<string, string> = t.fieldReasons;
  const fieldProblems = Object.entries(error.fields).map(([field, reason]) => [
    pathOf(fundraiserModel, field)
      .replace(/^alt$/, 'coverAlt')
      .replace(/\.amountMinor$/, '.amount'),
    words[reason] ?? t.fieldReasons.other,
  ]);
  return fieldProblems.length > 0 ? (Object.fromEntries(fieldProblems) as Record<string, string>) : null;
}

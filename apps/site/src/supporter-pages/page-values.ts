import { limits, models, parseMoney, type Catalog } from '@upstander/web-kit';
import type { FormError } from '../forms/error-summary';
import { defineForm, formKey, type ValuesOf } from '../forms/define-form';
import { commonRules, goalProblem } from '../fundraisers/fundraiser-values';

export const pageForm = defineForm(models.StartPageInput, ({ site }) => site.fundraiser, {
  kind: {},
  team: { sentAs: 'teamSlug' },
  ...commonRules,
  name: { max: limits.CampaignPage.ownerName },
  email: {},
  solution: {},
  key: formKey,
});
export type PageValues = ValuesOf<typeof pageForm>;

/** `only` names the fields that could be changed. */
export function pageErrors(
  values: PageValues,
  { currency, only }: { currency: string; only?: ReadonlyArray<keyof PageValues> },
  words: Catalog,
): FormError[] {
  const goal = values.goal === '' ? null : goalProblem(parseMoney(values.goal, currency) || null, words);
  return pageForm.errors(values, words, { also: { goal }, ...(only && { only }) });
}

export function pageGoal({ goal }: PageValues, currency: string): { amountMinor: number; currency: string } | null {
  const amountMinor = goal === '' ? null : parseMoney(goal, currency);
  return amountMinor === null ? null : { amountMinor, currency };
}

import { limits, parseMoney, type Catalogue } from '@upstander/web-kit';
import type { FormError } from '../forms/error-summary';
import { defineForm, type FormTexts } from '../forms/form-of';
import { personRules } from '../forms/person';
import { commonRules, goalProblem } from '../fundraisers/fundraiser-values';

export const pageKinds = ['PERSONAL', 'TEAM'] as const;
const missingKind = ({ site }: Catalogue) => site.fundraiser.errors.kindMissing;

export const pageForm = defineForm({
  kind: {
    missing: missingKind,
    fits: (typed) => pageKinds.some((kind) => kind === typed),
    wrong: missingKind,
    at: 'personal',
  },
  team: {},
  ...commonRules,
  ...personRules(limits.CampaignPage.ownerName),
  key: {},
});
export type PageValues = FormTexts<typeof pageForm>;

/** Returns the errors in the order of the page. `only` names the fields that could be changed. */
export function pageErrors(
  values: PageValues,
  { currency, only }: { currency: string; only?: ReadonlyArray<keyof PageValues> },
  words: Catalogue,
): FormError[] {
  const goal = values.goal === '' ? null : goalProblem(parseMoney(values.goal, currency) || null, words);
  return pageForm.errors(values, words, { also: { goal }, ...(only && { only }) });
}

export function pageGoal({ goal }: PageValues, currency: string): { amountMinor: number; currency: string } | null {
  const amountMinor = goal === '' ? null : parseMoney(goal, currency);
  return amountMinor === null ? null : { amountMinor, currency };
}

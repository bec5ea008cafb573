import { maxGoalMinor } from '@upstander/money';
import { isoDay, limits, parseMoney, type Catalogue } from '@upstander/web-kit';
import { isDay } from '../forms/day';
import type { FormError } from '../forms/error-summary';
import { defineForm, type Rule, type FormTexts } from '../forms/form-of';
import { personRules } from '../forms/person';

/** Rules shared by the forms of fundraisers, teams and pages. Supporters have shorter limits than organizers. */
export const commonRules = {
  title: {
    most: limits.CampaignPage.title,
    label: ({ site }) => site.fundraiser.editTitle,
    missing: ({ site }) => site.fundraiser.errors.titleMissing,
  },
  story: { lines: true, most: limits.CampaignPage.story, label: ({ site }) => site.fundraiser.editStory },
  goal: {
    most: 30,
    wrong: ({ site }) => site.fundraiser.errors.goalWrong,
    refused: { 'too-large': ({ site }) => site.fundraiser.errors.goalTooLarge },
  },
} satisfies Record<string, Rule>;

export const fundraiserForm = defineForm({
  title: commonRules.title,
  summary: { most: limits.Campaign.summary, label: ({ site }) => site.fundraiser.editSummary },
  story: { ...commonRules.story, missing: ({ site }) => site.fundraiser.errors.storyMissing },
  goal: { ...commonRules.goal, missing: ({ site }) => site.fundraiser.errors.goalMissing },
  endsOn: { fits: isDay, wrong: ({ site }) => site.fundraiser.errors.dateWrong },
  ...personRules(),
  key: {},
});
export type FundraiserValues = FormTexts<typeof fundraiserForm>;

export const newsForm = defineForm({
  newsTitle: { ...commonRules.title, most: limits.CampaignUpdate.title, sentAs: 'title' },
  newsBody: {
    lines: true,
    most: limits.CampaignUpdate.body,
    label: ({ site }) => site.fundraiser.updateBody,
    missing: ({ site }) => site.fundraiser.errors.bodyMissing,
    sentAs: 'body',
  },
  key: {},
});
export type NewsValues = FormTexts<typeof newsForm>;

export function goalOf({ goal }: Pick<FundraiserValues, 'goal'>, currency: string): number | null {
  return parseMoney(goal, currency) || null;
}

/** Returns the errors in the order of the page. `only` names the fields that could be changed. */
export function fundraiserErrors(
  values: FundraiserValues,
  { currency, timeZone, now, only }: Where & { only?: ReadonlyArray<keyof FundraiserValues> },
  words: Catalogue,
): FormError[] {
  const past = values.endsOn !== '' && values.endsOn < isoDay(now, timeZone);
  const also = {
    goal: goalProblem(goalOf(values, currency), words),
    endsOn: past && words.site.fundraiser.errors.dateWrong,
  };
  return fundraiserForm.errors(values, words, { also, ...(only && { only }) });
}

interface Where {
  currency: string;
  timeZone: string;
  now: Date;
}

export function goalProblem(minor: number | null, { site }: Catalogue): string | null {
  const t = site.fundraiser.errors;
  if (minor === null) return t.goalWrong;
  return BigInt(minor) > maxGoalMinor ? t.goalTooLarge : null;
}

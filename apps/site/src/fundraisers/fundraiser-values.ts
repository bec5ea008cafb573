import { maxGoalMinor } from '@upstander/money';
import { isoDay, limits, models, parseMoney, type Catalog } from '@upstander/web-kit';
import { defineForm, formKey, type FieldRule, type ValuesOf } from '../forms/define-form';

export const commonRules = {
  title: { required: true, label: ({ site }) => site.fundraiser.editTitle },
  story: { label: ({ site }) => site.fundraiser.editStory },
  goal: { max: 30, refused: { 'too-large': ({ site }) => site.fundraiser.errors.goalTooLarge } },
} as const satisfies Record<string, FieldRule>;

const fundraiserRules = {
  ...commonRules,
  goal: { ...commonRules.goal, required: true },
  endsOn: { wrong: ({ site }) => site.fundraiser.errors.dateWrong },
} as const satisfies Record<string, FieldRule>;

export const fundraiserForm = defineForm(models.StartFundraiserInput, ({ site }) => site.fundraiser, {
  ...fundraiserRules,
  name: { max: limits.CampaignPage.ownerName },
  email: {},
  solution: {},
  key: formKey,
});
export type FundraiserValues = ValuesOf<typeof fundraiserForm>;

export const fundraiserEditForm = defineForm(models.EditMyFundraiserInput, ({ site }) => site.fundraiser, {
  title: fundraiserRules.title,
  summary: { label: ({ site }) => site.fundraiser.editSummary },
  story: fundraiserRules.story,
  goal: fundraiserRules.goal,
  endsOn: fundraiserRules.endsOn,
});
export type FundraiserEditValues = ValuesOf<typeof fundraiserEditForm>;

export const newsForm = defineForm(models.PostMyUpdateInput, ({ site }) => site.fundraiser, {
  newsTitle: { ...commonRules.title, sentAs: 'title', missing: ({ site }) => site.fundraiser.errors.titleMissing },
  newsBody: {
    sentAs: 'body',
    required: true,
    label: ({ site }) => site.fundraiser.updateBody,
    missing: ({ site }) => site.fundraiser.errors.bodyMissing,
  },
  key: formKey,
});
export type NewsValues = ValuesOf<typeof newsForm>;

export function goalOf({ goal }: Pick<FundraiserValues, 'goal'>, currency: string): number | null {
  return parseMoney(goal, currency) || null;
}

export function goalErrors(
  values: Pick<FundraiserValues, 'goal' | 'endsOn'>,
  { currency, timeZone, now }: Where,
  words: Catalog,
) {
  const past = values.endsOn !== '' && values.endsOn < isoDay(now, timeZone);
  return {
    goal: goalProblem(goalOf(values, currency), words),
    endsOn: past && words.site.fundraiser.errors.dateWrong,
  };
}

interface Where {
  currency: string;
  timeZone: string;
  now: Date;
}

export function goalProblem(minor: number | null, { site }: Catalog): string | null {
  const t = site.fundraiser.errors;
  if (minor === null) return t.goalWrong;
  return BigInt(minor) > maxGoalMinor ? t.goalTooLarge : null;
}

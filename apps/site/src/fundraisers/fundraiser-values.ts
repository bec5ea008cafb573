import { mostGoalMinor } from '@upstander/money';
import { limits, isoDay, parseMoney, type Catalogue } from '@upstander/web-kit';
import { isDay } from '../forms/day';
import type { FormError } from '../forms/error-summary';
import type { Person } from '../forms/person';
import { longText, shortText } from '../forms/typed';

/** What a form about a fundraiser holds, exactly as typed. */
export interface FundraiserValues extends Person {
  title: string;
  summary: string;
  story: string;
  goal: string;
  endsOn: string;
  key: string;
}

export const longest = {
  title: limits.Campaign.title,
  summary: limits.Campaign.summary,
  // A supporter writes less than an organizer.
  story: limits.CampaignPage.story,
  goal: 20,
};

export function readFundraiser(form: FormData): FundraiserValues {
  return {
    title: shortText(form, 'title'),
    summary: shortText(form, 'summary'),
    story: longText(form, 'story'),
    goal: shortText(form, 'goal', 30),
    endsOn: shortText(form, 'endsOn', 10),
    name: shortText(form, 'name'),
    email: shortText(form, 'email'),
    key: shortText(form, 'key'),
  };
}

/** The goal in minor units, or null when it is no amount. */
export function goalOf({ goal }: Pick<FundraiserValues, 'goal'>, currency: string): number | null {
  const minor = parseMoney(goal, currency);
  return minor === null || minor === 0 ? null : minor;
}

export function wordErrors({ title, story }: FundraiserValues, words: Catalogue): FormError[] {
  const t = words.site.fundraiser.errors;
  const errors: FormError[] = [];
  if (title === '') errors.push({ field: 'title', text: t.titleMissing });
  else if (title.length > longest.title) errors.push({ field: 'title', text: t.titleTooLong });
  if (story === '') errors.push({ field: 'story', text: t.storyMissing });
  else if (story.length > longest.story) errors.push({ field: 'story', text: t.storyTooLong });
  return errors;
}

export function goalErrors(
  values: FundraiserValues,
  { currency, timeZone, now }: { currency: string; timeZone: string; now: Date },
  words: Catalogue,
): FormError[] {
  const t = words.site.fundraiser.errors;
  const errors: FormError[] = [];
  if (values.goal === '') errors.push({ field: 'goal', text: t.goalMissing });
  else {
    const text = goalProblem(goalOf(values, currency), t);
    if (text !== null) errors.push({ field: 'goal', text });
  }
  if (values.endsOn !== '' && !(isDay(values.endsOn) && values.endsOn >= isoDay(now, timeZone))) {
    errors.push({ field: 'endsOn', text: t.dateWrong });
  }
  return errors;
}

/** What is wrong with a goal that was typed, or null. */
export function goalProblem(minor: number | null, t: { goalWrong: string; goalTooLarge: string }): string | null {
  if (minor === null) return t.goalWrong;
  return BigInt(minor) > mostGoalMinor ? t.goalTooLarge : null;
}

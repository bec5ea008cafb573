import { parseMoney, type Catalogue } from '@upstander/web-kit';
import type { FormError } from '../forms/error-summary';
import type { Person } from '../forms/person';
import { longText, shortText } from '../forms/typed';
import { goalProblem, longest } from '../fundraisers/fundraiser-values';

/** What the form of a team's or a person's page holds, exactly as typed. */
export interface PageValues extends Person {
  kind: string;
  team: string;
  title: string;
  story: string;
  goal: string;
  key: string;
}

export function readPage(form: FormData): PageValues {
  return {
    kind: shortText(form, 'kind'),
    team: shortText(form, 'team'),
    title: shortText(form, 'title'),
    story: longText(form, 'story'),
    goal: shortText(form, 'goal', 30),
    name: shortText(form, 'name'),
    email: shortText(form, 'email'),
    key: shortText(form, 'key'),
  };
}

export function pageErrors({ title, story, goal }: PageValues, currency: string, words: Catalogue): FormError[] {
  const t = words.site.fundraiser.errors;
  const errors: FormError[] = [];
  if (title === '') errors.push({ field: 'title', text: t.titleMissing });
  else if (title.length > longest.title) errors.push({ field: 'title', text: t.titleTooLong });
  if (story.length > longest.story) errors.push({ field: 'story', text: t.storyTooLong });
  const wrong = goal === '' ? null : goalProblem(parseMoney(goal, currency) || null, t);
  if (wrong !== null) errors.push({ field: 'goal', text: wrong });
  return errors;
}

/** The goal as the API takes it; null for none. */
export function pageGoal({ goal }: PageValues, currency: string): { amountMinor: number; currency: string } | null {
  const amountMinor = goal === '' ? null : parseMoney(goal, currency);
  return amountMinor === null ? null : { amountMinor, currency };
}

/** The fields a refusal may name, and where they stand on the page. */
export function pageTexts({ site: t }: Catalogue): Record<string, FormError> {
  return {
    kind: { field: 'personal', text: t.fundraiser.errors.kindMissing },
    title: { field: 'title', text: t.fundraiser.errors.titleTooLong },
    story: { field: 'story', text: t.fundraiser.errors.storyTooLong },
    goal: { field: 'goal', text: t.fundraiser.errors.goalWrong },
    'goal:too-large': { field: 'goal', text: t.fundraiser.errors.goalTooLarge },
    name: { field: 'name', text: t.errors.nameWrong },
    email: { field: 'email', text: t.errors.emailWrong },
  };
}

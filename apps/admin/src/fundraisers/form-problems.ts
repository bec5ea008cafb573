import { isRefusal } from '@upstander/api-client';
import { parseMoney, type AdminCatalogue } from '@upstander/web-kit';
import type { FundraiserFormValues } from './form-values';
import type { Problems } from '../parts/forms/use-form-page';

type Words = AdminCatalogue['admin'];
/** What is missing before the API is even asked. */
export function problemsOf(values: FundraiserFormValues, t: Words): Problems {
  const { problems } = t.fundraiserForm;
  const found: Problems = {};
  if (values.title.trim() === '') found['title'] = problems.title;
  if (values.story.trim() === '') found['story'] = problems.story;
  if (!parseMoney(values.goal, values.currency)) found['goal'] = problems.goal;
  if (values.organizerName.trim() === '') found['organizerName'] = problems.organizerName;
  if (values.organizerEmail.trim() === '') found['organizerEmail'] = problems.organizerEmail;
  if (values.startsOn && values.endsOn && values.endsOn < values.startsOn) found['endsOn'] = problems.endsOn;
  if (values.cover && values.coverAlt.trim() === '') found['coverAlt'] = problems.coverAlt;
  return found;
}

/** What the API refused, at the fields it concerns; null when the refusal is about something else. */
export function refusedProblems(error: unknown, t: Words): Problems | null {
  if (!isRefusal(error, 'BAD_INPUT')) return null;
  const words: Record<string, string> = t.fieldReasons;
  const found = Object.entries(error.fields).map(([field, reason]) => [
    field.replace(/^alt$/, 'coverAlt').replace(/^goal\..*/, 'goal'),
    words[reason] ?? t.fieldReasons.other,
  ]);
  return found.length > 0 ? (Object.fromEntries(found) as Problems) : null;
}

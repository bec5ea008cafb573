import { isRefusal } from '@upstander/api-client';
import { parseMoney, type AdminCatalogue } from '@upstander/web-kit';
import type { FundraiserFormValues } from './form-values';
import type { Problems } from '../parts/forms/use-form-page';

type Words = AdminCatalogue<'fundraiserForm'>['admin'];
/** What is missing before the API is even asked. */
export function problemsOf(values: FundraiserFormValues, t: Words): Problems {
  const { problems } = t.fundraiserForm;
  const { goal: _, endsOn: __, coverAlt: ___, chapterId: ____, ...missing } = problems;
  const found: Problems = {};
  for (const [field, said] of Object.entries(missing)) {
    if (values[field as keyof typeof missing].trim() === '') found[field] = said;
  }
  if (!parseMoney(values.goal, values.currency)) found['goal'] = problems.goal;
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

import { ApiRefusal } from '@upstander/api-client';
import { refusalText, type Catalogue } from '@upstander/web-kit';
import type { SiteContext } from '../request/site-context';
import type { Sum } from './device-sum';
import type { FormError } from './error-summary';
import { puzzleOf } from './puzzle';

export interface Refused {
  errors: FormError[];
  status: number;
  /** The key belongs to other words by now; the next try needs a fresh one. */
  newKey: boolean;
  /** The puzzle to solve before the form is sent again, or null. */
  puzzle: Sum | null;
}

/**
 * What a form shows when the API said no: at the field where it names one that `texts` knows (`website`, or more exactly
 * `website:shared-host`), else above the form. A fault is reported and said with `failed`, because what was typed is
 * worth more than an error page.
 */
export function refused(
  error: unknown,
  context: Pick<SiteContext, 'report'>,
  words: Catalogue,
  { texts, failed }: { texts: Readonly<Record<string, FormError>>; failed: string },
): Refused {
  if (!(error instanceof ApiRefusal)) {
    context.report(error);
    return { errors: [{ text: failed }], status: 503, newKey: false, puzzle: null };
  }
  const fields = error.details['fields'];
  const named = fields !== null && typeof fields === 'object' ? Object.entries(fields) : [];
  const errors = named.flatMap(([name, why]) => {
    const field = name.split('.')[0] ?? '';
    return texts[`${field}:${String(why)}`] ?? texts[field] ?? [];
  });
  return {
    errors: errors.length > 0 ? errors : [{ text: refusalText(words, error.code) }],
    status: error.code === 'TOO_MANY_TRIES' || error.code === 'SOLUTION_NEEDED' ? 429 : 422,
    puzzle: error.code === 'SOLUTION_NEEDED' ? puzzleOf(error.details) : null,
    newKey: error.code === 'IDEMPOTENCY_KEY_REUSED',
  };
}

import { ApiRefusal } from '@upstander/api-client';
import { refusalText, type Catalog } from '@upstander/web-kit';
import type { SiteContext } from '../request/site-context';
import type { Puzzle } from './puzzle-field';
import type { FormError } from './error-summary';
import { puzzleOf } from './puzzle';

export interface Refused {
  errors: FormError[];
  status: number;
  /** True if the key was used with other input, so that the next attempt needs a new one. */
  newKey: boolean;
  puzzle: Puzzle | null;
}

/**
 * Uses the message of a field in `texts` (`website`, or more specific `website:shared-host`), else a message above the
 * form. A fault is reported and shown with `failed`, because the typed values are worth more than an error page.
 */
export function refusalState(
  error: unknown,
  context: Pick<SiteContext, 'report'>,
  words: Catalog,
  { texts, failed }: { texts: Readonly<Record<string, FormError>>; failed: string },
): Refused {
  if (!(error instanceof ApiRefusal)) {
    context.report(error);
    return { errors: [{ text: failed }], status: 503, newKey: false, puzzle: null };
  }
  const fields = error.details['fields'];
  const fieldReasons = fields !== null && typeof fields === 'object' ? Object.entries(fields) : [];
  const errors = fieldReasons.flatMap(([name, reason]) => {
    const field = name.split('.')[0] ?? '';
    return texts[`${field}:${String(reason)}`] ?? texts[field] ?? [];
  });
  return {
    errors: errors.length > 0 ? errors : [{ text: refusalText(words, error.code) }],
    status: error.code === 'TOO_MANY_TRIES' || error.code === 'SOLUTION_NEEDED' ? 429 : 422,
    puzzle: error.code === 'SOLUTION_NEEDED' ? puzzleOf(error.details) : null,
    newKey: error.code === 'IDEMPOTENCY_KEY_REUSED',
  };
}

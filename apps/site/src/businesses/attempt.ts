import { ApiRefusal } from '@upstander/api-client';
import type { Catalogue } from '@upstander/web-kit';
import type { FormError } from '../forms/error-summary';
import { refusalState, type Refused } from '../forms/refused';
import type { SiteContext } from '../request/site-context';

/**
 * Runs the mutation of a form.
 * Returns null on success, or the errors to display. `withSession` handles an ended session. `texts` maps the fields
 * the API rejects to messages.
 */
export async function runMutation(
  context: SiteContext,
  words: Catalogue,
  texts: Readonly<Record<string, FormError>>,
  work: () => Promise<unknown>,
): Promise<Refused | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof ApiRefusal && error.code === 'NOT_SIGNED_IN') throw error;
    return refusalState(error, context, words, { texts, failed: words.site.business.status.failed });
  }
}

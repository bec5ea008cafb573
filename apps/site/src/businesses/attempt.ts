import { ApiRefusal } from '@upstander/api-client';
import type { Catalogue } from '@upstander/web-kit';
import type { FormError } from '../forms/error-summary';
import { refused, type Refused } from '../forms/refused';
import type { SiteContext } from '../request/site-context';

/**
 * Does what a form asks. Null when it worked, else what to show; an ended session is for `withSession` and goes on up.
 * `texts` say what to write at a field that the API names.
 */
export async function attempt(
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
    return refused(error, context, words, { texts, failed: words.site.business.status.failed });
  }
}

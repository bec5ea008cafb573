import { catalogueOf, refusalText } from '@upstander/web-kit';
import { ApiRefusal, ask } from '../../api/ask';
import type { FormError } from '../../forms/error-summary';
import { isAddress } from '../../forms/typed';
import { localeOf } from '../../request/locale';
import type { SiteContext } from '../../request/site-context';
import { RequestSignInCode } from './queries';

/** Has a code mailed. Answers with what is wrong, or with null; never with whether the address is known. */
export async function sendCode(
  request: Request,
  context: SiteContext,
  email: string,
): Promise<{ errors: FormError[]; status: number } | null> {
  const locale = localeOf(request);
  const words = catalogueOf(locale);
  const wrong = (text: string, status = 422) => ({ errors: [{ field: 'email', text }], status });
  if (email === '') return wrong(words.site.errors.emailMissing);
  if (!isAddress(email)) return wrong(words.site.errors.emailWrong);
  try {
    await ask(context, RequestSignInCode, { email, locale: locale === 'es' ? 'ES' : 'EN' });
    return null;
  } catch (error) {
    if (error instanceof ApiRefusal) {
      return wrong(refusalText(words, error.code), error.code === 'TOO_MANY_TRIES' ? 429 : 422);
    }
    context.report(error);
    return { errors: [{ text: words.site.business.signIn.failed }], status: 503 };
  }
}

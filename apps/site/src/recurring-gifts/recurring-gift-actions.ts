import { ApiRefusal } from '@upstander/api-client';
import { moneyText, parseMoney, refusalText, type Catalog, type Locale } from '@upstander/web-kit';
import { queryApi } from '../api/ask';
import type { FormError } from '../forms/error-summary';
import { longText, shortText } from '../forms/text-rules';
import { RequestGivingLink } from '../giving/queries';
import { localeName } from '../request/locale';
import type { SiteContext } from '../request/site-context';
import { ChangeRecurringGift, RecurringGiftPortal, StopRecurringGift, type MyRecurringGiftData } from './queries';

export type RecurringGiftOutcome =
  | { kind: 'did'; completedAction: 'change' | 'stop' | 'receipts' }
  | { kind: 'portal'; url: string }
  | { kind: 'wrong'; errors: FormError[]; status: number };

/** The link identifies the gift. */
export async function actOnRecurringGift(
  context: SiteContext,
  token: string,
  recurringGift: MyRecurringGiftData,
  form: FormData,
  { locale, words }: { locale: Locale; words: Catalog },
): Promise<RecurringGiftOutcome> {
  try {
    switch (form.get('do')) {
      case 'stop': {
        const reason = longText(form, 'reason').slice(0, 500);
        await queryApi(context, StopRecurringGift, { input: { token, ...(reason !== '' && { reason }) } });
        return { kind: 'did', completedAction: 'stop' };
      }
      case 'receipts':
        await queryApi(context, RequestGivingLink, {
          input: { recurringGiftToken: token, locale: localeName(locale) },
        });
        return { kind: 'did', completedAction: 'receipts' };
      case 'portal':
        return {
          kind: 'portal',
          url: (await queryApi(context, RecurringGiftPortal, { input: { token } })).recurringGiftPortal.url,
        };
      case 'change': {
        const { currency } = recurringGift.intended;
        const amountMinor = parseMoney(shortText(form, 'amount'), currency);
        if (amountMinor === null || amountMinor === 0) {
          return errorResponse([{ field: 'amount', text: words.site.give.errors.amountWrong }], 422);
        }
        const coverFee = form.get('cover') === '1';
        await queryApi(context, ChangeRecurringGift, { input: { token, amount: { amountMinor, currency }, coverFee } });
        return { kind: 'did', completedAction: 'change' };
      }
      default:
        return errorResponse([{ text: words.site.badRequest.text }], 400);
    }
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error;
    if (error.code === 'GIFT_TOO_SMALL') {
      const minimumMinor = error.details['minimumMinor'];
      const minimum = {
        amountMinor: typeof minimumMinor === 'number' ? minimumMinor : 1,
        currency: recurringGift.intended.currency,
      };
      const text = words.site.give.errors.amountTooSmall({ minimum: moneyText(locale, minimum, { short: true }) });
      return errorResponse([{ field: 'amount', text }], 422);
    }
    return errorResponse([{ text: refusalText(words, error.code) }], error.code === 'TOO_MANY_TRIES' ? 429 : 422);
  }
}

function errorResponse(errors: FormError[], status: number): RecurringGiftOutcome {
  return { kind: 'wrong', errors, status };
}

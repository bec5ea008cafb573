import { ApiRefusal } from '@upstander/api-client';
import type { Catalog, Locale, MoneyValue } from '@upstander/web-kit';
import { queryApi } from '../api/ask';
import type { FormError } from '../forms/error-summary';
import { refusalState } from '../forms/refused';
import { localeName } from '../request/locale';
import type { SiteContext } from '../request/site-context';
import { dedicate, type DedicationValues } from './dedication';
import { giveForm, type GiveValues } from './give-values';
import { MailGiftLink, StartDonation } from './queries';

export type GiftOutcome =
  | { kind: 'pay'; checkoutUrl: string }
  | { kind: 'mailed' }
  | { kind: 'wrong'; httpStatus: number; errors: FormError[]; newKey: boolean };

interface NewGift {
  campaignSlug: string;
  amount: MoneyValue;
  values: GiveValues;
  dedication: DedicationValues | null;
  isByMail: boolean;
}

/** Redirects to the payment page, or during card testing emails a link to the donor. */
export async function sendGift(
  context: SiteContext,
  gift: NewGift,
  locale: Locale,
  words: Catalog,
): Promise<GiftOutcome> {
  const input = inputOf(gift, locale);
  try {
    if (gift.isByMail) {
      await queryApi(context, MailGiftLink, { input });
      return { kind: 'mailed' };
    }
    const { startDonation } = await queryApi(context, StartDonation, { input });
    // Without it, the donor can still pay; the page after the payment offers the dedication again.
    if (gift.dedication) await dedicate(context, startDonation.token, gift.dedication).catch(context.report);
    return { kind: 'pay', checkoutUrl: startDonation.checkoutUrl };
  } catch (error) {
    const t = words.site.give;
    const refusal = refusalState(error, context, words, {
      texts: giveForm.texts(words),
      failed: giveForm.failed(words),
    });
    const code = error instanceof ApiRefusal ? error.code : '';
    const isChallengeUnsolved = code === 'CHALLENGE_NEEDED' || code === 'SOLUTION_SPENT';
    const httpStatus = code === 'PAYMENTS_UNAVAILABLE' ? 503 : refusal.status;
    const errors = isChallengeUnsolved ? [{ text: t.errors.challenge }] : refusal.errors;
    return { kind: 'wrong', httpStatus, errors, newKey: refusal.newKey };
  }
}

function inputOf(
  { campaignSlug, amount, values }: { campaignSlug: string; amount: MoneyValue; values: GiveValues },
  locale: Locale,
) {
  return {
    ...giveForm.input(values),
    campaignSlug,
    amount,
    anonymous: values.display === 'NO_NAME',
    locale: localeName(locale),
    challenge: values.link || values.solution || null,
  };
}

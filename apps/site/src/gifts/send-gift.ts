import { ApiRefusal } from '@upstander/api-client';
import { refusalText, type Catalogue, type Locale, type MoneyValue } from '@upstander/web-kit';
import { ask } from '../api/ask';
import type { FormError } from '../forms/error-summary';
import type { SiteContext } from '../request/site-context';
import type { GiveValues } from './give-values';
import { MailDonationLink, StartDonation } from './queries';

export type GiftOutcome =
  | { kind: 'pay'; checkoutUrl: string }
  | { kind: 'mailed' }
  | { kind: 'wrong'; httpStatus: number; errors: FormError[]; newKey: boolean };

/** Sends a checked form: on to the payment page, or (while card thieves are about) as a link to the donor's own mailbox. */
export async function sendGift(
  context: SiteContext,
  gift: { campaignSlug: string; amount: MoneyValue; values: GiveValues; byMail: boolean },
  locale: Locale,
  words: Catalogue,
): Promise<GiftOutcome> {
  const input = inputOf(gift, locale);
  try {
    if (gift.byMail) {
      await ask(context, MailDonationLink, { input });
      return { kind: 'mailed' };
    }
    const { startDonation } = await ask(context, StartDonation, { input });
    return { kind: 'pay', checkoutUrl: startDonation.checkoutUrl };
  } catch (error) {
    if (!(error instanceof ApiRefusal)) {
      // What was typed is worth more than an error page: the form stays, with the same key for the next try.
      context.report(error);
      return { kind: 'wrong', httpStatus: 503, errors: [{ text: words.site.give.failed }], newKey: false };
    }
    const httpStatus = error.code === 'TOO_MANY_TRIES' ? 429 : error.code === 'PAYMENTS_UNAVAILABLE' ? 503 : 422;
    const newKey = error.code === 'IDEMPOTENCY_KEY_REUSED';
    return { kind: 'wrong', httpStatus, errors: errorsOf(error, words), newKey };
  }
}

function inputOf(
  { campaignSlug, amount, values }: { campaignSlug: string; amount: MoneyValue; values: GiveValues },
  locale: Locale,
) {
  const proof = values.link !== '' ? values.link : values.proof;
  return {
    campaignSlug,
    amount,
    frequency: values.monthly ? ('MONTHLY' as const) : ('ONCE' as const),
    coverFee: values.cover,
    anonymous: values.display === 'NO_NAME',
    display: values.display,
    name: values.name,
    email: values.email,
    locale: locale === 'es' ? ('ES' as const) : ('EN' as const),
    updatesWanted: values.updates,
    ...(values.page !== '' && { pageSlug: values.page }),
    ...(values.message !== '' && { message: values.message }),
    ...(values.employer !== '' && { employerMatchNote: values.employer }),
    ...(proof !== '' && { challenge: proof }),
    ...(values.key !== '' && { idempotencyKey: values.key }),
  };
}

/** A refusal of a field is told at the field; everything else concerns the whole form. */
function errorsOf(refusal: ApiRefusal, words: Catalogue): FormError[] {
  const t = words.site;
  const fields = refusal.details['fields'];
  const named = fields !== null && typeof fields === 'object' ? Object.keys(fields) : [];
  const texts: Record<string, FormError> = {
    amount: { field: 'other', text: t.give.errors.amountWrong },
    name: { field: 'name', text: t.errors.nameWrong },
    email: { field: 'email', text: t.errors.emailWrong },
    message: { field: 'message', text: t.give.errors.messageTooLong },
  };
  const errors = named.flatMap((name) => texts[name.split('.')[0] ?? ''] ?? []);
  if (errors.length > 0) return errors;
  if (refusal.code === 'PROOF_NEEDED' || refusal.code === 'PROOF_SPENT') return [{ text: t.give.errors.proof }];
  return [{ text: refusalText(words, refusal.code) }];
}

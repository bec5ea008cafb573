import { graphql } from '@upstander/api-client';
import { limits, type Catalogue } from '@upstander/web-kit';
import { queryApi } from '../../api/ask';
import type { FormError } from '../../forms/error-summary';
import { defineForm } from '../../forms/form-of';
import { addressRule, personRules, type Person } from '../../forms/person';
import { refusalState } from '../../forms/refused';
import { shortText } from '../../forms/text-rules';
import type { SiteContext } from '../../request/site-context';

const HandOver = graphql(`
  mutation HandOver($input: HandOverSignupInput!) {
    handOverSignup(input: $input) {
      signup {
        id
      }
    }
  }
`);
const Withdraw = graphql(`
  mutation WithdrawHandOver($input: WithdrawHandOverInput!) {
    withdrawHandOver(input: $input) {
      signup {
        id
      }
    }
  }
`);

export const handOverForm = defineForm({
  ...personRules(limits.HandOver.name),
  email: { ...addressRule, refused: { 'own-address': ({ site }) => site.handOver.ownAddress } },
});

export type HandOverOutcome = { ok: true } | { ok: false; errors: FormError[]; to: Person };

/** Offers the place to the given person. Returns errors with the typed values. */
export async function offerPlace(
  context: SiteContext,
  token: string,
  form: FormData,
  words: Catalogue,
): Promise<HandOverOutcome> {
  const to = handOverForm.read(form);
  const errors = handOverForm.errors(to, words);
  if (errors.length > 0) return { ok: false, errors, to };
  try {
    await queryApi(context, HandOver, { input: { token, to } });
    return { ok: true };
  } catch (error) {
    const says = { texts: handOverForm.texts(words), failed: words.site.saveFailed };
    return { ok: false, errors: refusalState(error, context, words, says).errors, to };
  }
}

/** Gives the place to the first person on the waitlist. @throws ApiRefusal */
export async function giveToWaitlist(context: SiteContext, token: string): Promise<void> {
  await queryApi(context, HandOver, { input: { token } });
}

/** @throws ApiRefusal */
export async function withdrawOffer(context: SiteContext, token: string, form: FormData): Promise<void> {
  await queryApi(context, Withdraw, { input: { token, id: shortText(form, 'offer') } });
}

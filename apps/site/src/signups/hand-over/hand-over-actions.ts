import { ApiRefusal, graphql } from '@upstander/api-client';
import type { Catalogue } from '@upstander/web-kit';
import { ask } from '../../api/ask';
import type { FormError } from '../../forms/error-summary';
import { personErrors, type Person } from '../../forms/person';
import { shortText } from '../../forms/typed';
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

export type HandOverOutcome = { ok: true } | { ok: false; errors: FormError[]; to: Person };

/** Offers the place to whoever was typed; what is wrong comes back at its field, with what was typed. @throws ApiRefusal */
export async function offerPlace(
  context: SiteContext,
  token: string,
  form: FormData,
  words: Catalogue,
): Promise<HandOverOutcome> {
  const to = { name: shortText(form, 'name'), email: shortText(form, 'email') };
  const errors = personErrors(to, words);
  if (errors.length > 0) return { ok: false, errors, to };
  try {
    await ask(context, HandOver, { input: { token, to } });
    return { ok: true };
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error;
    const fields = (error.details['fields'] ?? {}) as Record<string, string>;
    const at = (field: keyof Person, text: string): HandOverOutcome => ({ ok: false, errors: [{ field, text }], to });
    if (fields['email'] === 'own-address') return at('email', words.site.handOver.ownAddress);
    if (fields['email']) return at('email', words.site.errors.emailWrong);
    if (fields['name']) return at('name', words.site.errors.nameWrong);
    throw error;
  }
}

/** Gives the place to the first on the waitlist. @throws ApiRefusal */
export async function giveToWaitlist(context: SiteContext, token: string): Promise<void> {
  await ask(context, HandOver, { input: { token } });
}

/** @throws ApiRefusal */
export async function withdrawOffer(context: SiteContext, token: string, form: FormData): Promise<void> {
  await ask(context, Withdraw, { input: { token, id: shortText(form, 'offer') } });
}

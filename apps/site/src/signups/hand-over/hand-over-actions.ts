import { graphql } from '@upstander/api-client';
import { models, type Catalog } from '@upstander/web-kit';
import { queryApi } from '../../api/ask';
import { defineForm } from '../../forms/define-form';
import { sendForm } from '../../forms/send-form';
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

export const handOverForm = defineForm(models.HandOverPersonInput, ({ site }) => site.handOver, {
  name: {},
  email: { refused: { 'own-address': ({ site }) => site.handOver.ownAddress } },
});

export async function offerPlace(context: SiteContext, token: string, form: FormData, words: Catalog) {
  const values = handOverForm.read(form);
  const typed = { form: handOverForm, values, errors: handOverForm.errors(values, words) };
  return sendForm(context, words, typed, () => queryApi(context, HandOver, { input: { token, to: values } }));
}

/** Gives the place to the first person on the waitlist. @throws ApiRefusal */
export async function giveToWaitlist(context: SiteContext, token: string): Promise<void> {
  await queryApi(context, HandOver, { input: { token } });
}

/** @throws ApiRefusal */
export async function withdrawOffer(context: SiteContext, token: string, form: FormData): Promise<void> {
  await queryApi(context, Withdraw, { input: { token, id: shortText(form, 'offer') } });
}

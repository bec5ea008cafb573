import { graphql } from '@upstander/api-client';
import { models, type Catalog } from '@upstander/web-kit';
import { queryApi } from '../api/ask';
import { defineForm } from '../forms/define-form';
import { sendForm } from '../forms/send-form';
import type { SiteContext } from '../request/site-context';
import { partyInput, partyRules } from './party';

const ChangeGuests = graphql(`
  mutation ChangeGuests($input: ChangeGuestsInput!) {
    changeGuests(input: $input) {
      signup {
        id
      }
    }
  }
`);

export const guestsForm = defineForm(models.ChangeGuestsInput, ({ site }) => site.signUp, partyRules);

export function changeGuests(context: SiteContext, token: string, form: FormData, words: Catalog) {
  const values = guestsForm.read(form);
  const submittedValues = { form: guestsForm, values, errors: guestsForm.errors(values, words) };
  return sendForm(context, words, submittedValues, () =>
    queryApi(context, ChangeGuests, { input: { token, ...partyInput(values) } }),
  );
}

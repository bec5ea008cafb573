import { graphql } from '@upstander/api-client';
import type { Catalogue } from '@upstander/web-kit';
import { queryApi } from '../api/ask';
import type { FormError } from '../forms/error-summary';
import { defineForm } from '../forms/form-of';
import { refusalState } from '../forms/refused';
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

export const guestsForm = defineForm(partyRules);

/** Changes the guests. Returns the errors, or null on success. */
export async function changeGuests(context: SiteContext, token: string, form: FormData, words: Catalogue) {
  const typed = guestsForm.read(form);
  const wrong = (errors: FormError[]) => ({ errors, typed });
  const errors = guestsForm.errors(typed, words);
  if (errors.length > 0) return wrong(errors);
  try {
    await queryApi(context, ChangeGuests, { input: { token, ...partyInput(typed) } });
    return null;
  } catch (error) {
    const says = { texts: guestsForm.texts(words), failed: words.site.saveFailed };
    return wrong(refusalState(error, context, words, says).errors);
  }
}

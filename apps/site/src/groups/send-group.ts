import { ApiRefusal, graphql } from '@upstander/api-client';
import type { Catalog, Locale } from '@upstander/web-kit';
import { queryApi } from '../api/ask';
import type { FormError } from '../forms/error-summary';
import type { SendableForm } from '../forms/define-form';
import { sendForm } from '../forms/send-form';
import { localeName } from '../request/locale';
import type { SiteContext } from '../request/site-context';
import { restrictionError } from '../signups/eligibility';
import { ownKey } from '../signups/send-sign-up';
import { changeGroupForm, countsOf, groupForm, namesIn, type GroupValues } from './group-values';

const SignUpGroup = graphql(`
  mutation SignUpGroup($input: GroupSignUpInput!) {
    signUpGroup(input: $input) {
      signup {
        id
        status
        position
        guests
      }
    }
  }
`);
const ChangeGroup = graphql(`
  mutation ChangeGroup($input: ChangeGroupInput!) {
    changeGroup(input: $input) {
      signup {
        id
      }
    }
  }
`);

interface Language {
  locale: Locale;
  words: Catalog;
}

export function sendGroup(context: SiteContext, values: GroupValues, errors: FormError[], language: Language) {
  const { groupName, name, email, phone, oldEnough, acceptsFewerGuests } = values;
  return withFieldErrors(context, language, { form: groupForm, values, errors }, async () =>
    queryApi(context, SignUpGroup, {
      input: {
        shiftId: values.shift,
        groupName,
        name,
        email,
        ...(phone !== '' && { phone }),
        ...countsOf(values),
        locale: localeName(language.locale),
        oldEnough,
        acceptsFewerGuests: acceptsFewerGuests === '1',
        ...(values.key !== '' && { idempotencyKey: await ownKey(values) }),
      },
    }),
  );
}

export function changeGroup(context: SiteContext, token: string, form: FormData, language: Language) {
  const values = changeGroupForm.read(form);
  const typed = { form: changeGroupForm, values, errors: changeGroupForm.errors(values, language.words) };
  return withFieldErrors(context, language, typed, () =>
    queryApi(context, ChangeGroup, {
      input: { token, ...countsOf(values), names: namesIn(values.names), minorNames: namesIn(values.minorNames) },
    }),
  );
}

/** Like `sendForm`, with the refusals of a group at their fields. */
async function withFieldErrors<Values extends object, Answer>(
  context: SiteContext,
  { locale, words }: Language,
  typed: { form: SendableForm; values: Values; errors: FormError[] },
  send: () => Promise<Answer>,
) {
  let refusal: ApiRefusal | null = null;
  const sent = await sendForm(context, words, typed, () =>
    send().catch((error: unknown) => {
      if (error instanceof ApiRefusal) refusal = error;
      throw error;
    }),
  );
  const error = !sent.isSent && refusal ? groupError(refusal, locale, words) : null;
  return !sent.isSent && error ? { ...sent, errors: [error] } : sent;
}

function groupError(refusal: ApiRefusal, locale: Locale, words: Catalog): FormError | null {
  const t = words.site.group;
  const { code, details } = refusal;
  switch (code) {
    case 'AGE_NEEDED':
      return { field: 'oldEnough', text: t.errors.ageNeeded };
    case 'ALREADY_SIGNED_UP':
      return { field: 'email', text: t.errors.alreadySignedUp };
    case 'GROUP_TOO_LARGE':
      return { field: 'people', text: t.tooLarge({ most: Number(details['most'] ?? 40) }) };
    case 'NOT_ENOUGH_PLACES':
      return { field: 'people', text: t.fewLeft({ left: Number(details['left'] ?? 0) }) };
    case 'NOT_FOUND':
      return { field: 'shift', text: words.site.errors.shiftGone };
    default:
      return restrictionError(refusal, locale, words);
  }
}

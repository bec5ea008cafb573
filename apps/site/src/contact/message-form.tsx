import { graphql } from '@upstander/api-client';
import { catalogueOf, limits } from '@upstander/web-kit';
import { data, redirect } from 'react-router';
import type { ActionFunctionArgs } from 'react-router';
import { queryApi } from '../api/ask';
import { EmailField } from '../forms/email-field';
import type { FormError } from '../forms/error-summary';
import { Field } from '../forms/field';
import { defineForm, type FormTexts } from '../forms/form-of';
import { personRules } from '../forms/person';
import { Puzzle, solutionIn } from '../forms/puzzle';
import { refusalState } from '../forms/refused';
import { TextArea } from '../forms/text-area';
import { Done } from '../frame/done';
import { pathOfPage } from '../request/page-path';
import { localeOf } from '../request/locale';
import { usePage } from '../request/page-context';
import type { SiteContext } from '../request/site-context';

/** Sealed time at which the form was displayed, for `form` of the mutation. */
export const SiteMessageForm = graphql(`
  query SiteMessageForm {
    siteMessageForm
  }
`);

const SendSiteMessage = graphql(`
  mutation SendSiteMessage($input: SendSiteMessageInput!) {
    sendSiteMessage(input: $input) {
      ok
    }
  }
`);

const messages = defineForm({
  ...personRules(limits.SiteMessage.name),
  body: {
    lines: true,
    most: limits.SiteMessage.body,
    missing: (words) => words.site.contact.bodyMissing,
    label: (words) => words.site.contact.body,
  },
});
type MessageValues = FormTexts<typeof messages>;

interface Props {
  form: string;
  here: string;
  sent: boolean;
  answer: { errors: FormError[]; values: MessageValues } | undefined;
}

export async function messageForm(context: SiteContext, request: Request) {
  const { siteMessageForm: form } = await queryApi(context, SiteMessageForm, {});
  return { form, here: pathOfPage(request), sent: new URL(request.url).searchParams.get('sent') === '1' };
}

/** Sends a message to a chapter or to the organization. Returns the errors with the typed values. */
export async function sendMessage({ request, context }: ActionFunctionArgs, chapterId: string | null) {
  const locale = localeOf(request);
  const words = catalogueOf(locale);
  const form = await request.formData();
  const values = messages.read(form);
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const errors = messages.errors(values, words);
  if (errors.length > 0) return data({ errors, values, puzzle: null }, 422);
  const input = { ...values, chapterId, language: locale === 'es' ? ('ES' as const) : ('EN' as const) };
  try {
    await queryApi(context, SendSiteMessage, {
      input: { ...input, form: text('form'), website: text('website'), solution: solutionIn(form) },
    });
  } catch (error) {
    const says = { texts: messages.texts(words), failed: words.site.contact.failed };
    const answer = refusalState(error, context, words, says);
    return data({ errors: answer.errors, values, puzzle: answer.puzzle }, answer.status);
  }
  return redirect(`${pathOfPage(request)}?sent=1#write`, 303);
}

/** Message form without scripts. Bots fill in a fourth field, which is hidden from people. */
export function MessageForm({ form, here, sent, answer }: Props) {
  const t = usePage().words.site.contact;
  if (sent && !answer) return <Done>{t.sent}</Done>;
  const field = messages.controls(answer?.values ?? {}, answer?.errors ?? []);
  return (
    <form className="message-form" method="post" action={`${here}#write`}>
      <p className="hint">{t.formHint}</p>
      <Field label={t.name} autoComplete="name" required {...field('name')} />
      <EmailField label={t.email} hint={t.emailHint} {...field('email')} />
      <TextArea label={t.body} rows={6} {...field('body')} />
      <div className="trap" aria-hidden="true">
        <label htmlFor="website">{t.trap}</label>
        <input id="website" name="website" tabIndex={-1} autoComplete="off" />
      </div>
      <input type="hidden" name="form" value={form} />
      <Puzzle />
      <button className="button" data-proves="">
        {t.send}
      </button>
    </form>
  );
}

import { graphql } from '@upstander/api-client';
import { catalogOf, models } from '@upstander/web-kit';
import { data, redirect } from 'react-router';
import type { ActionFunctionArgs } from 'react-router';
import { queryApi } from '../api/ask';
import { EmailField } from '../forms/email-field';
import { Field } from '../forms/field';
import { defineForm, type ValuesOf } from '../forms/define-form';
import { Puzzle } from '../forms/puzzle';
import { sendForm, type FormNotSent } from '../forms/send-form';
import { TextArea } from '../forms/text-area';
import { SubmitButton } from '../frame/button';
import { Done } from '../frame/done';
import { pathOfPage } from '../request/page-path';
import { localeName, localeOf } from '../request/locale';
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

const contactForm = defineForm(models.SendSiteMessageInput, ({ site }) => site.contact, {
  name: {},
  email: {},
  body: {},
  form: {},
  website: {},
  solution: {},
});

interface Props {
  form: string;
  currentPath: string;
  sent: boolean;
  answer: FormNotSent<ValuesOf<typeof contactForm>> | undefined;
}

export async function messageForm(context: SiteContext, request: Request) {
  const { siteMessageForm: form } = await queryApi(context, SiteMessageForm, {});
  return { form, currentPath: pathOfPage(request), sent: new URL(request.url).searchParams.get('sent') === '1' };
}

export async function sendMessage({ request, context }: ActionFunctionArgs, chapterId: string | null) {
  const locale = localeOf(request);
  const words = catalogOf(locale);
  const values = contactForm.read(await request.formData());
  const typed = { form: contactForm, values, errors: contactForm.errors(values, words) };
  const sent = await sendForm(context, words, typed, () =>
    queryApi(context, SendSiteMessage, {
      input: { ...contactForm.input(values), chapterId, language: localeName(locale) },
    }),
  );
  return sent.isSent ? redirect(`${pathOfPage(request)}?sent=1#write`, 303) : data(sent, sent.status);
}

/** Bots fill in a fourth field, which is hidden from people. */
export function MessageForm({ form, currentPath, sent, answer }: Props) {
  const t = usePage().words.site.contact;
  if (sent && !answer) return <Done>{t.sent}</Done>;
  const field = contactForm.controls(answer?.values ?? {}, answer?.errors ?? []);
  return (
    <form className="message-form" method="post" action={`${currentPath}#write`}>
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
      <SubmitButton label={t.send} data-proves="" />
    </form>
  );
}

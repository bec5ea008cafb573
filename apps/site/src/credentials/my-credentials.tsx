import { catalogueOf, type Catalogue } from '@upstander/web-kit';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { queryApi } from '../api/ask';
import { runMutation } from '../businesses/attempt';
import { querySignedIn, endedForm, wasFormReturned, withSession } from '../businesses/signed-in';
import { SignedOutMeanwhile } from '../businesses/signed-out-meanwhile';
import { ErrorSummary, type FormError } from '../forms/error-summary';
import { shortText } from '../forms/text-rules';
import { Done } from '../frame/done';
import { Icon } from '../frame/icons';
import { PageHead } from '../frame/page-head';
import { localeOf } from '../request/locale';
import { usePage } from '../request/page-context';
import { CredentialList } from './credential-list';
import { evidenceForm, guardianForm, signForm } from './credential-forms';
import { CredentialTask } from './credential-task';
import * as api from './queries';

const here = '/account/credentials';
const completedActions = ['signed', 'asked', 'claimed', 'withdrawn', 'disclosed', 'authorised'] as const;

/** `?type=…` opens the next step for one credential. */
export async function loader(args: LoaderFunctionArgs) {
  const answer = await querySignedIn(args, api.MyCredentials, {});
  if (!answer?.me) {
    if (wasFormReturned(args.context)) return null;
    throw redirect('/sign-in?to=%2Faccount%2Fcredentials', 303);
  }
  const query = new URL(args.request.url).searchParams;
  const type = answer.credentialTypes.find(({ id }) => id === query.get('type')) ?? null;
  const text = type?.textVersion ? await queryApi(args.context, api.CredentialTextQuery, { typeId: type.id }) : null;
  const did = completedActions.find((name) => name === query.get('did')) ?? null;
  return { ...answer, type, text: text?.credentialText ?? null, did };
}

interface FormState {
  errors: FormError[];
  typed: Record<string, string>;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const locale = localeOf(request);
  const words = catalogueOf(locale);
  const form = await request.formData();
  return withSession(context, form, async () => {
    const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
    const step = stepOf(form, locale === 'es' ? 'ES' : 'EN');
    if (!step) return data<FormState>({ errors: [{ text: words.site.badRequest.text }], typed }, 400);
    const errors = step.form?.errors(step.form.read(form) as never, words) ?? [];
    if (errors.length > 0) return data<FormState>({ errors, typed }, 422);
    const no = await runMutation(context, words, step.form?.texts(words) ?? {}, () => step.send(context));
    return no ? data<FormState>({ errors: no.errors, typed }, no.status) : redirect(`${here}?did=${step.did}`, 303);
  });
}

interface Step {
  did: (typeof completedActions)[number];
  form?: {
    read: (form: FormData) => Record<string, string>;
    errors: (typed: never, words: Catalogue) => FormError[];
    texts: (words: Catalogue) => Record<string, FormError>;
  };
  send: (context: ActionFunctionArgs['context']) => Promise<unknown>;
}

function stepOf(form: FormData, locale: 'EN' | 'ES'): Step | null {
  const [typeId, id, version] = [shortText(form, 'type'), shortText(form, 'id'), Number(shortText(form, 'version'))];
  switch (form.get('do')) {
    case 'sign': {
      const input = { typeId, version, locale, name: signForm.read(form).name };
      return { did: 'signed', form: signForm, send: (context) => queryApi(context, api.SignWaiver, { input }) };
    }
    case 'ask-guardian': {
      const input = { typeId, version, locale, guardianEmail: guardianForm.read(form).guardianEmail };
      return { did: 'asked', form: guardianForm, send: (context) => queryApi(context, api.SignWaiver, { input }) };
    }
    case 'claim': {
      const input = { typeId, ...evidenceForm.read(form) };
      return {
        did: 'claimed',
        form: evidenceForm,
        send: (context) => queryApi(context, api.ClaimCredential, { input }),
      };
    }
    case 'withdraw':
      return { did: 'withdrawn', send: (context) => queryApi(context, api.WithdrawCredential, { id }) };
    case 'disclose':
      return { did: 'disclosed', send: (context) => queryApi(context, api.AcknowledgeDisclosure, { id, version }) };
    case 'authorise': {
      const { name } = signForm.read(form);
      return {
        did: 'authorised',
        form: signForm,
        send: (context) => queryApi(context, api.AuthoriseScreening, { id, name }),
      };
    }
    default:
      return null;
  }
}

export default function MyCredentialsPage() {
  const { words, locale } = usePage();
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (!loaded) return <SignedOutMeanwhile typed={endedForm(answer)} />;
  const t = words.site.credentials;
  const formState: FormState = answer && 'errors' in answer ? answer : { errors: [], typed: {} };
  const { type, text, did } = loaded;
  const nameOf = (one: { name: string; nameEs: string }) => (locale === 'es' ? one.nameEs : one.name);
  const title = type ? nameOf(type) : t.title;
  return (
    <div className="narrow manage">
      <PageHead title={title} errors={formState.errors} personal />
      <ErrorSummary errors={formState.errors} />
      <a className="back" href={type ? here : '/account'}>
        <Icon name="back" />
        {type ? t.title : words.site.account.title}
      </a>
      {did && formState.errors.length === 0 && <Done>{t.did[did]}</Done>}
      <h1>{title}</h1>
      {type ? (
        <CredentialTask
          type={type}
          text={text}
          held={loaded.me?.volunteer?.credentials ?? []}
          isMinor={loaded.me?.volunteer?.isMinor ?? false}
          typed={formState.typed}
          errors={formState.errors}
        />
      ) : (
        <CredentialList answer={loaded} />
      )}
    </div>
  );
}

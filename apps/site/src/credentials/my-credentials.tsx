import { catalogOf, type Catalog } from '@upstander/web-kit';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { queryApi } from '../api/ask';
import { endedForm, queryMe, withSession } from '../businesses/signed-in';
import { SignedOutMeanwhile } from '../businesses/signed-out-meanwhile';
import type { SendableForm } from '../forms/define-form';
import type { FormError } from '../forms/error-summary';
import { sendForm } from '../forms/send-form';
import { shortText } from '../forms/text-rules';
import { PersonalPage } from '../frame/personal-page';
import { localeName, localeOf } from '../request/locale';
import { usePage } from '../request/page-context';
import { CredentialList } from './credential-list';
import { evidenceForm, guardianForm, signForm } from './credential-forms';
import { CredentialTask } from './credential-task';
import * as api from './queries';

const currentPath = '/account/credentials';
const completedActions = ['signed', 'asked', 'claimed', 'withdrawn', 'disclosed', 'authorised'] as const;

/** `?type=…` opens the next step for one credential. */
export async function loader(args: LoaderFunctionArgs) {
  const answer = await queryMe(args, api.MyCredentials, {});
  if (!answer) return null;
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
  const words = catalogOf(locale);
  const form = await request.formData();
  return withSession(context, form, async () => {
    const typed = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
    const step = stepOf(form, words, localeName(locale));
    if (!step) return data<FormState>({ errors: [{ text: words.site.badRequest.text }], typed }, 400);
    const { did, form: sentForm = signForm, errors = [] } = step;
    const sent = await sendForm(context, words, { form: sentForm, values: typed, errors }, () => step.send(context));
    return sent.isSent
      ? redirect(`${currentPath}?did=${did}`, 303)
      : data<FormState>({ errors: sent.errors, typed }, sent.status);
  });
}

interface Step {
  did: (typeof completedActions)[number];
  /** Without it, the form is a signature. */
  form?: SendableForm;
  errors?: FormError[];
  send: (context: ActionFunctionArgs['context']) => Promise<unknown>;
}

function stepOf(form: FormData, words: Catalog, locale: 'EN' | 'ES'): Step | null {
  const [typeId, id, version] = [shortText(form, 'type'), shortText(form, 'id'), Number(shortText(form, 'version'))];
  switch (form.get('do')) {
    case 'sign': {
      const values = signForm.read(form);
      const input = { typeId, version, locale, ...signForm.input(values) };
      return {
        did: 'signed',
        errors: signForm.errors(values, words),
        send: (context) => queryApi(context, api.SignWaiver, { input }),
      };
    }
    case 'ask-guardian': {
      const values = guardianForm.read(form);
      const input = { typeId, version, locale, ...guardianForm.input(values) };
      return {
        did: 'asked',
        form: guardianForm,
        errors: guardianForm.errors(values, words),
        send: (context) => queryApi(context, api.SignWaiver, { input }),
      };
    }
    case 'claim': {
      const values = evidenceForm.read(form);
      return {
        did: 'claimed',
        form: evidenceForm,
        errors: evidenceForm.errors(values, words),
        send: (context) => queryApi(context, api.ClaimCredential, { input: { typeId, ...evidenceForm.input(values) } }),
      };
    }
    case 'withdraw':
      return { did: 'withdrawn', send: (context) => queryApi(context, api.WithdrawCredential, { id }) };
    case 'disclose':
      return { did: 'disclosed', send: (context) => queryApi(context, api.AcknowledgeDisclosure, { id, version }) };
    case 'authorise': {
      const values = signForm.read(form);
      return {
        did: 'authorised',
        errors: signForm.errors(values, words),
        send: (context) => queryApi(context, api.AuthoriseScreening, { id, ...values }),
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
  if (!loaded) return <SignedOutMeanwhile fields={endedForm(answer)} />;
  const t = words.site.credentials;
  const formState: FormState = answer && 'errors' in answer ? answer : { errors: [], typed: {} };
  const { type, text, did } = loaded;
  const nameOf = (one: { name: string; nameEs: string }) => (locale === 'es' ? one.nameEs : one.name);
  const title = type ? nameOf(type) : t.title;
  return (
    <PersonalPage
      title={title}
      errors={formState.errors}
      back={{ to: type ? currentPath : '/account', label: type ? t.title : words.site.account.title }}
      done={did && t.did[did]}
    >
      {type ? (
        <CredentialTask
          type={type}
          text={text}
          heldCredentials={loaded.me?.volunteer?.credentials ?? []}
          isMinor={loaded.me?.volunteer?.isMinor ?? false}
          submittedValues={formState.typed}
          errors={formState.errors}
        />
      ) : (
        <CredentialList result={loaded} />
      )}
    </PersonalPage>
  );
}

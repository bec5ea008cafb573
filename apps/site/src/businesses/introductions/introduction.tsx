import { catalogOf } from '@upstander/web-kit';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { queryApi, notFound } from '../../api/ask';
import type { FormError } from '../../forms/error-summary';
import { sendForm } from '../../forms/send-form';
import { BackLink } from '../../frame/back-link';
import { localeOf } from '../../request/locale';
import { usePage } from '../../request/page-context';
import { BusinessFrame } from '../business-frame';
import { querySignedIn, endedForm, withSession } from '../signed-in';
import { SignedOutMeanwhile } from '../signed-out-meanwhile';
import { AnswerForm, SharedDetails } from './answer-form';
import { messageForm, Messages } from './messages';
import { AnswerIntroduction, MyIntroduction, WriteToAdvocate } from './queries';

export async function loader(args: LoaderFunctionArgs) {
  const { business = '', introduction = '' } = args.params;
  const answer = await querySignedIn(args, MyIntroduction, { business, id: introduction });
  if (!answer) return null;
  if (!answer.myBusiness) throw notFound();
  const completedAction = new URL(args.request.url).searchParams.get('did');
  const page = { business: answer.myBusiness, email: answer.me?.email ?? '', introduction: answer.myIntroduction };
  return data({ ...page, completedAction, key: crypto.randomUUID() }, { status: answer.myIntroduction ? 200 : 404 });
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const words = catalogOf(localeOf(request));
  const { business = '', introduction: id = '' } = params;
  const currentPath = `/business/${business}/introductions/${id}`;
  const form = await request.formData();
  const values = messageForm.read(form);
  return withSession(context, form, async () => {
    const answer = (['INTERESTED', 'NOT_NOW'] as const).find((name) => name === form.get('answer'));
    const typed = { form: messageForm, values, errors: answer ? [] : messageForm.errors(values, words) };
    const sent = await sendForm<typeof values, unknown>(context, words, typed, () =>
      answer
        ? queryApi(context, AnswerIntroduction, { input: { id, answer } })
        : queryApi(context, WriteToAdvocate, { input: { introductionId: id, ...messageForm.input(values) } }),
    );
    return sent.isSent ? redirect(`${currentPath}?did=${answer ? 'answered' : 'sent'}`, 303) : data(sent, sent.status);
  });
}

export default function Introduction() {
  const { words } = usePage();
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (!loaded) return <SignedOutMeanwhile fields={endedForm(answer)} />;
  const { business, email, introduction, completedAction, key } = loaded;
  const t = words.site.business.inbox;
  const formState = answer && 'values' in answer ? answer : undefined;
  const errors: FormError[] = (introduction && formState?.errors) ?? [];
  const confirmations: Partial<Record<string, string>> = t.did;
  return (
    <BusinessFrame
      business={business}
      email={email}
      tab="introductions"
      title={t.title}
      errors={errors}
      confirmation={completedAction === null || !introduction ? undefined : confirmations[completedAction]}
    >
      <BackLink to={`/business/${business.id}/introductions`}>{t.all}</BackLink>
      {introduction ? (
        <>
          <h1>{introduction.alias}</h1>
          <SharedDetails business={business.id} introduction={introduction} />
          <AnswerForm introduction={introduction} />
          <Messages
            introduction={introduction}
            body={formState?.values.body ?? ''}
            formKey={formState?.values.key ?? key}
            errors={errors}
          />
        </>
      ) : (
        <>
          <h1>{t.goneTitle}</h1>
          <p className="lead">{t.goneText}</p>
        </>
      )}
    </BusinessFrame>
  );
}

import { catalogueOf } from '@upstander/web-kit';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { queryApi, notFound } from '../../api/ask';
import type { FormError } from '../../forms/error-summary';
import { Icon } from '../../frame/icons';
import { localeOf } from '../../request/locale';
import { usePage } from '../../request/page-context';
import { runMutation } from '../attempt';
import { BusinessFrame } from '../business-frame';
import { querySignedIn, endedForm, withSession } from '../signed-in';
import { SignedOutMeanwhile } from '../signed-out-meanwhile';
import { AnswerForm, Shared } from './answer-form';
import { messageForm, Messages } from './messages';
import { AnswerIntroduction, MyIntroduction, WriteToAdvocate } from './queries';

export async function loader(args: LoaderFunctionArgs) {
  const { business = '', introduction = '' } = args.params;
  const answer = await querySignedIn(args, MyIntroduction, { business, id: introduction });
  if (!answer) return null;
  if (!answer.myBusiness) throw notFound();
  const did = new URL(args.request.url).searchParams.get('did');
  const page = { business: answer.myBusiness, email: answer.me?.email ?? '', introduction: answer.myIntroduction };
  return data({ ...page, did, key: crypto.randomUUID() }, { status: answer.myIntroduction ? 200 : 404 });
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const words = catalogueOf(localeOf(request));
  const { business = '', introduction: id = '' } = params;
  const here = `/business/${business}/introductions/${id}`;
  const form = await request.formData();
  const typed = messageForm.read(form);
  const { body, key } = typed;
  const wrong = (errors: FormError[], status: number, newKey = false) =>
    data({ errors, body, key: newKey ? crypto.randomUUID() : key }, status);
  return withSession(context, form, async () => {
    const answer = (['INTERESTED', 'NOT_NOW'] as const).find((name) => name === form.get('answer'));
    if (answer) {
      const no = await runMutation(context, words, {}, () =>
        queryApi(context, AnswerIntroduction, { input: { id, answer } }),
      );
      return no ? wrong(no.errors, no.status) : redirect(`${here}?did=answered`, 303);
    }
    const errors = messageForm.errors(typed, words);
    if (errors.length > 0) return wrong(errors, 422);
    const input = { introductionId: id, body, ...(key !== '' && { idempotencyKey: key }) };
    const no = await runMutation(context, words, messageForm.texts(words), () =>
      queryApi(context, WriteToAdvocate, { input }),
    );
    return no ? wrong(no.errors, no.status, no.newKey) : redirect(`${here}?did=sent`, 303);
  });
}

export default function Introduction() {
  const { words } = usePage();
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (!loaded) return <SignedOutMeanwhile typed={endedForm(answer)} />;
  const { business, email, introduction, did, key } = loaded;
  const t = words.site.business.inbox;
  const formState = answer && 'body' in answer ? answer : undefined;
  const errors: FormError[] = (introduction && formState?.errors) ?? [];
  const done: Partial<Record<string, string>> = t.did;
  return (
    <BusinessFrame
      business={business}
      email={email}
      tab="introductions"
      title={t.title}
      errors={errors}
      done={did === null || !introduction ? undefined : done[did]}
    >
      <a className="back" href={`/business/${business.id}/introductions`}>
        <Icon name="back" />
        {t.all}
      </a>
      {introduction ? (
        <>
          <h1>{introduction.alias}</h1>
          <Shared business={business.id} introduction={introduction} />
          <AnswerForm introduction={introduction} />
          <Messages
            introduction={introduction}
            body={formState?.body ?? ''}
            formKey={formState?.key ?? key}
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

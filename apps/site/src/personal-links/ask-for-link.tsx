import { ApiRefusal, type TadaDocumentNode } from '@upstander/api-client';
import { catalogOf, models, refusalText } from '@upstander/web-kit';
import type { ReactNode } from 'react';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { queryApi } from '../api/ask';
import { SubmitButton } from '../frame/button';
import { PageHead } from '../frame/page-head';
import { PlainPage } from '../frame/plain-page';
import { localeName, localeOf } from '../request/locale';
import { EmailField } from '../forms/email-field';
import { ErrorSummary } from '../forms/error-summary';
import { defineForm } from '../forms/define-form';
import { Puzzle, puzzleOf } from '../forms/puzzle';

const form = defineForm(models.RequestMyDataInput, ({ site }) => site.signIn, { email: {}, solution: {} });

export function isLinkSent({ request }: LoaderFunctionArgs) {
  return { sent: new URL(request.url).searchParams.get('sent') === '1' };
}

/** Known and unknown addresses get the same response. */
export async function mailLink<Data>(
  { request, context }: ActionFunctionArgs,
  document: TadaDocumentNode<Data, { input: { email: string; locale?: 'EN' | 'ES' | null; solution?: string | null } }>,
  path: `/${string}`,
) {
  const locale = localeOf(request);
  const words = catalogOf(locale);
  const values = form.read(await request.formData());
  const { email } = values;
  const errors = form.errors(values, words);
  if (errors.length > 0) return data({ email, errors, puzzle: null }, 422);
  try {
    await queryApi(context, document, { input: { ...form.input(values), locale: localeName(locale) } });
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error;
    const text = refusalText(words, error.code);
    if (error.code === 'SOLUTION_NEEDED') {
      return data({ email, errors: [{ field: 'send', text }], puzzle: puzzleOf(error.details) }, 429);
    }
    const status = error.code === 'TOO_MANY_TRIES' ? 429 : 422;
    return data({ email, errors: [{ field: 'email', text }], puzzle: null }, status);
  }
  return redirect(`${path}?sent=1`, 303);
}

interface PageTexts {
  title: string;
  lead: string;
  email: string;
  emailHint: string;
  submit: string;
  sentTitle: string;
  sentText: string;
  sentHint: string;
}

export function AskForLink({ path, texts, children }: { path: `/${string}`; texts: PageTexts; children?: ReactNode }) {
  const { sent } = useLoaderData<typeof isLinkSent>();
  const actionData = useActionData<typeof mailLink>();
  const errors = actionData?.errors ?? [];
  if (sent && actionData === undefined) {
    return (
      <PlainPage icon="speech" title={texts.sentTitle} text={texts.sentText}>
        <p>{texts.sentHint}</p>
      </PlainPage>
    );
  }
  return (
    <div className="narrow">
      <PageHead title={texts.title} errors={errors} description={texts.lead} />
      <ErrorSummary errors={errors} />
      <h1>{texts.title}</h1>
      <p className="lead">{texts.lead}</p>
      <form className="panel" method="post" action={path} noValidate>
        <EmailField {...form.controls(actionData ?? {}, errors)('email')} label={texts.email} hint={texts.emailHint} />
        <Puzzle />
        <SubmitButton label={texts.submit} look="large" id="send" data-proves="" />
      </form>
      {children}
    </div>
  );
}

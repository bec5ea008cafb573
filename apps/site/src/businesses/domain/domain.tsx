import { ApiRefusal, graphql } from '@upstander/api-client';
import { catalogOf, refusalText } from '@upstander/web-kit';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { queryApi } from '../../api/ask';
import { ErrorSummary, type FormError } from '../../forms/error-summary';
import { ButtonLink } from '../../frame/button';
import { PageHead } from '../../frame/page-head';
import { PlainPage } from '../../frame/plain-page';
import { pathOfPage } from '../../request/page-path';
import { localeOf } from '../../request/locale';
import { usePage } from '../../request/page-context';
import { BusinessLinkGone } from '../link-gone';

const ConfirmDomain = graphql(`
  mutation ConfirmDomain($token: String!) {
    confirmDomain(token: $token) {
      ok
    }
  }
`);

export function loader({ request }: LoaderFunctionArgs) {
  return { done: new URL(request.url).searchParams.get('did') === 'confirm' };
}

/** Verification needs a button, because mail scanners follow links. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const words = catalogOf(localeOf(request));
  const token = params['token'] ?? '';
  const errorResponse = (errors: FormError[], isGone: boolean, status: number) => data({ errors, isGone }, status);
  try {
    await queryApi(context, ConfirmDomain, { token });
  } catch (error) {
    if (!(error instanceof ApiRefusal)) {
      context.report(error);
      return errorResponse([{ text: words.site.business.status.failed }], false, 503);
    }
    if (error.code === 'TOO_MANY_TRIES') return errorResponse([{ text: refusalText(words, error.code) }], false, 429);
    return errorResponse([], true, 404);
  }
  return redirect(`${pathOfPage(request)}?did=confirm`, 303);
}

export default function Domain() {
  const { words } = usePage();
  const { done } = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  const t = words.site.business.status;
  if (actionData?.isGone) return <BusinessLinkGone />;
  if (done && actionData === undefined) {
    return (
      <PlainPage icon="check" title={t.domainDoneTitle} text={t.domainDoneText}>
        <p className="actions">
          <ButtonLink to="/business/home" label={t.toHome} />
        </p>
      </PlainPage>
    );
  }
  const errors = actionData?.errors ?? [];
  return (
    <div className="narrow plain">
      <PageHead title={t.domainTitle} isPersonal />
      <ErrorSummary errors={errors} />
      <h1>{t.domainTitle}</h1>
      <p className="lead">{t.domainLead}</p>
      <form className="actions" method="post">
        <button className="button large">{t.domainConfirm}</button>
      </form>
      <p>{t.domainNot}</p>
    </div>
  );
}

import { ApiRefusal } from '@upstander/api-client';
import { catalogOf, refusalText, shortDate } from '@upstander/web-kit';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { queryApi, orNull } from '../../api/ask';
import { ErrorSummary } from '../../forms/error-summary';
import { SubmitButton } from '../../frame/button';
import { Icon } from '../../frame/icons';
import { PageHead } from '../../frame/page-head';
import { pathOfPage } from '../../request/page-path';
import { localeOf } from '../../request/locale';
import { usePage } from '../../request/page-context';
import type { SiteContext } from '../../request/site-context';
import { BusinessLinkGone } from '../link-gone';
import { FillByToken, OpportunityByToken, RenewByToken, type OpportunityByTokenData } from './queries';
import { renewalOutcome } from './renewing';

async function opportunityOf(context: SiteContext, token: string): Promise<OpportunityByTokenData | null> {
  const result = await queryApi(context, OpportunityByToken, { token }).catch(orNull);
  return result?.opportunityByToken ?? null;
}

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const opportunity = await opportunityOf(context, params['token'] ?? '');
  const completedAction = (['renewed', 'sent', 'filled'] as const).find(
    (name) => name === new URL(request.url).searchParams.get('did'),
  );
  return data(
    { opportunity, completedAction: completedAction ?? null },
    { status: opportunity || completedAction ? 200 : 404 },
  );
}

/** Opening the emailed link changes nothing; the two buttons do. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const words = catalogOf(localeOf(request));
  const token = params['token'] ?? '';
  const form = await request.formData();
  const input = { token };
  const errorResponse = (text: string, status: number) => data({ errors: [{ text }] }, status);
  let completedAction: string;
  try {
    switch (form.get('do')) {
      case 'renew':
        completedAction = renewalOutcome((await queryApi(context, RenewByToken, { input })).renewByToken);
        break;
      case 'fill':
        await queryApi(context, FillByToken, { input });
        completedAction = 'filled';
        break;
      default:
        return errorResponse(words.site.badRequest.text, 400);
    }
  } catch (error) {
    if (error instanceof ApiRefusal) {
      return errorResponse(refusalText(words, error.code), error.code === 'TOO_MANY_TRIES' ? 429 : 422);
    }
    context.report(error);
    return errorResponse(words.site.business.status.failed, 503);
  }
  return redirect(`${pathOfPage(request)}?did=${completedAction}`, 303);
}

export default function OpportunityLink() {
  const { words, locale, timeZone } = usePage();
  const { opportunity, completedAction } = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  const t = words.site.business.opportunities;
  const errors = actionData?.errors ?? [];
  if (!opportunity && completedAction === null) return <BusinessLinkGone />;
  const isQuestion = completedAction === null && opportunity !== null && (opportunity.mayRenew || opportunity.isShown);
  const title = completedAction === null ? t.linkTitle : t.did[completedAction];
  return (
    <div className="narrow plain">
      <PageHead title={title} isPersonal />
      <ErrorSummary errors={errors} />
      {completedAction !== null && (
        <p className="seal">
          <Icon name="check" />
        </p>
      )}
      <h1>{title}</h1>
      {opportunity && <p className="lead">{sentence(opportunity)}</p>}
      {isQuestion ? (
        <form method="post">
          <p className="actions">
            {opportunity.mayRenew && <SubmitButton action="renew" label={t.renew} look="large" />}
            <SubmitButton action="fill" label={t.fill} look="quiet large" />
          </p>
          {opportunity.mayRenew && opportunity.renewalNeedsReview && <p className="small">{t.renewReview}</p>}
        </form>
      ) : (
        completedAction === null && <p>{t.linkNothing}</p>
      )}
      <p className="aside">
        <a href="/business/home">{t.linkHome}</a>
      </p>
    </div>
  );

  function sentence({ title: name, expiresAt, isShown }: OpportunityByTokenData): string {
    if (!isShown || expiresAt === null) return t.linkTextGone({ title: name });
    return t.linkText({ title: name, until: shortDate(locale, new Date(expiresAt), timeZone) });
  }
}

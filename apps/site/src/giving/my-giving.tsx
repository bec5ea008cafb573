import { ApiRefusal } from '@upstander/api-client';
import { catalogOf, refusalText } from '@upstander/web-kit';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { queryApi, orNull } from '../api/ask';
import { ErrorSummary } from '../forms/error-summary';
import { ButtonLink, SubmitButton } from '../frame/button';
import { Done } from '../frame/done';
import { PageHead } from '../frame/page-head';
import { GiftLinkGone } from '../gifts/gift-link-gone';
import { pathOfPage } from '../request/page-path';
import { localeOf } from '../request/locale';
import { usePage } from '../request/page-context';
import { MyRecurringGifts } from '../recurring-gifts/my-recurring-gifts';
import { GivenTable } from './given-table';
import { MyGiving, StopAppeals } from './queries';
import { StatementTable } from './statement-table';

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const token = params['token'] ?? '';
  const query = new URL(request.url).searchParams;
  const after = query.get('after');
  const result = await queryApi(context, MyGiving, { token, after }).catch(orNull);
  const giving = result?.myGiving ?? null;
  const page = { giving, isStopped: query.get('did') === 'stop', currentPath: pathOfPage(request) };
  return data(page, { status: giving ? 200 : 404 });
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const token = params['token'] ?? '';
  const words = catalogOf(localeOf(request));
  await request.formData();
  try {
    await queryApi(context, StopAppeals, { input: { token } });
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error;
    return data({ errors: [{ text: refusalText(words, error.code) }] }, 422);
  }
  return redirect(`${pathOfPage(request)}?did=stop`, 303);
}

export default function MyGivingPage() {
  const { words } = usePage();
  const { giving, isStopped, currentPath } = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  const t = words.site.giving;
  if (!giving) return <GiftLinkGone />;
  const gifts = giving.gifts.edges.map(({ node }) => node);
  const next = giving.gifts.pageInfo.hasNextPage ? giving.gifts.pageInfo.endCursor : null;
  return (
    <div className="narrow my-giving">
      <PageHead title={t.title} isPersonal />
      <ErrorSummary errors={actionData?.errors ?? []} />
      {isStopped && <Done>{t.stopped}</Done>}
      <h1>{t.title}</h1>
      <p className="lead">{t.forWhom({ email: giving.emailMasked })}</p>
      {giving.recurringGifts.length > 0 && <MyRecurringGifts recurringGifts={giving.recurringGifts} />}
      {giving.years.length > 0 && <StatementTable years={giving.years} />}
      <section aria-labelledby="gifts-heading">
        <h2 id="gifts-heading">{t.gifts}</h2>
        {gifts.length === 0 ? <p>{t.noGifts}</p> : <GivenTable gifts={gifts} />}
        {next !== null && (
          <p className="pager">
            <ButtonLink
              to={`${currentPath}?after=${encodeURIComponent(next)}`}
              label={t.more}
              look="quiet"
              arrow
              rel="next"
            />
          </p>
        )}
      </section>
      <section className="aside" aria-labelledby="news-heading">
        <h2 id="news-heading">{t.updatesTitle}</h2>
        <p>{giving.updatesWanted ? t.updatesOn : t.updatesOff}</p>
        {giving.updatesWanted && (
          <form method="post" action={currentPath}>
            <SubmitButton action="stop" label={t.stop} look="quiet" />
          </form>
        )}
        <p className="actions">
          <a href="/fundraisers">{t.giveAgain}</a>
        </p>
      </section>
    </div>
  );
}

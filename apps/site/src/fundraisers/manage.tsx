import { catalogueOf } from '@upstander/web-kit';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { ApiRefusal, ask } from '../api/ask';
import { Progress } from '../campaigns/progress';
import { ShareLinks } from '../campaigns/share';
import { ErrorSummary } from '../forms/error-summary';
import { Icon } from '../frame/icons';
import { ownFile } from '../frame/own-file';
import { PageHead } from '../frame/page-head';
import { localeOf } from '../request/locale';
import { usePage } from '../request/page-context';
import type { SiteContext } from '../request/site-context';
import { EditForm } from './edit-form';
import { actOnFundraiser, dids, type Did } from './fundraiser-actions';
import { FundraiserMoment } from './fundraiser-moment';
import { NewsForm } from './news-form';
import { MyFundraiser, type MyFundraiserData } from './queries';

async function fundraiserOf(context: SiteContext, token: string): Promise<MyFundraiserData | null> {
  const answer = await ask(context, MyFundraiser, { token }).catch((error: unknown) => {
    if (error instanceof ApiRefusal && (error.code === 'NOT_FOUND' || error.code === 'BAD_INPUT')) return null;
    throw error;
  });
  return answer?.myFundraiser ?? null;
}

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const token = params['token'] ?? '';
  const mine = await fundraiserOf(context, token);
  const query = new URL(request.url).searchParams;
  const did = dids.find((name) => name === query.get('did')) ?? null;
  const here = `/fundraiser/${encodeURIComponent(token)}`;
  return data({ mine, did, here, key: crypto.randomUUID() }, { status: mine ? 200 : 404 });
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const token = params['token'] ?? '';
  const words = catalogueOf(localeOf(request));
  const form = await request.formData();
  const mine = await fundraiserOf(context, token);
  if (!mine) return data({ errors: [], edit: undefined, news: undefined }, 404);
  const outcome = await actOnFundraiser(context, token, mine, form, words);
  if (outcome.kind === 'did') return redirect(`/fundraiser/${encodeURIComponent(token)}?did=${outcome.what}`, 303);
  const { errors, edit, news, status } = outcome;
  return data({ errors, edit, news }, status);
}

export default function ManageFundraiser() {
  const { words } = usePage();
  const { mine, did, here, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = words.site.fundraiser;
  if (!mine) return <FundraiserLinkGone />;
  const errors = answer?.errors ?? [];
  return (
    <div className="narrow manage">
      <PageHead title={errors.length > 0 ? `${words.site.errors.titlePrefix}: ${t.title}` : t.title} personal />
      <ErrorSummary errors={errors} />
      {did !== null && errors.length === 0 && (
        <p className="note green" role="status">
          <Icon name="check" />
          {saysDone(did, t)}
        </p>
      )}
      <p className="greeting">{mine.title}</p>
      <FundraiserMoment mine={mine} here={here} />
      {mine.publicUrl !== null && <Public mine={mine} url={mine.publicUrl} />}
      {mine.mayPostUpdates && (
        <NewsForm mine={mine} typed={answer?.news ?? null} errors={errors} here={here} fresh={key} />
      )}
      {(mine.wordsEditable || mine.editable) && mine.status !== 'UNCONFIRMED' && (
        <EditForm mine={mine} typed={answer?.edit ?? null} errors={errors} here={here} />
      )}
    </div>
  );
}

function saysDone(did: Did, t: { confirmed: string; saved: string; savedAgain: string; posted: string }): string {
  const texts: Record<Did, string> = { confirm: t.confirmed, save: t.saved, again: t.savedAgain, post: t.posted };
  return texts[did];
}

/** What there is to show once it is public: how far it has come, and its link. */
function Public({ mine, url }: { mine: MyFundraiserData; url: string }) {
  const { words, publicUrl } = usePage();
  const path = ownFile(url);
  return (
    <section className="panel" aria-label={words.site.campaign.progress}>
      <Progress raised={mine.raised} goal={mine.goal} giftCount={mine.giftCount} large />
      <p className="actions">
        <a className="button quiet" href={path}>
          {words.site.fundraiser.seePage}
          <Icon name="arrow" />
        </a>
      </p>
      <ShareLinks url={publicUrl + (path ?? '')} title={mine.title} />
    </section>
  );
}

/** An old or cut link of whoever looks after a fundraiser or a page. */
export function FundraiserLinkGone() {
  const { words } = usePage();
  const t = words.site.fundraiser;
  return (
    <div className="narrow plain">
      <PageHead title={t.linkGoneTitle} personal />
      <h1>{t.linkGoneTitle}</h1>
      <p className="lead">{t.linkGoneText}</p>
      <p className="actions">
        <a className="button" href="/fundraisers">
          {words.site.campaign.otherCampaigns}
        </a>
      </p>
    </div>
  );
}

import { catalogueOf, type Catalogue } from '@upstander/web-kit';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { ApiRefusal, ask } from '../api/ask';
import { Progress } from '../campaigns/progress';
import { ShareLinks } from '../campaigns/share';
import { ErrorSummary, type FormError } from '../forms/error-summary';
import { refused } from '../forms/refused';
import { Icon } from '../frame/icons';
import { ownFile } from '../frame/own-file';
import { PageHead } from '../frame/page-head';
import { FundraiserLinkGone } from '../fundraisers/manage';
import { localeOf } from '../request/locale';
import { usePage } from '../request/page-context';
import type { SiteContext } from '../request/site-context';
import { EditPageForm } from './edit-page-form';
import { pageErrors, pageGoal, pageTexts, readPage, type PageValues } from './page-values';
import { ConfirmPage, EditMyPage, MyPage, type MyPageData } from './queries';

async function pageOf(context: SiteContext, token: string): Promise<MyPageData | null> {
  const answer = await ask(context, MyPage, { token }).catch((error: unknown) => {
    if (error instanceof ApiRefusal && (error.code === 'NOT_FOUND' || error.code === 'BAD_INPUT')) return null;
    throw error;
  });
  return answer?.myPage ?? null;
}

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const token = params['token'] ?? '';
  const mine = await pageOf(context, token);
  const query = new URL(request.url).searchParams;
  const did = (['confirm', 'save'] as const).find((name) => name === query.get('did')) ?? null;
  return data({ mine, did, here: `/page/${encodeURIComponent(token)}` }, { status: mine ? 200 : 404 });
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const token = params['token'] ?? '';
  const words = catalogueOf(localeOf(request));
  const form = await request.formData();
  const mine = await pageOf(context, token);
  const wrong = (errors: FormError[], status: number, typed?: PageValues) => data({ errors, typed }, status);
  if (!mine) return wrong([], 404);
  const values = readPage(form);
  const saves = form.get('do') === 'save';
  if (!saves && form.get('do') !== 'confirm') return wrong([{ text: words.site.badRequest.text }], 400);
  const errors = saves ? checked(values, mine, words) : [];
  if (errors.length > 0) return wrong(errors, 422, values);
  try {
    if (saves) {
      const changed = mine.wordsEditable ? { title: values.title, story: values.story } : {};
      await ask(context, EditMyPage, { input: { token, ...changed, goal: pageGoal(values, mine.currency) } });
    } else await ask(context, ConfirmPage, { input: { token } });
  } catch (error) {
    const no = refused(error, context, words, { texts: pageTexts(words), failed: words.site.fundraiser.failed });
    return wrong(no.errors, no.status, saves ? values : undefined);
  }
  return redirect(`/page/${encodeURIComponent(token)}?did=${saves ? 'save' : 'confirm'}`, 303);
}

/** Words that cannot be changed now were not in the form, so they are not looked at. */
function checked(values: PageValues, mine: MyPageData, words: Catalogue): FormError[] {
  return pageErrors(mine.wordsEditable ? values : { ...values, title: mine.title, story: '' }, mine.currency, words);
}

export default function ManagePage() {
  const { words } = usePage();
  const { mine, did, here } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = words.site.fundraiser;
  if (!mine) return <FundraiserLinkGone />;
  const errors = answer?.errors ?? [];
  return (
    <div className="narrow manage">
      <PageHead title={errors.length > 0 ? `${words.site.errors.titlePrefix}: ${t.myPage}` : t.myPage} personal />
      <ErrorSummary errors={errors} />
      {did !== null && errors.length === 0 && (
        <p className="note green" role="status">
          <Icon name="check" />
          {did === 'save' ? t.saved : t.confirmed}
        </p>
      )}
      <p className="greeting">{mine.title}</p>
      <Moment mine={mine} here={here} />
      {mine.publicUrl !== null && <Public mine={mine} url={mine.publicUrl} />}
      {mine.status !== 'UNCONFIRMED' && mine.status !== 'HIDDEN' && (
        <EditPageForm mine={mine} typed={answer?.typed ?? null} errors={errors} here={here} />
      )}
      <p className="aside">
        {words.site.campaign.partOf} <a href={`/fundraisers/${mine.campaignSlug}`}>{mine.campaignTitle}</a>
      </p>
    </div>
  );
}

function Moment({ mine, here }: { mine: MyPageData; here: string }) {
  const { words } = usePage();
  const t = words.site.fundraiser;
  const says = {
    UNCONFIRMED: { title: t.confirmTitle, text: t.pageConfirmText, icon: 'person', tone: ' amber' },
    IN_REVIEW: { title: t.pageReviewTitle, text: t.reviewText, icon: 'clock', tone: ' amber' },
    LIVE: { title: t.pageLiveTitle, text: t.liveText, icon: 'heart', tone: '' },
    HIDDEN: { title: t.pageHiddenTitle, text: t.pageHiddenText, icon: 'alert', tone: ' clay' },
  } as const;
  const { title, text, icon, tone } = says[mine.status];
  return (
    <>
      <p className={`seal${tone}`}>
        <Icon name={icon} />
      </p>
      <h1>{title}</h1>
      <p className="lead">{text}</p>
      {mine.status === 'UNCONFIRMED' && (
        <form className="actions" method="post" action={here}>
          <button className="button large" name="do" value="confirm">
            {t.confirm}
          </button>
        </form>
      )}
    </>
  );
}

function Public({ mine, url }: { mine: MyPageData; url: string }) {
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

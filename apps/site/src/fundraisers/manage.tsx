import { catalogOf, type Catalog } from '@upstander/web-kit';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { queryApi, orNull } from '../api/ask';
import { ErrorSummary } from '../forms/error-summary';
import { Done } from '../frame/done';
import { PageHead } from '../frame/page-head';
import { pathOfPage } from '../request/page-path';
import { localeOf } from '../request/locale';
import { usePage } from '../request/page-context';
import type { SiteContext } from '../request/site-context';
import { EditState } from './edit-state';
import { EditForm } from './edit-form';
import { actOnFundraiser, completedActions, type CompletedAction } from './fundraiser-actions';
import { FundraiserLinkGone } from './fundraiser-link-gone';
import { FundraiserStatus } from './fundraiser-status';
import { NewsForm } from './news-form';
import { PublicPart } from './public-part';
import { GiftMails } from './gift-mails';
import { FundraiserTexts } from './fundraiser-texts';
import { MyFundraiser, type MyFundraiserData } from './queries';

async function fundraiserOf(context: SiteContext, token: string): Promise<MyFundraiserData | null> {
  const answer = await queryApi(context, MyFundraiser, { token }).catch(orNull);
  return answer?.myFundraiser ?? null;
}

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const token = params['token'] ?? '';
  const mine = await fundraiserOf(context, token);
  const query = new URL(request.url).searchParams;
  const did = completedActions.find((name) => name === query.get('did')) ?? null;
  const here = pathOfPage(request);
  return data({ mine, did, here, key: crypto.randomUUID() }, { status: mine ? 200 : 404 });
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const token = params['token'] ?? '';
  const words = catalogOf(localeOf(request));
  const form = await request.formData();
  const mine = await fundraiserOf(context, token);
  if (!mine) return data({ errors: [], edit: undefined, news: undefined }, 404);
  const outcome = await actOnFundraiser(context, token, mine, form, words);
  if (outcome.kind === 'did') return redirect(`${pathOfPage(request)}?did=${outcome.what}`, 303);
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
      <PageHead title={t.title} errors={errors} personal />
      <ErrorSummary errors={errors} />
      {did !== null && errors.length === 0 && <Done>{confirmationText(did, t)}</Done>}
      <p className="greeting" lang={mine.language}>
        {mine.title}
      </p>
      <FundraiserStatus mine={mine} here={here} />
      {mine.publicUrl === null && <FundraiserTexts mine={mine} />}
      {mine.edit !== null && <EditState edit={mine.edit} />}
      {mine.publicUrl !== null && <PublicPart mine={mine} url={mine.publicUrl} />}
      {mine.mayPostUpdates && (
        <NewsForm mine={mine} typed={answer?.news ?? null} errors={errors} here={here} fresh={key} />
      )}
      {mine.editable && <EditForm mine={mine} typed={answer?.edit ?? null} errors={errors} here={here} />}
      {mine.publicUrl !== null && <GiftMails wanted={mine.giftMails} here={here} />}
    </div>
  );
}

function confirmationText(did: CompletedAction, t: Catalog['site']['fundraiser']): string {
  const texts: Record<CompletedAction, string> = {
    confirm: t.confirmed,
    save: t.saved,
    again: t.savedAgain,
    post: t.posted,
    mails: t.saved,
  };
  return texts[did];
}

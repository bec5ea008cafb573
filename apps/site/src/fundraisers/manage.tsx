import { catalogOf, type Catalog } from '@upstander/web-kit';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { queryApi, orNull } from '../api/ask';
import { PersonalPage } from '../frame/personal-page';
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
import { PublicFundraiserPreview } from './public-part';
import { GiftMails } from './gift-mails';
import { FundraiserTexts } from './fundraiser-texts';
import { MyFundraiser, type MyFundraiserData } from './queries';

async function fundraiserOf(context: SiteContext, token: string): Promise<MyFundraiserData | null> {
  const result = await queryApi(context, MyFundraiser, { token }).catch(orNull);
  return result?.myFundraiser ?? null;
}

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const token = params['token'] ?? '';
  const fundraiser = await fundraiserOf(context, token);
  const query = new URL(request.url).searchParams;
  const completedAction = completedActions.find((name) => name === query.get('did')) ?? null;
  const currentPath = pathOfPage(request);
  return data(
    { fundraiser, completedAction, currentPath, key: crypto.randomUUID() },
    { status: fundraiser ? 200 : 404 },
  );
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const token = params['token'] ?? '';
  const words = catalogOf(localeOf(request));
  const form = await request.formData();
  const fundraiser = await fundraiserOf(context, token);
  if (!fundraiser) return data({ errors: [], edit: undefined, news: undefined }, 404);
  const outcome = await actOnFundraiser(context, token, fundraiser, form, words);
  if (outcome.kind === 'did') return redirect(`${pathOfPage(request)}?did=${outcome.completedAction}`, 303);
  const { errors, edit, news, status } = outcome;
  return data({ errors, edit, news }, status);
}

export default function ManageFundraiser() {
  const { words } = usePage();
  const { fundraiser, completedAction, currentPath, key } = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  const t = words.site.fundraiser;
  if (!fundraiser) return <FundraiserLinkGone />;
  const errors = actionData?.errors ?? [];
  return (
    <PersonalPage
      title={t.title}
      errors={errors}
      done={completedAction !== null && confirmationText(completedAction, t)}
      heading={null}
    >
      <p className="greeting" lang={fundraiser.language}>
        {fundraiser.title}
      </p>
      <FundraiserStatus fundraiser={fundraiser} currentPath={currentPath} />
      {fundraiser.publicUrl === null && <FundraiserTexts fundraiser={fundraiser} />}
      {fundraiser.edit !== null && <EditState edit={fundraiser.edit} />}
      {fundraiser.publicUrl !== null && <PublicFundraiserPreview fundraiser={fundraiser} url={fundraiser.publicUrl} />}
      {fundraiser.mayPostUpdates && (
        <NewsForm
          fundraiser={fundraiser}
          submittedValues={actionData?.news ?? null}
          errors={errors}
          currentPath={currentPath}
          newKey={key}
        />
      )}
      {fundraiser.editable && (
        <EditForm
          fundraiser={fundraiser}
          submittedValues={actionData?.edit ?? null}
          errors={errors}
          currentPath={currentPath}
        />
      )}
      {fundraiser.publicUrl !== null && <GiftMails isSubscribed={fundraiser.giftMails} currentPath={currentPath} />}
    </PersonalPage>
  );
}

function confirmationText(completedAction: CompletedAction, t: Catalog['site']['fundraiser']): string {
  const texts: Record<CompletedAction, string> = {
    confirm: t.confirmed,
    save: t.saved,
    again: t.savedAgain,
    post: t.posted,
    mails: t.saved,
  };
  return texts[completedAction];
}

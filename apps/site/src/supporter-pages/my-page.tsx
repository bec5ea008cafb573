import { catalogOf, refusalText, type Catalog } from '@upstander/web-kit';
import { data, redirect, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { queryApi, orNull } from '../api/ask';
import type { FormError } from '../forms/error-summary';
import { sendForm } from '../forms/send-form';
import { PersonalPage } from '../frame/personal-page';
import { StatusPanel } from '../frame/status-panel';
import { ConfirmForm } from '../fundraisers/confirm-form';
import { EditState } from '../fundraisers/edit-state';
import { GiftMails } from '../fundraisers/gift-mails';
import { FundraiserTexts } from '../fundraisers/fundraiser-texts';
import { FundraiserLinkGone } from '../fundraisers/fundraiser-link-gone';
import { PublicFundraiserPreview } from '../fundraisers/public-part';
import { pathOfPage } from '../request/page-path';
import { localeOf } from '../request/locale';
import { usePage } from '../request/page-context';
import type { SiteContext } from '../request/site-context';
import { EditPageForm } from './edit-page-form';
import { pageErrors, pageForm, pageGoal, type PageValues } from './page-values';
import { PhotoForm } from './photo-form';
import { ConfirmPage, EditMyPage, MyPage, RemoveMyPagePhoto, type MyPageData } from './queries';

async function pageOf(context: SiteContext, token: string): Promise<MyPageData | null> {
  const answer = await queryApi(context, MyPage, { token }).catch(orNull);
  return answer?.myPage ?? null;
}

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const token = params['token'] ?? '';
  const supporterPage = await pageOf(context, token);
  const query = new URL(request.url).searchParams;
  const did =
    (['confirm', 'save', 'mails', 'photo', 'remove-photo'] as const).find((name) => name === query.get('did')) ?? null;
  const facts = { supporterPage, did, refused: query.get('refused'), currentPath: pathOfPage(request) };
  return data(facts, { status: supporterPage ? 200 : 404 });
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const token = params['token'] ?? '';
  const words = catalogOf(localeOf(request));
  const form = await request.formData();
  const supporterPage = await pageOf(context, token);
  const errorResponse = (errors: FormError[], status: number, submittedValues?: PageValues) =>
    data({ errors, submittedValues }, status);
  if (!supporterPage) return errorResponse([], 404);
  const button = String(form.get('do'));
  const isSaving = button === 'save';
  const values = pageForm.read(form);
  const { title, story } = pageForm.input(values);
  const input = { token };
  const steps: Partial<Record<string, () => Promise<unknown>>> = {
    confirm: () => queryApi(context, ConfirmPage, { input }),
    'remove-photo': () => queryApi(context, RemoveMyPagePhoto, { input }),
    mails: () => queryApi(context, EditMyPage, { input: { token, giftMails: form.get('wanted') === '1' } }),
    save: () =>
      queryApi(context, EditMyPage, {
        // Texts that can't currently be changed were not in the form.
        input: {
          token,
          ...(supporterPage.canEditText && { title, story }),
          goal: pageGoal(values, supporterPage.currency),
        },
      }),
  };
  const step = Object.hasOwn(steps, button) ? steps[button] : undefined;
  if (!step) return errorResponse([{ text: words.site.badRequest.text }], 400);
  const only = supporterPage.canEditText ? (['title', 'story', 'goal'] as const) : (['goal'] as const);
  const errors = isSaving ? pageErrors(values, { currency: supporterPage.currency, only }, words) : [];
  const sent = await sendForm(context, words, { form: pageForm, values, errors }, step);
  if (!sent.isSent) return errorResponse(sent.errors, sent.status, isSaving ? values : undefined);
  return redirect(`${pathOfPage(request)}?did=${button}`, 303);
}

export default function ManagePage() {
  const { words } = usePage();
  const { supporterPage, did, refused, currentPath } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = words.site.fundraiser;
  if (!supporterPage) return <FundraiserLinkGone />;
  const errors: readonly FormError[] = answer?.errors ?? (refused === null ? [] : [photoError(refused, words)]);
  return (
    <PersonalPage title={t.myPage} errors={errors} done={did !== null && doneText(t, did)} heading={null}>
      <p className="greeting">{supporterPage.title}</p>
      <PageStatus supporterPage={supporterPage} currentPath={currentPath} />
      {(supporterPage.status === 'UNCONFIRMED' || supporterPage.status === 'IN_REVIEW') && (
        <FundraiserTexts fundraiser={supporterPage} />
      )}
      {supporterPage.edit !== null && <EditState edit={supporterPage.edit} />}
      {supporterPage.publicUrl !== null && (
        <PublicFundraiserPreview fundraiser={supporterPage} url={supporterPage.publicUrl} />
      )}
      {supporterPage.status !== 'HIDDEN' && (
        <EditPageForm
          supporterPage={supporterPage}
          submittedValues={answer?.submittedValues ?? null}
          errors={errors}
          currentPath={currentPath}
        />
      )}
      {supporterPage.status !== 'HIDDEN' && <PhotoForm supporterPage={supporterPage} currentPath={currentPath} />}
      {supporterPage.publicUrl !== null && (
        <GiftMails isSubscribed={supporterPage.giftMails} currentPath={currentPath} />
      )}
      <p className="aside">
        {words.site.campaign.partOf}{' '}
        <a href={`/fundraisers/${supporterPage.campaignSlug}`}>{supporterPage.campaignTitle}</a>
      </p>
    </PersonalPage>
  );
}

function PageStatus({ supporterPage, currentPath }: { supporterPage: MyPageData; currentPath: string }) {
  const { words } = usePage();
  const t = words.site.fundraiser;
  const refusalTexts = {
    UNCONFIRMED: { title: t.confirmTitle, text: t.pageConfirmText, icon: 'person', tone: 'amber' },
    IN_REVIEW: { title: t.pageReviewTitle, text: t.reviewText, icon: 'clock', tone: 'amber' },
    LIVE: { title: t.pageLiveTitle, text: t.liveText, icon: 'heart' },
    HIDDEN: { title: t.pageHiddenTitle, text: t.pageHiddenText, icon: 'alert', tone: 'clay' },
  } as const;
  return (
    <>
      <StatusPanel {...refusalTexts[supporterPage.status]} />
      {supporterPage.status === 'UNCONFIRMED' && <ConfirmForm currentPath={currentPath} />}
    </>
  );
}

function doneText({ confirmed, photo, saved }: Catalog['site']['fundraiser'], did: string): string {
  if (did === 'confirm') return confirmed;
  if (did === 'photo') return photo.sent;
  return did === 'remove-photo' ? photo.removed : saved;
}

/** The reason that an upload was refused, by its code. */
function photoError(code: string, words: Catalog): FormError {
  return code === 'BAD_INPUT'
    ? { field: 'photo', text: words.site.fundraiser.photo.incomplete }
    : { text: refusalText(words, code) };
}

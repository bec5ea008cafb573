import { catalogOf } from '@upstander/web-kit';
import { data, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router';
import { ApiRefusal } from '@upstander/api-client';
import { queryApi, orNotFound } from '../api/ask';
import { BackLink } from '../frame/back-link';
import { OpportunityGone } from '../opportunities/opportunity-gone';
import { contactInput, questionForm, readAnswers } from '../questions/answers';
import { BeginPage } from '../questions/begin-page';
import { CheckPage } from '../questions/check-page';
import { CodePage } from '../questions/code-page';
import { withNotices } from '../questions/notice-sample';
import type { NoticeSample } from '../questions/notice-preview';
import { advanceFlow, type Step, type FlowPosition } from '../questions/flow';
import { QuestionPage } from '../questions/question-page';
import { positionAfterRefusal } from '../questions/sent';
import { localeName, localeOf } from '../request/locale';
import { usePage } from '../request/page-context';
import type { SiteContext } from '../request/site-context';
import { Apply, OfferName } from './queries';

const flow: readonly Step[] = ['name', 'reach', 'leave', 'note'];

async function offerOf(context: SiteContext, slug: string | undefined) {
  const { opportunity } = await queryApi(context, OfferName, { slug: slug ?? '' }).catch(orNotFound);
  return opportunity;
}

/** Returns null only for offers that no longer exist; a temporary error is rethrown. */
function nullIfUnavailable(error: unknown): null {
  if (error instanceof Response) return null;
  throw error;
}

/** Returns a null offer instead of an error page: it may be filled while someone answers, and their input must not be lost. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const offer = await offerOf(context, params['slug']).catch(nullIfUnavailable);
  return data({ offer, key: crypto.randomUUID() }, { status: offer === null ? 404 : 200 });
}

interface Answer {
  position: FlowPosition | null;
  steps: readonly Step[];
  sample: NoticeSample | null;
  code: string | null;
}

/** All questions share this address. The answers travel in the form, and nothing is stored before the last page. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(request);
  const words = catalogOf(locale);
  const form = await request.formData();
  const answers = readAnswers(form);
  const { steps, sample } = await withNotices(flow, context, answers, locale);
  const position = advanceFlow(steps, answers, form, words);
  const respond = (changes: Partial<Answer>, status = 200) =>
    data<Answer>({ position: null, code: null, steps, sample, ...changes }, { status });
  if (position !== 'send') return respond({ position }, position.errors.length > 0 ? 422 : 200);
  const offer = await offerOf(context, params['slug']).catch(nullIfUnavailable);
  const respondGone = () => {
    const errors = [{ text: words.site.asking.offerGone }];
    return respond({ position: { step: 'check', answers, errors, isReturning: false } }, 410);
  };
  if (!offer) return respondGone();
  const { nameToUse, about: note, idempotencyKey } = questionForm.input(answers);
  try {
    const { applyToOpportunity } = await queryApi(context, Apply, {
      input: {
        opportunityId: offer.id,
        nameToUse,
        note,
        idempotencyKey,
        safeContact: contactInput(answers, { offersNotices: sample !== null }),
        language: localeName(locale),
      },
    });
    return respond({ code: applyToOpportunity.replyCode });
  } catch (error) {
    if (error instanceof ApiRefusal && error.code === 'OPPORTUNITY_CLOSED') return respondGone();
    const { position: retryPosition, status } = positionAfterRefusal(error, steps, answers, context, words);
    return respond({ position: retryPosition }, status);
  }
}

export default function ApplyPage() {
  const { words, path } = usePage();
  const { offer, key } = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  const t = words.site.asking;
  const address = path.split('?')[0] ?? path;
  if (actionData?.code) return <CodePage code={actionData.code} />;
  const position = actionData?.position;
  if (position && position.step !== 'start') {
    const { steps, sample } = actionData;
    const page = { flow: steps, sample, action: address };
    if (position.step === 'check') return <CheckPage {...page} position={position} noteQuestion={t.note} />;
    const note = { question: t.note, hint: t.noteHint };
    return <QuestionPage {...page} position={{ ...position, step: position.step }} note={note} />;
  }
  if (!offer) return <OpportunityGone />;
  return (
    <BeginPage
      title={t.applyTitle}
      heading={t.applyStart}
      lead={t.applyFor({ title: offer.title, business: offer.businessName })}
      points={t.applyPoints}
      action={address}
      formKey={key}
    >
      <BackLink to={`/opportunities/${offer.slug}`}>{t.backToOffer}</BackLink>
    </BeginPage>
  );
}

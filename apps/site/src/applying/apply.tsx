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
import { advanceFlow, type Step, type FlowPosition } from '../questions/flow';
import { QuestionPage } from '../questions/question-page';
import { refusedTurn } from '../questions/sent';
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
function nullIfGone(error: unknown): null {
  if (error instanceof Response) return null;
  throw error;
}

/**
 * Loads the offer, or null if it no longer exists.
 * That is not an error page: the offer may be filled while someone answers, and their input must not be lost.
 */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const offer = await offerOf(context, params['slug']).catch(nullIfGone);
  return data({ offer, key: crypto.randomUUID() }, { status: offer === null ? 404 : 200 });
}

interface Answer {
  turn: FlowPosition | null;
  code: string | null;
}

/** All questions share this address. The answers travel in the form, and nothing is stored before the last page. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(request);
  const words = catalogOf(locale);
  const form = await request.formData();
  const answers = readAnswers(form);
  const turn = advanceFlow(flow, answers, form, words);
  const answer = (shown: Partial<Answer>, status = 200) =>
    data<Answer>({ turn: null, code: null, ...shown }, { status });
  if (turn !== 'send') return answer({ turn }, turn.errors.length > 0 ? 422 : 200);
  const offer = await offerOf(context, params['slug']).catch(nullIfGone);
  const respondGone = () => {
    const errors = [{ text: words.site.asking.offerGone }];
    return answer({ turn: { step: 'check', answers, errors, returning: false } }, 410);
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
        safeContact: contactInput(answers),
        language: localeName(locale),
      },
    });
    return answer({ code: applyToOpportunity.replyCode });
  } catch (error) {
    if (error instanceof ApiRefusal && error.code === 'OPPORTUNITY_CLOSED') return respondGone();
    const { turn: again, status } = refusedTurn(error, flow, answers, context, words);
    return answer({ turn: again }, status);
  }
}

export default function ApplyPage() {
  const { words, path } = usePage();
  const { offer, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = words.site.asking;
  const address = path.split('?')[0] ?? path;
  if (answer?.code) return <CodePage code={answer.code} />;
  const turn = answer?.turn;
  if (turn?.step === 'check') return <CheckPage flow={flow} turn={turn} action={address} noteQuestion={t.note} />;
  if (turn && turn.step !== 'start') {
    const note = { question: t.note, hint: t.noteHint };
    return <QuestionPage flow={flow} turn={{ ...turn, step: turn.step }} action={address} note={note} />;
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

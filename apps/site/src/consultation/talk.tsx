import { ApiRefusal } from '@upstander/api-client';
import { catalogOf } from '@upstander/web-kit';
import { data, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, HeadersArgs, LoaderFunctionArgs } from 'react-router';
import { queryApi } from '../api/ask';
import { contactInput, questionForm, readAnswers, type Answers } from '../questions/answers';
import { BeginPage } from '../questions/begin-page';
import { CheckPage } from '../questions/check-page';
import { CodePage } from '../questions/code-page';
import { advanceFlow, type Step, type FlowPosition } from '../questions/flow';
import { QuestionPage } from '../questions/question-page';
import { refusedTurn } from '../questions/sent';
import { localeName, localeOf } from '../request/locale';
import { usePage } from '../request/page-context';
import { AskForTalk, TalkKey } from './queries';
import { sealedFields, Sealing } from './sealing';

const flow: readonly Step[] = ['name', 'reach', 'leave', 'note', 'language'];
const address = '/talk';

export async function loader({ context }: LoaderFunctionArgs) {
  // If the team's key is missing or can't be read, the server encrypts the text, so that the form always works.
  const teamKey = await queryApi(context, TalkKey, {}).then(
    ({ consultationKey }) => consultationKey,
    (error: unknown) => {
      if (!(error instanceof ApiRefusal)) context.report(error);
      return null;
    },
  );
  const headers = { 'content-security-policy': context.policy({ seals: teamKey !== null }) };
  return data({ teamKey, key: crypto.randomUUID() }, { headers });
}

export const headers = ({ loaderHeaders }: HeadersArgs): Headers => loaderHeaders;

interface Answer {
  turn: FlowPosition | null;
  code: string | null;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const locale = localeOf(request);
  const words = catalogOf(locale);
  const form = await request.formData();
  const typed = readAnswers(form);
  // New plain text replaces text that was encrypted before.
  const answers: Answers = typed.note === '' ? typed : { ...typed, keyId: '', wrappedKey: '', iv: '', ciphertext: '' };
  const turn = advanceFlow(flow, answers, form, words);
  const answer = (shown: Partial<Answer>, status = 200) =>
    data<Answer>({ turn: null, code: null, ...shown }, { status });
  if (turn !== 'send') return answer({ turn }, turn.errors.length > 0 ? 422 : 200);
  const { keyId, wrappedKey, iv, ciphertext } = answers;
  try {
    const { requestConsultation } = await queryApi(context, AskForTalk, {
      input: {
        ...questionForm.input(answers),
        safeContact: contactInput(answers),
        language: localeName(answers.language || locale),
        ...(ciphertext !== '' && { aboutSealed: { keyId, wrappedKey, iv, ciphertext } }),
      },
    });
    return answer({ code: requestConsultation.replyCode });
  } catch (error) {
    const { turn: again, status } = refusedTurn(error, flow, answers, context, words);
    return answer({ turn: again }, status);
  }
}

export default function Talk() {
  const { words } = usePage();
  const { teamKey, key } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = words.site.asking;
  if (answer?.code) return <CodePage code={answer.code} />;
  const turn = answer?.turn;
  if (turn?.step === 'check') return <CheckPage flow={flow} turn={turn} action={address} noteQuestion={t.about} />;
  if (turn && turn.step !== 'start') {
    const below = <Sealing teamKey={teamKey} answers={turn.answers} />;
    const note = { question: t.about, hint: t.aboutHint, below, fields: sealedFields };
    return <QuestionPage flow={flow} turn={{ ...turn, step: turn.step }} action={address} note={note} />;
  }
  return (
    <BeginPage
      title={t.talkTitle}
      heading={t.talkTitle}
      lead={t.talkLead}
      points={t.talkPoints}
      action={address}
      formKey={key}
      found
    >
      <p className="note amber">
        <a href="/help">{t.talkUrgent}</a>
      </p>
      <p>
        <a href="/reply">{words.site.opportunities.code}</a>
      </p>
    </BeginPage>
  );
}

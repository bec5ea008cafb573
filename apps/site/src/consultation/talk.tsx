import { ApiRefusal } from '@upstander/api-client';
import { catalogOf } from '@upstander/web-kit';
import { data, useActionData, useLoaderData } from 'react-router';
import type { ActionFunctionArgs, HeadersArgs, LoaderFunctionArgs } from 'react-router';
import { queryApi } from '../api/ask';
import { contactInput, questionForm, readAnswers, type Answers } from '../questions/answers';
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
import { AskForTalk, TalkKey } from './queries';
import { sealedFields, SealingFields } from './sealing';

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
  position: FlowPosition | null;
  steps: readonly Step[];
  sample: NoticeSample | null;
  code: string | null;
}

export async function action({ request, context }: ActionFunctionArgs) {
  const locale = localeOf(request);
  const words = catalogOf(locale);
  const form = await request.formData();
  const submittedValues = readAnswers(form);
  // New plain text replaces text that was encrypted before.
  const answers: Answers =
    submittedValues.note === ''
      ? submittedValues
      : { ...submittedValues, keyId: '', wrappedKey: '', iv: '', ciphertext: '' };
  const { steps, sample } = await withNotices(flow, context, answers, answers.language || locale);
  const position = advanceFlow(steps, answers, form, words);
  const respond = (changes: Partial<Answer>, status = 200) =>
    data<Answer>({ position: null, code: null, steps, sample, ...changes }, { status });
  if (position !== 'send') return respond({ position }, position.errors.length > 0 ? 422 : 200);
  const { keyId, wrappedKey, iv, ciphertext } = answers;
  try {
    const { requestConsultation } = await queryApi(context, AskForTalk, {
      input: {
        ...questionForm.input(answers),
        safeContact: contactInput(answers, { offersNotices: sample !== null }),
        language: localeName(answers.language || locale),
        ...(ciphertext !== '' && { aboutSealed: { keyId, wrappedKey, iv, ciphertext } }),
      },
    });
    return respond({ code: requestConsultation.replyCode });
  } catch (error) {
    const { position: retryPosition, status } = positionAfterRefusal(error, steps, answers, context, words);
    return respond({ position: retryPosition }, status);
  }
}

export default function Talk() {
  const { words } = usePage();
  const { teamKey, key } = useLoaderData<typeof loader>();
  const actionData = useActionData<typeof action>();
  const t = words.site.asking;
  if (actionData?.code) return <CodePage code={actionData.code} />;
  const position = actionData?.position;
  if (position && position.step !== 'start') {
    const { steps, sample } = actionData;
    const page = { flow: steps, sample, action: address };
    if (position.step === 'check') return <CheckPage {...page} position={position} noteQuestion={t.about} />;
    const sealingFields = <SealingFields teamKey={teamKey} answers={position.answers} />;
    const note = { question: t.about, hint: t.aboutHint, footer: sealingFields, fields: sealedFields };
    return <QuestionPage {...page} position={{ ...position, step: position.step }} note={note} />;
  }
  return (
    <BeginPage
      title={t.talkTitle}
      heading={t.talkTitle}
      lead={t.talkLead}
      points={t.talkPoints}
      action={address}
      formKey={key}
      isFound
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

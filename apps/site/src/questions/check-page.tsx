import { usePage } from '../request/page-context';
import { fieldOf, type Answers } from './answers';
import { stepsOf, type Step, type FlowPosition } from './flow';
import { FlowForm } from './flow-form';
import { choosesNotices, shownNotice } from './notice-answers';
import { NoticePreview, noticeHours, type NoticeSample } from './notice-preview';

interface Props {
  flow: readonly Step[];
  position: FlowPosition;
  action: string;
  noteQuestion: string;
  /** Email or text that the person may have allowed. */
  sample: NoticeSample | null;
}

export function CheckPage({ flow, position, action, noteQuestion, sample }: Props) {
  const { words, locale, timeZone } = usePage();
  const t = words.site.asking;
  const { answers } = position;
  const lines = stepsOf(flow, answers).map((step) => ({
    step,
    ...(step === 'notice'
      ? { question: sample ? t.notice.by[sample.channel].question : '', answer: noticeAnswer() }
      : summaryLineOf(step, answers, t, noteQuestion)),
  }));
  function noticeAnswer(): string {
    return choosesNotices(answers) ? noticeHours(shownNotice(answers, timeZone), words, locale) : t.notice.no;
  }
  const allowsNotice = lines.some(({ step }) => step === 'notice') && choosesNotices(answers);
  return (
    <FlowForm position={position} action={action} visibleFields={[]} button={{ value: 'send', text: t.send }}>
      <h1>{t.check}</h1>
      <p className="lead">{t.checkHint}</p>
      <dl className="answers">
        {lines.map(({ step, question, answer }) => (
          <div key={step}>
            <dt>{question}</dt>
            <dd className="as-typed">{answer === '' ? <span className="small">{t.nothing}</span> : answer}</dd>
            <dd>
              <button className="plain-button" name="go" value={`to-${step}`}>
                {t.change}
                <span className="hidden">: {question}</span>
              </button>
            </dd>
          </div>
        ))}
      </dl>
      {allowsNotice && sample && <NoticePreview sample={sample} notice={answers} />}
    </FlowForm>
  );
}

type Words = ReturnType<typeof usePage>['words']['site']['asking'];

function summaryLineOf(
  step: Exclude<Step, 'notice'>,
  answers: Answers,
  t: Words,
  noteQuestion: string,
): { question: string; answer: string } {
  switch (step) {
    case 'name':
      return { question: t.name, answer: answers.name };
    case 'reach':
      return { question: t.reach, answer: contactText(answers, t) };
    case 'leave':
      return {
        question: t.leave,
        answer: answers.leave === null ? '' : answers.leave ? t.leaveYes : t.leaveNo,
      };
    case 'note':
      return { question: noteQuestion, answer: answers.ciphertext === '' ? answers.note : t.sealedShown };
    case 'language': {
      const language = answers.language === '' ? '' : t.languages[answers.language];
      return { question: t.language, answer: [language, answers.interpreter].filter(Boolean).join(', ') };
    }
  }
}

function contactText(answers: Answers, t: Words): string {
  if (answers.channel === '') return '';
  const field = fieldOf[answers.channel];
  const details = field === null ? '' : answers[field];
  const contactTime = answers.channel === 'CODE' || answers.when === '' ? '' : `${t.until}: ${answers.when}`;
  return [t.channels[answers.channel], details, contactTime].filter(Boolean).join('\n');
}

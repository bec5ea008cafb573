import { usePage } from '../request/page-context';
import type { Answers } from './answers';
import { ContactQuestion } from './contact-question';
import { stepsOf, type Step, type FlowPosition } from './flow';
import { FlowForm } from './flow-form';
import type { NoticeSample } from './notice-preview';
import { NoticeQuestion } from './notice-question';
import { LanguageQuestion, LeaveQuestion, NameQuestion, NoteQuestion } from './single-questions';

const fieldsOf: Record<Step, ReadonlyArray<keyof Answers>> = {
  name: ['name'],
  reach: ['channel', 'mail', 'text', 'call', 'through', 'when'],
  leave: ['leave'],
  note: ['note'],
  language: ['language', 'interpreter'],
  notice: ['notices', 'texts', 'days', 'fromHour', 'untilHour', 'timeZone', 'senderName', 'namesOrganization'],
};

interface Props {
  flow: readonly Step[];
  position: FlowPosition & { step: Step };
  action: string;
  /** The email or text of the question about notices; null if this server sends none. */
  sample: NoticeSample | null;
  /** The free-text question with its hint, an explanation of who can read it, and extra fields. */
  note: { question: string; hint: string; footer?: React.ReactNode; fields?: ReadonlyArray<keyof Answers> };
}

export function QuestionPage({ flow, position, action, sample, note }: Props) {
  const t = usePage().words.site.asking;
  const { step, answers, errors } = position;
  const steps = stepsOf(flow, answers);
  const visibleFields = step === 'note' ? [...fieldsOf.note, ...(note.fields ?? [])] : fieldsOf[step];
  // The number of questions depends on the channel.
  const place =
    steps.indexOf('reach') < steps.indexOf(step) ? t.step({ n: steps.indexOf(step) + 1, of: steps.length }) : undefined;
  return (
    <FlowForm
      position={position}
      action={action}
      visibleFields={visibleFields}
      place={place}
      button={{ value: 'next', text: t.go }}
    >
      {step === 'name' && <NameQuestion answers={answers} errors={errors} />}
      {step === 'reach' && <ContactQuestion answers={answers} errors={errors} heading />}
      {step === 'leave' && <LeaveQuestion answers={answers} errors={errors} />}
      {step === 'note' && (
        <NoteQuestion answers={answers} errors={errors} question={note.question} hint={note.hint}>
          {note.footer}
        </NoteQuestion>
      )}
      {step === 'notice' && sample && <NoticeQuestion answers={answers} errors={errors} samples={[sample]} heading />}
      {step === 'language' && <LanguageQuestion answers={answers} errors={errors} />}
    </FlowForm>
  );
}

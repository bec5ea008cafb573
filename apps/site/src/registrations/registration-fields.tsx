import { Choices } from '../forms/choices';
import type { Control } from '../forms/define-form';
import type { FormError } from '../forms/error-summary';
import { Field } from '../forms/field';
import { Select } from '../forms/select';
import { TextArea } from '../forms/text-area';
import { usePage } from '../request/page-context';
import type { QuestionData, RegistrationFormData } from './queries';
import { answerField, type AnswerValues } from './registration-values';

interface Props {
  form: Pick<RegistrationFormData, 'maxParty' | 'questions'>;
  party: Control;
  answers: AnswerValues;
  errors: readonly FormError[];
  /** Language of the questions, if it isn't the page's. */
  language: string | undefined;
}

/** Number of people, and the organizer's questions. */
export function RegistrationFields({ form: { maxParty, questions }, party, answers, errors, language }: Props) {
  const t = usePage().words.site.registration;
  const most = Math.max(maxParty, Number(party.defaultValue ?? 1));
  return (
    <>
      {most === 1 ? (
        <input type="hidden" name="party" value="1" />
      ) : (
        <Select
          id={party.id}
          error={party.error}
          defaultValue={party.defaultValue || '1'}
          label={t.party}
          options={Array.from({ length: most }, (_, index) => ({
            value: String(index + 1),
            label: index === 0 ? t.onlyYou : t.people({ n: index + 1 }),
          }))}
        />
      )}
      {questions.map((question) => (
        <div key={question.id} lang={language}>
          <Question
            question={question}
            value={answers[question.id] ?? ''}
            error={errors.find(({ field }) => field === answerField(question.id))?.text}
          />
        </div>
      ))}
    </>
  );
}

function Question({ question, value, error }: { question: QuestionData; value: string; error: string | undefined }) {
  const t = usePage().words.site.registration;
  const { id, kind, isRequired, choices } = question;
  const label = isRequired ? question.label : t.optional({ label: question.label });
  const common = { id: answerField(id), defaultValue: value, ...(error !== undefined && { error }) };
  switch (kind) {
    case 'LONG_TEXT':
      return <TextArea {...common} label={label} maxLength={1_000} />;
    case 'NUMBER':
      return <Field {...common} label={label} inputMode="decimal" autoComplete="off" />;
    case 'YES_NO':
      return (
        <Choices
          {...common}
          legend={label}
          row="two"
          options={[
            { value: 'yes', label: t.yes },
            { value: 'no', label: t.no },
          ]}
        />
      );
    case 'CHOICE':
      return (
        <Select
          {...common}
          label={label}
          empty={t.choose}
          options={choices.map((choice) => ({ value: choice, label: choice }))}
        />
      );
    default:
      return <Field {...common} label={label} maxLength={200} autoComplete="off" />;
  }
}

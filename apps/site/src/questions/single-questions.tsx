import type { ReactNode } from 'react';
import { Choice } from '../forms/choice';
import type { FormError } from '../forms/error-summary';
import { Field, FieldError } from '../forms/field';
import { usePage } from '../request/page-context';
import { questionForm, type Answers } from './answers';

export interface QuestionProps {
  answers: Answers;
  errors: readonly FormError[];
}

export function NameQuestion({ answers, errors }: QuestionProps) {
  const t = usePage().words.site.asking;
  return (
    <>
      <h1>{t.name}</h1>
      <Field
        {...questionForm.controls(answers, errors)('name')}
        label={t.nameLabel}
        hint={t.nameHint}
        autoComplete="off"
        spellCheck={false}
      />
    </>
  );
}

export function LeaveQuestion({ answers }: QuestionProps) {
  const t = usePage().words.site.asking;
  return (
    <fieldset>
      <legend>
        <h1>{t.leave}</h1>
      </legend>
      <p className="hint">
        {t.leaveHint} {t.optional}
      </p>
      <Choice id="leave-yes" name="leave" value="yes" label={t.leaveYes} checked={answers.leave === true} />
      <Choice id="leave-no" name="leave" value="no" label={t.leaveNo} checked={answers.leave === false} />
    </fieldset>
  );
}

interface NoteProps extends QuestionProps {
  question: string;
  hint: string;
  /** Explanation of who can read the text. */
  children?: ReactNode;
}

export function NoteQuestion({ answers, errors, question, hint, children }: NoteProps) {
  const t = usePage().words.site.asking;
  const { error, ...note } = questionForm.controls(answers, errors)('note');
  return (
    <div className={error === undefined ? 'field' : 'field wrong'}>
      <h1>
        <label htmlFor="note">{question}</label>
      </h1>
      <p className="hint" id="note-hint">
        {hint} {t.optional}
      </p>
      <FieldError id="note" error={error} />
      <textarea
        {...note}
        name="note"
        rows={7}
        autoComplete="off"
        aria-describedby={error === undefined ? 'note-hint' : 'note-hint note-error'}
        aria-invalid={error === undefined ? undefined : true}
      />
      {children}
    </div>
  );
}

export function LanguageQuestion({ answers, errors }: QuestionProps) {
  const { words, locale } = usePage();
  const t = words.site.asking;
  const language = answers.language === '' ? locale : answers.language;
  return (
    <>
      <fieldset>
        <legend>
          <h1>{t.language}</h1>
        </legend>
        {(['en', 'es'] as const).map((code) => (
          <Choice
            key={code}
            id={`language-${code}`}
            name="language"
            value={code}
            label={t.languages[code]}
            checked={language === code}
          />
        ))}
      </fieldset>
      <Field
        {...questionForm.controls(answers, errors)('interpreter')}
        label={t.interpreter}
        hint={t.interpreterHint}
        autoComplete="off"
      />
    </>
  );
}

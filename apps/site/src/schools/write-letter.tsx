import type { ChapterData } from '../chapters/queries';
import { Choice } from '../forms/choice';
import { ErrorSummary, type FormError } from '../forms/error-summary';
import { Field, FieldError } from '../forms/field';
import { PersonFields } from '../forms/person-fields';
import { Puzzle } from '../forms/puzzle';
import { PageHead } from '../frame/page-head';
import { usePage } from '../request/page-context';
import { LetterFields } from './letter-fields';
import { letterForm, type LetterValues } from './letter-values';

interface Props {
  /** School from the directory; null if its name is typed. */
  school: { id: string; name: string; city: string } | null;
  chapters: readonly ChapterData[];
  values: Partial<LetterValues>;
  errors: readonly FormError[];
}

export function WriteLetter({ school, chapters, values, errors }: Props) {
  const { words } = usePage();
  const t = words.site.schools;
  const title = school ? t.writeTitle({ school: school.name }) : t.writeTitleTyped;
  const field = letterForm.controls(values, errors);
  const by = field('letterBy').error;
  const askerError = field('asker').error;
  return (
    <div className="narrow">
      <PageHead title={title} errors={errors} personal />
      <ErrorSummary errors={errors} />
      <h1>{title}</h1>
      <p>
        <a href="/schools/ask">{t.otherSchool}</a>
      </p>
      <form className="panel questions" method="post" action="/schools/ask" noValidate>
        <input type="hidden" name="key" value={values.key} />
        <input type="hidden" name="entry" value={school?.id ?? ''} />
        {school === null && (
          <div className="two">
            <Field {...field('school')} label={t.school} required />
            <Field {...field('city')} label={t.city} />
          </div>
        )}
        <h2>{t.letter}</h2>
        <p>{t.letterLead}</p>
        <LetterFields field={field} />
        <fieldset className={by === undefined ? 'choices' : 'choices wrong'}>
          <legend>{t.whoSends}</legend>
          <FieldError id="us" error={by} />
          {(['US', 'SELF'] as const).map((one) => (
            <Choice
              key={one}
              {...{ id: one.toLowerCase(), name: 'letterBy', value: one, checked: values.letterBy === one }}
              label={one === 'US' ? t.us : t.self}
              hint={one === 'US' ? t.usHint : t.selfHint}
            />
          ))}
        </fieldset>
        <h2>{t.aboutYou}</h2>
        <fieldset className={askerError === undefined ? 'choices' : 'choices wrong'}>
          <legend>{t.who}</legend>
          <FieldError id="parent" error={askerError} />
          {(['parent', 'teacher', 'student'] as const).map((one) => (
            <Choice
              key={one}
              {...{ id: one, name: 'asker', value: one.toUpperCase(), checked: values.asker === one.toUpperCase() }}
              label={t[one]}
            />
          ))}
        </fieldset>
        <PersonFields words={t} field={field} />
        {chapters.length > 1 && (
          <div className="field">
            <label htmlFor="chapter">{t.chapter}</label>
            <select id="chapter" name="chapter" defaultValue={values.chapter}>
              <option value="">{t.anyChapter}</option>
              {chapters.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </div>
        )}
        <p className="small">{t.whatHappens}</p>
        <Puzzle />
        <button className="button large" type="submit" data-proves="">
          {t.submit}
        </button>
        <p className="small">
          <a href="/privacy">{words.site.signUp.privacy}</a>
        </p>
      </form>
    </div>
  );
}

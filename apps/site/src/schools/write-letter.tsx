import type { ChapterData } from '../chapters/queries';
import { Choices } from '../forms/choices';
import type { FormError } from '../forms/error-summary';
import { Field } from '../forms/field';
import { PersonFields } from '../forms/person-fields';
import { Puzzle } from '../forms/puzzle';
import { Select } from '../forms/select';
import { SubmitButton } from '../frame/button';
import { PersonalPage } from '../frame/personal-page';
import { usePage } from '../request/page-context';
import { LetterFields } from './letter-fields';
import { askers, letterForm, type LetterValues } from './letter-values';

const who = { PARENT: 'parent', TEACHER: 'teacher', STUDENT: 'student' } as const;

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
  return (
    <PersonalPage title={title} errors={errors} className="narrow">
      <p>
        <a href="/schools/ask">{t.otherSchool}</a>
      </p>
      <form className="panel questions" method="post" action="/schools/ask" noValidate>
        <input type="hidden" name="key" value={values.key} />
        <input type="hidden" name="entryId" value={school?.id ?? ''} />
        {school === null && (
          <div className="two">
            <Field {...field('school')} label={t.school} required />
            <Field {...field('city')} label={t.city} />
          </div>
        )}
        <h2>{t.letter}</h2>
        <p>{t.letterLead}</p>
        <LetterFields field={field} />
        <Choices
          {...field('letterSender')}
          legend={t.whoSends}
          options={[
            { value: 'US', label: t.us, hint: t.usHint },
            { value: 'SELF', label: t.self, hint: t.selfHint },
          ]}
        />
        <h2>{t.aboutYou}</h2>
        <Choices
          {...field('asker')}
          legend={t.who}
          options={askers.map((value) => ({ value, label: t[who[value]] }))}
        />
        <PersonFields words={t} field={field} />
        {chapters.length > 1 && (
          <Select
            {...field('chapterId')}
            label={t.chapter}
            empty={t.anyChapter}
            options={chapters.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <p className="small">{t.whatHappens}</p>
        <Puzzle />
        <SubmitButton label={t.submit} look="large" data-proves="" />
        <p className="small">
          <a href="/privacy">{words.site.signUp.privacy}</a>
        </p>
      </form>
    </PersonalPage>
  );
}

import type { ChapterData } from '../chapters/queries';
import { Choices } from '../forms/choices';
import type { FormError } from '../forms/error-summary';
import { Field } from '../forms/field';
import { PersonFields } from '../forms/person-fields';
import { Puzzle } from '../forms/puzzle';
import { TextArea } from '../forms/text-area';
import { Select } from '../forms/select';
import { SubmitButton } from '../frame/button';
import { PersonalPage } from '../frame/personal-page';
import { usePage } from '../request/page-context';
import { talkForm, type TalkValues } from './talk-values';

/** In the order of the page. */
const formats = ['IN_PERSON', 'ONLINE', 'EITHER'] as const;
const languages = ['EN', 'ES', 'BOTH'] as const;

export interface TalkFormProps {
  /** School from the directory; null if its name is typed. */
  school: { id: string; name: string; city: string } | null;
  chapters: readonly ChapterData[];
  values: Partial<TalkValues>;
  errors: readonly FormError[];
}

export function TalkForm({ school, chapters, values, errors }: TalkFormProps) {
  const { words } = usePage();
  const t = words.site.schoolTalk;
  const title = school ? t.formTitle({ school: school.name }) : t.formTitleTyped;
  const field = talkForm.controls(values, errors);
  return (
    <PersonalPage title={title} errors={errors} className="narrow">
      <p>
        <a href="/schools/talk">{words.site.schools.otherSchool}</a>
      </p>
      <form className="panel questions" method="post" action="/schools/talk" noValidate>
        <input type="hidden" name="form" value={values.form} />
        <input type="hidden" name="entryId" value={school?.id ?? ''} />
        {school === null && (
          <>
            <h2>{t.aboutSchool}</h2>
            <Field {...field('school')} label={words.site.schools.school} required />
            <div className="two">
              <Field {...field('city')} label={t.city} required />
              <Field {...field('postcode')} label={t.postcode} inputMode="numeric" autoComplete="off" />
            </div>
          </>
        )}
        <h2>{t.aboutTalk}</h2>
        <Field {...field('grades')} label={t.grades} hint={t.gradesHint} required />
        <Field {...field('students')} label={t.students} hint={t.studentsHint} inputMode="numeric" required />
        <Field {...field('preferredDates')} label={t.dates} hint={t.datesHint} />
        <Choices
          {...field('format')}
          legend={t.format}
          options={formats.map((value) => ({ value, label: words.enums.schoolTalkFormat[value] }))}
        />
        <Choices
          {...field('talkLanguage')}
          legend={t.language}
          options={languages.map((value) => ({ value, label: words.enums.schoolTalkLanguage[value] }))}
        />
        <TextArea {...field('message')} label={t.message} hint={t.messageHint} />
        <h2>{t.aboutYou}</h2>
        <PersonFields words={{ name: words.site.schools.name, email: t.email, emailHint: t.emailHint }} field={field} />
        <Field {...field('role')} label={t.role} hint={t.roleHint} autoComplete="organization-title" required />
        <Field {...field('phone')} type="tel" label={t.phone} hint={t.phoneHint} autoComplete="tel" />
        {chapters.length > 1 && (
          <Select
            {...field('chapterId')}
            label={t.chapter}
            empty={words.site.schools.anyChapter}
            options={chapters.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <div className="trap" aria-hidden="true">
          <label htmlFor="website">{words.site.contact.trap}</label>
          <input id="website" name="website" tabIndex={-1} autoComplete="off" />
        </div>
        <Puzzle />
        <SubmitButton label={t.submit} look="large" data-proves="" />
        <p className="small">
          <a href="/privacy">{words.site.signUp.privacy}</a>
        </p>
      </form>
    </PersonalPage>
  );
}

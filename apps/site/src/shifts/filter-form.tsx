import { languageName, locales, weekdayName } from '@upstander/web-kit';
import { weekdays } from '../profile/availability';
import { usePage } from '../request/page-context';
import { anything, isNarrowed, type ShiftFilter } from './filter';
import { NearFields } from '../near/near-fields';

interface Props {
  values: ShiftFilter;
  chapters: ReadonlyArray<{ slug: string; name: string }>;
  skills: ReadonlyArray<{ id: string; name: string; nameEs: string }>;
  /** True if the volunteer's profile contains place, times and languages. */
  withProfile: boolean;
  unknownPostcode: boolean;
}

/** Filters by place, time and language. Volunteers with a profile see only what it doesn't contain. */
export function ShiftFilterForm({ values, chapters, skills, withProfile, unknownPostcode }: Props) {
  const { words, locale } = usePage();
  const t = words.site.shifts;
  return (
    <form className="filter" method="get" action="/shifts" role="search">
      <div className="filter-row">
        <Choice
          name="chapter"
          label={t.chapter}
          value={values.chapter}
          own={withProfile && t.ownChapters}
          any={t.anyChapter}
        >
          {chapters.map(({ slug, name }) => [slug, name] as const)}
        </Choice>
        <NearFields
          words={t}
          postcode={values.postcode === anything ? '' : values.postcode}
          miles={values.miles}
          error={unknownPostcode ? t.postcodeUnknown : undefined}
        />
      </div>
      <div className="filter-row">
        <Choice name="weekday" label={t.day} value={values.weekday} own={withProfile && t.ownTimes} any={t.anyDay}>
          {weekdays.map((day) => [String(day), capital(weekdayName(locale, day), locale)] as const)}
        </Choice>
        <Choice
          name="language"
          label={t.language}
          value={values.language}
          own={withProfile && t.ownLanguages}
          any={t.anyLanguage}
        >
          {locales.map((code) => [code, capital(languageName(locale, code), locale)] as const)}
        </Choice>
        <Choice name="skill" label={t.skill} value={values.skill} own={false} any={t.anySkill}>
          {skills.map(({ id, name, nameEs }) => [id, locale === 'es' ? nameEs : name] as const)}
        </Choice>
        <button className="button" type="submit">
          {t.show}
        </button>
      </div>
      {isNarrowed(values) && (
        <a className="clear" href="/shifts">
          {t.clear}
        </a>
      )}
    </form>
  );
}

interface ChoiceProps {
  name: keyof ShiftFilter;
  label: string;
  value: string;
  /** Label of the profile's value, which is then the default. */
  own: string | false;
  any: string;
  children: ReadonlyArray<readonly [value: string, text: string]>;
}

function Choice({ name, label, value, own, any, children }: ChoiceProps) {
  return (
    <label className="field grow">
      <span>{label}</span>
      <select name={name} defaultValue={value === anything && own === false ? '' : value}>
        {own !== false && <option value="">{own}</option>}
        <option value={own === false ? '' : anything}>{any}</option>
        {children.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

const capital = (text: string, locale: string) => text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);

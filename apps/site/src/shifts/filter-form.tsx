import { languageName, locales, weekdayName } from '@upstander/web-kit';
import { weekdays } from '../profile/availability';
import { usePage } from '../request/page-context';
import { anyValue, isFilterActive, type ShiftFilter } from './filter';
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
          ownLabel={withProfile && t.ownChapters}
          anyLabel={t.anyChapter}
        >
          {chapters.map(({ slug, name }) => [slug, name] as const)}
        </Choice>
        <NearFields
          words={t}
          postcode={values.postcode === anyValue ? '' : values.postcode}
          miles={values.miles}
          error={unknownPostcode ? t.postcodeUnknown : undefined}
        />
      </div>
      <div className="filter-row">
        <Choice
          name="weekday"
          label={t.day}
          value={values.weekday}
          ownLabel={withProfile && t.ownTimes}
          anyLabel={t.anyDay}
        >
          {weekdays.map((day) => [String(day), capitalize(weekdayName(locale, day), locale)] as const)}
        </Choice>
        <Choice
          name="language"
          label={t.language}
          value={values.language}
          ownLabel={withProfile && t.ownLanguages}
          anyLabel={t.anyLanguage}
        >
          {locales.map((code) => [code, capitalize(languageName(locale, code), locale)] as const)}
        </Choice>
        <Choice name="skill" label={t.skill} value={values.skill} ownLabel={false} anyLabel={t.anySkill}>
          {skills.map(({ id, name, nameEs }) => [id, locale === 'es' ? nameEs : name] as const)}
        </Choice>
        <button className="button" type="submit">
          {t.show}
        </button>
      </div>
      {isFilterActive(values) && (
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
  ownLabel: string | false;
  anyLabel: string;
  children: ReadonlyArray<readonly [value: string, text: string]>;
}

function Choice({ name, label, value, ownLabel, anyLabel, children }: ChoiceProps) {
  return (
    <label className="field grow">
      <span>{label}</span>
      <select name={name} defaultValue={value === anyValue && ownLabel === false ? '' : value}>
        {ownLabel !== false && <option value="">{ownLabel}</option>}
        <option value={ownLabel === false ? '' : anyValue}>{anyLabel}</option>
        {children.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

const capitalize = (text: string, locale: string) => text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);

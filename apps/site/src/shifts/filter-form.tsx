import { languageName, locales, weekdayName } from '@upstander/web-kit';
import { isoSaturday, isoSunday } from '../events/filter';
import { FilterBar, type ActiveFilter, type QuickFilter } from '../lists/filter-bar';
import { FilterSelect } from '../lists/filter-select';
import { distances, usualDistance } from '../near/distances';
import { MilesField, NearField } from '../near/near-field';
import { weekdays } from '../profile/availability';
import { usePage } from '../request/page-context';
import { anyValue, isChosen, shiftsAddress, type ShiftFilter } from './filter';

interface Props {
  values: ShiftFilter;
  chapters: ReadonlyArray<{ slug: string; name: string }>;
  skills: ReadonlyArray<{ id: string; name: string; nameEs: string }>;
  /** True if the volunteer's profile contains place, times and languages. */
  withProfile: boolean;
  unknownPostcode: boolean;
}

/** Volunteers with a profile see only what it doesn't contain. */
export function ShiftFilterForm({ values, chapters, skills, withProfile, unknownPostcode }: Props) {
  const { words, locale } = usePage();
  const t = words.site.shifts;
  const { postcode, miles, chapter, weekday, language, skill } = values;
  const chapterOptions = chapters.map(({ slug, name }) => [slug, name] as const);
  const dayOptions = weekdays.map((day) => [String(day), capitalize(weekdayName(locale, day), locale)] as const);
  const languageOptions = locales.map((code) => [code, capitalize(languageName(locale, code), locale)] as const);
  const skillOptions = skills.map(({ id, name, nameEs }) => [id, locale === 'es' ? nameEs : name] as const);
  const nearText =
    isChosen(postcode) && !unknownPostcode && words.site.lists.nearZip({ zip: postcode, n: Number(miles) });
  const activeFilters: Array<{ name: keyof ShiftFilter; label: string | false | undefined }> = [
    { name: 'postcode', label: nearText },
    { name: 'chapter', label: labelOf(chapter, chapterOptions, withProfile && t.anyChapter) },
    {
      name: 'weekday',
      label: ![isoSaturday, isoSunday].includes(weekday) && labelOf(weekday, dayOptions, withProfile && t.anyDay),
    },
    { name: 'language', label: labelOf(language, languageOptions, withProfile && t.anyLanguage) },
    { name: 'skill', label: labelOf(skill, skillOptions, false) },
  ];
  const foldedCount = [
    chapter !== '',
    !['', isoSaturday, isoSunday].includes(weekday),
    language !== '',
    skill !== '',
    isChosen(postcode) && miles !== usualDistance,
  ].filter(Boolean).length;
  return (
    <FilterBar
      action="/events"
      keptValues={{ view: 'shifts' }}
      quickFilters={quickFiltersOf(values, words.site.events)}
      activeFilters={activeFilters.flatMap(({ name, label }): ActiveFilter[] =>
        label ? [{ label, address: withoutFilter(values, name, withProfile) }] : [],
      )}
      unfiltered={shiftsAddress()}
      foldedCount={foldedCount}
      mainField={
        <NearField
          postcode={isChosen(postcode) ? postcode : ''}
          error={unknownPostcode ? t.postcodeUnknown : undefined}
        />
      }
    >
      <div className="filter-row">
        <Choice name="chapter" label={t.chapter} value={chapter} own={withProfile && t.ownChapters} any={t.anyChapter}>
          {chapterOptions}
        </Choice>
        <MilesField label={t.distance} distances={distances} within={t.within} selected={miles} />
        <Choice name="weekday" label={t.day} value={weekday} own={withProfile && t.ownTimes} any={t.anyDay}>
          {dayOptions}
        </Choice>
      </div>
      <div className="filter-row">
        <Choice
          name="language"
          label={t.language}
          value={language}
          own={withProfile && t.ownLanguages}
          any={t.anyLanguage}
        >
          {languageOptions}
        </Choice>
        <Choice name="skill" label={t.skill} value={skill} own={false} any={t.anySkill}>
          {skillOptions}
        </Choice>
        <button className="button">{t.show}</button>
      </div>
    </FilterBar>
  );
}

type Options = ReadonlyArray<readonly [value: string, text: string]>;

function quickFiltersOf(values: ShiftFilter, t: { sat: string; sun: string }): QuickFilter[] {
  return [
    { weekday: isoSaturday, label: t.sat },
    { weekday: isoSunday, label: t.sun },
  ].map(({ weekday, label }) => {
    const isActive = values.weekday === weekday;
    return { label, isActive, address: shiftsAddress({ ...values, weekday: isActive ? '' : weekday }) };
  });
}

/** A removed ZIP code means anywhere, also if the profile has one. */
function withoutFilter(values: ShiftFilter, name: keyof ShiftFilter, withProfile: boolean): string {
  return shiftsAddress({ ...values, [name]: name === 'postcode' && withProfile ? anyValue : '' });
}

function labelOf(value: string, options: Options, anyLabel: string | false): string | false | undefined {
  if (value === anyValue) return anyLabel;
  return options.find(([key]) => key === value)?.[1];
}

interface ChoiceProps {
  name: keyof ShiftFilter;
  label: string;
  value: string;
  /** Label of the profile's value, which is then the default. */
  own: string | false;
  any: string;
  children: Options;
}

function Choice({ name, label, value, own, any, children }: ChoiceProps) {
  const choices = { name, label, value: value === anyValue && own === false ? '' : value };
  return own === false ? (
    <FilterSelect {...choices} any={any} options={children} />
  ) : (
    <FilterSelect {...choices} any={own} options={[[anyValue, any], ...children]} />
  );
}

const capitalize = (text: string, locale: string) => text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);

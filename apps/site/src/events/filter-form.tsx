import { languageName, locales, weekdayName, type Catalog, type Locale } from '@upstander/web-kit';
import { FieldError } from '../forms/field';
import { FilterBar, type ActiveFilter, type QuickFilter } from '../lists/filter-bar';
import { FilterSelect } from '../lists/filter-select';
import { calendarDay } from '../money/money-format';
import { distances } from '../near/distances';
import { MilesField, NearField } from '../near/near-field';
import { weekdays } from '../profile/availability';
import { usePage } from '../request/page-context';
import { cacheMarkup } from '../request/cached-markup';
import { foldedCount, isFiltered, listAddress, isoSaturday, isoSunday, type FilterValues } from './filter';

interface Props {
  values: FilterValues;
  chapters: ReadonlyArray<{ slug: string; name: string }>;
  hasInvalidDates: boolean;
  unknownPostcode: boolean;
}

export function FilterForm(props: Props) {
  return isFiltered(props.values) ? <Form {...props} /> : <BlankForm {...props} />;
}

/** Only the empty form is cached; searches are never stored. */
const BlankForm = cacheMarkup(Form);

function Form({ values, chapters, hasInvalidDates, unknownPostcode }: Props) {
  const { words, locale } = usePage();
  const t = words.site.events;
  return (
    <FilterBar
      action="/events"
      keptValues={{ week: values.week ? '1' : '', weekend: values.weekend ? '1' : '' }}
      quickFilters={quickFiltersOf(values, words)}
      activeFilters={activeFiltersOf(values, { chapters, hasInvalidDates, unknownPostcode, words, locale })}
      unfiltered="/events"
      foldedCount={foldedCount(values)}
      hasFoldedError={hasInvalidDates}
      mainField={<NearField postcode={values.postcode} error={unknownPostcode ? t.postcodeUnknown : undefined} />}
    >
      <div className="filter-row">
        <label className="field grow full">
          <span>{t.text}</span>
          <input type="search" name="text" defaultValue={values.text} placeholder={t.textHint} maxLength={100} />
        </label>
        <MilesField label={t.distance} distances={distances} within={t.within} selected={values.miles} />
        <FilterSelect
          name="chapter"
          label={t.chapter}
          value={values.chapter}
          any={t.anyChapter}
          options={chapters.map(({ slug, name }) => [slug, name])}
        />
      </div>
      <div className="filter-row">
        <label className="field">
          <span>{t.from}</span>
          <input type="date" name="from" defaultValue={values.from} />
        </label>
        <div className={hasInvalidDates ? 'field wrong' : 'field'}>
          <label htmlFor="to">{t.to}</label>
          <input
            type="date"
            id="to"
            name="to"
            defaultValue={values.to}
            aria-invalid={hasInvalidDates || undefined}
            aria-describedby={hasInvalidDates ? 'to-error' : undefined}
          />
        </div>
        <FilterSelect
          name="weekday"
          label={t.day}
          value={values.weekday}
          any={t.anyDay}
          options={weekdays.map((day) => [String(day), capitalize(weekdayName(locale, day), locale)])}
          className="field"
        />
      </div>
      <FieldError id="to" error={hasInvalidDates ? t.badDates : undefined} />
      <div className="filter-row">
        <label className="field grow">
          <span>{t.place}</span>
          <input name="place" defaultValue={values.place} placeholder={t.placeHint} maxLength={100} />
        </label>
        <FilterSelect
          name="where"
          label={t.where}
          value={values.where}
          any={t.anywhere}
          options={[
            ['person', t.inPerson],
            ['online', t.online],
          ]}
        />
        <FilterSelect
          name="language"
          label={t.language}
          value={values.language}
          any={t.anyLanguage}
          options={locales.map((code) => [code, languageName(locale, code)])}
        />
      </div>
      <div className="filter-row">
        <label className="tick">
          <input type="checkbox" name="free" value="1" defaultChecked={values.free} />
          <span>{t.freePlaces}</span>
        </label>
        <button className="button">{t.show}</button>
      </div>
    </FilterBar>
  );
}

/** Links that toggle a day, the week or online events. Other filters stay. */
function quickFiltersOf(values: FilterValues, words: Catalog): QuickFilter[] {
  const t = words.site.events;
  const dayFilter = (weekday: string, label: string): QuickFilter => {
    const isActive = values.weekday === weekday;
    return { label, isActive, address: listAddress({ ...values, weekday: isActive ? '' : weekday }) };
  };
  const anyDates = { ...values, from: '', to: '', weekend: false };
  const isOnline = values.where === 'online';
  return [
    dayFilter(isoSaturday, t.sat),
    dayFilter(isoSunday, t.sun),
    { label: t.thisWeek, isActive: values.week, address: listAddress({ ...anyDates, week: !values.week }) },
    {
      label: t.online,
      isActive: isOnline,
      address: listAddress({ ...values, where: isOnline ? '' : 'online' }),
    },
  ];
}

/** Filters in effect that are no quick filter. */
function activeFiltersOf(
  values: FilterValues,
  {
    chapters,
    hasInvalidDates,
    unknownPostcode,
    words,
    locale,
  }: Omit<Props, 'values'> & { words: Catalog; locale: Locale },
): ActiveFilter[] {
  const { site } = words;
  const [t, lists] = [site.events, site.lists];
  const { text, from, to, weekday, postcode, miles, chapter, place, language } = values;
  const without = (parts: Partial<FilterValues>) => listAddress({ ...values, ...parts });
  const active: Array<ActiveFilter | false> = [
    postcode !== '' &&
      !unknownPostcode && {
        label: lists.nearZip({ zip: postcode, n: Number(miles) }),
        address: without({ postcode: '' }),
      },
    text !== '' && { label: `“${text}”`, address: without({ text: '' }) },
    chapter !== '' && {
      label: chapters.find(({ slug }) => slug === chapter)?.name ?? chapter,
      address: without({ chapter: '' }),
    },
    values.weekend && { label: t.thisWeekend, address: without({ weekend: false }) },
    from !== '' && { label: lists.from({ day: calendarDay(locale, from) }), address: without({ from: '' }) },
    to !== '' &&
      !hasInvalidDates && { label: lists.until({ day: calendarDay(locale, to) }), address: without({ to: '' }) },
    !['', isoSaturday, isoSunday].includes(weekday) && {
      label: capitalize(weekdayName(locale, Number(weekday)), locale),
      address: without({ weekday: '' }),
    },
    place !== '' && { label: place, address: without({ place: '' }) },
    values.where === 'person' && { label: t.inPerson, address: without({ where: '' }) },
    language !== '' && {
      label: capitalize(languageName(locale, language), locale),
      address: without({ language: '' }),
    },
    values.free && { label: t.freePlaces, address: without({ free: false }) },
  ];
  return active.filter((filter) => filter !== false);
}

function capitalize(text: string, locale: Locale): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}

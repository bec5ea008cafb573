import { languageName, locales } from '@upstander/web-kit';
import { FieldError } from '../forms/field';
import { usePage } from '../request/page-context';
import { cacheMarkup } from '../request/cached-markup';
import { NearFields } from '../near/near-fields';
import { foldedCount, isFiltered, listAddress, type FilterValues } from './filter';

interface Props {
  values: FilterValues;
  chapters: ReadonlyArray<{ slug: string; name: string }>;
  hasInvalidDates: boolean;
  unknownPostcode: boolean;
}

/** A GET form: the address contains the filter, so it can be bookmarked and shared. */
export function FilterForm(props: Props) {
  return isFiltered(props.values) ? <Form {...props} /> : <BlankForm {...props} />;
}

/** Only the empty form is cached; searches are never stored. */
const BlankForm = cacheMarkup(Form);

function Form({ values, chapters, hasInvalidDates, unknownPostcode }: Props) {
  const { words, locale } = usePage();
  const t = words.site.events;
  return (
    <form className="filter" method="get" action="/events" role="search">
      <Days values={values} />
      <div className="filter-row">
        <label className="field grow full">
          <span>{t.text}</span>
          <input type="search" name="text" defaultValue={values.text} placeholder={t.textHint} maxLength={100} />
        </label>
        <label className="field grow">
          <span>{t.chapter}</span>
          <select name="chapter" defaultValue={values.chapter}>
            <option value="">{t.anyChapter}</option>
            {chapters.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <NearFields
          words={t}
          postcode={values.postcode}
          miles={values.miles}
          error={unknownPostcode ? t.postcodeUnknown : undefined}
        />
        <button className="button" type="submit">
          {t.show}
        </button>
      </div>
      <label className="tick">
        <input type="checkbox" name="free" value="1" defaultChecked={values.free} />
        <span>{t.freePlaces}</span>
      </label>
      <details open={foldedCount(values) > 0}>
        <summary>{t.filters}</summary>
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
        </div>
        <FieldError id="to" error={hasInvalidDates ? t.badDates : undefined} />
        <div className="filter-row">
          <label className="field grow">
            <span>{t.place}</span>
            <input name="place" defaultValue={values.place} placeholder={t.placeHint} maxLength={100} />
          </label>
          <label className="field grow">
            <span>{t.where}</span>
            <select name="where" defaultValue={values.where}>
              <option value="">{t.anywhere}</option>
              <option value="person">{t.inPerson}</option>
              <option value="online">{t.online}</option>
            </select>
          </label>
          <label className="field grow">
            <span>{t.language}</span>
            <select name="language" defaultValue={values.language}>
              <option value="">{t.anyLanguage}</option>
              {locales.map((code) => (
                <option key={code} value={code}>
                  {languageName(locale, code)}
                </option>
              ))}
            </select>
          </label>
        </div>
      </details>
      {isFiltered(values) && (
        <a className="clear" href="/events">
          {t.clear}
        </a>
      )}
    </form>
  );
}

/** Other filters stay. */
function Days({ values }: { values: FilterValues }) {
  const t = usePage().words.site.events;
  const isAnyDay = !values.weekend && values.from === '' && values.to === '';
  const days = { ...values, from: '', to: '' };
  return (
    <>
      <ul className="tabs">
        <li>
          <a href={listAddress({ ...days, weekend: false })} aria-current={isAnyDay ? 'true' : undefined}>
            {t.anyDay}
          </a>
        </li>
        <li>
          <a href={listAddress({ ...days, weekend: true })} aria-current={values.weekend ? 'true' : undefined}>
            {t.thisWeekend}
          </a>
        </li>
      </ul>
      {values.weekend && <input type="hidden" name="weekend" value="1" />}
    </>
  );
}

import { usePage } from '../request/page-context';
import { cacheMarkup } from '../request/cached-markup';
import { barriers, isFiltered, kinds, type FilterValues } from './filter';

/** A GET form: the address contains the filter. The choices of `Hiding` are not part of it. */
export function FilterForm(props: { values: FilterValues }) {
  return isFiltered(props.values) ? <Form {...props} /> : <BlankForm {...props} />;
}

/** Only the empty form is cached; searches are never stored. */
const BlankForm = cacheMarkup(Form);

function Form({ values }: { values: FilterValues }) {
  const { words } = usePage();
  const t = words.site.opportunities;
  return (
    <form className="filter" method="get" action="/opportunities" role="search" autoComplete="off">
      <div className="filter-row">
        <label className="field grow full">
          <span>{t.text}</span>
          <input type="search" name="text" defaultValue={values.text} placeholder={t.textHint} maxLength={100} />
        </label>
        <label className="field grow">
          <span>{t.kind}</span>
          <select name="kind" defaultValue={values.kind}>
            <option value="">{t.anyKind}</option>
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {words.enums.opportunityKind[kind]}
              </option>
            ))}
          </select>
        </label>
        <label className="field grow">
          <span>{t.place}</span>
          <input name="place" defaultValue={values.place} placeholder={t.placeHint} maxLength={100} />
        </label>
        <button className="button" type="submit">
          {t.show}
        </button>
      </div>
      <label className="tick">
        <input type="checkbox" name="remote" value="1" defaultChecked={values.remote} />
        <span>{t.remote}</span>
      </label>
      <details open={values.barriers.length > 0}>
        <summary>{t.fits}</summary>
        <div className="tick-grid">
          {barriers.map((barrier) => (
            <label className="tick" key={barrier}>
              <input type="checkbox" name="fits" value={barrier} defaultChecked={values.barriers.includes(barrier)} />
              <span>{words.enums.barrier[barrier]}</span>
            </label>
          ))}
        </div>
      </details>
      {isFiltered(values) && (
        <a className="clear" href="/opportunities">
          {t.clear}
        </a>
      )}
    </form>
  );
}

import type { Catalog } from '@upstander/web-kit';
import { FilterBar, MainField, type ActiveFilter, type QuickFilter } from '../lists/filter-bar';
import { FilterSelect } from '../lists/filter-select';
import { usePage } from '../request/page-context';
import { cacheMarkup } from '../request/cached-markup';
import { barriers, isFiltered, kinds, listAddress, quickKinds, type FilterValues } from './filter';

/** A GET form: the address contains the filter. The choices of `HideFilters` are not part of it. */
export function FilterForm(props: { values: FilterValues }) {
  return isFiltered(props.values) ? <Form {...props} /> : <BlankForm {...props} />;
}

/** Only the empty form is cached; searches are never stored. */
const BlankForm = cacheMarkup(Form);

function Form({ values }: { values: FilterValues }) {
  const { words } = usePage();
  const t = words.site.opportunities;
  const foldedFilters = [values.text !== '', values.kind === 'OTHER', values.barriers.length > 0];
  return (
    <FilterBar
      action="/opportunities"
      keptValues={{ remote: values.remote ? '1' : '' }}
      quickFilters={quickFiltersOf(values, words)}
      activeFilters={activeFiltersOf(values, words)}
      unfiltered="/opportunities"
      foldedCount={foldedFilters.filter(Boolean).length}
      mainField={
        <MainField
          id="place"
          label={t.place}
          value={values.place}
          placeholder={t.placeHint}
          buttonLabel={t.showPlace}
          maxLength={100}
        />
      }
      isPrivate
    >
      <div className="filter-row">
        <label className="field grow full">
          <span>{t.text}</span>
          <input type="search" name="text" defaultValue={values.text} placeholder={t.textHint} maxLength={100} />
        </label>
        <FilterSelect
          name="kind"
          label={t.kind}
          value={values.kind}
          any={t.anyKind}
          options={kinds.map((kind) => [kind, words.enums.opportunityKind[kind]])}
        />
      </div>
      <fieldset>
        <legend>{t.fits}</legend>
        <div className="tick-grid">
          {barriers.map((barrier) => (
            <label className="tick" key={barrier}>
              <input type="checkbox" name="fits" value={barrier} defaultChecked={values.barriers.includes(barrier)} />
              <span>{words.enums.barrier[barrier]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <button className="button">{t.show}</button>
    </FilterBar>
  );
}

function quickFiltersOf(values: FilterValues, words: Catalog): QuickFilter[] {
  return [
    ...quickKinds.map((kind) => ({
      label: words.site.opportunities.quickKind[kind],
      isActive: values.kind === kind,
      address: listAddress({ ...values, kind: values.kind === kind ? '' : kind }),
    })),
    {
      label: words.site.opportunities.fromHome,
      isActive: values.remote,
      address: listAddress({ ...values, remote: !values.remote }),
    },
  ];
}

function activeFiltersOf(values: FilterValues, words: Catalog): ActiveFilter[] {
  const { text, place, kind } = values;
  return [
    ...(place === '' ? [] : [{ label: place, address: listAddress({ ...values, place: '' }) }]),
    ...(text === '' ? [] : [{ label: `“${text}”`, address: listAddress({ ...values, text: '' }) }]),
    ...(kind === 'OTHER'
      ? [{ label: words.enums.opportunityKind[kind], address: listAddress({ ...values, kind: '' }) }]
      : []),
    ...values.barriers.map((barrier) => ({
      label: words.enums.barrier[barrier],
      address: listAddress({ ...values, barriers: values.barriers.filter((other) => other !== barrier) }),
    })),
  ];
}

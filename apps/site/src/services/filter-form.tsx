import { languageName, type Catalog, type Language } from '@upstander/web-kit';
import { FilterBar, type ActiveFilter, type QuickFilter } from '../lists/filter-bar';
import { FilterSelect } from '../lists/filter-select';
import { MilesField, NearField } from '../near/near-field';
import { usePage } from '../request/page-context';
import {
  distances,
  filterLanguages,
  listAddress,
  needs,
  quickNeeds,
  usualDistance,
  type ServiceFilterValues,
} from './filter';

interface Props {
  values: ServiceFilterValues;
  unknownPostcode: boolean;
}

/** A GET form. The page is quiet, so its address is not passed on. */
export function FilterForm({ values, unknownPostcode }: Props) {
  const { words, language: pageLanguage } = usePage();
  const t = words.site.services;
  const { need, postcode, miles, language, text } = values;
  const foldedFilters = [
    need !== '' && !isQuick(need),
    language !== '',
    text !== '',
    postcode !== '' && miles !== usualDistance,
  ];
  return (
    <FilterBar
      action="/help/services"
      quickFilters={quickNeeds.map((quickNeed): QuickFilter => {
        const isActive = need === quickNeed;
        return {
          label: words.enums.serviceNeed[quickNeed],
          isActive,
          address: listAddress({ ...values, need: isActive ? '' : quickNeed }),
        };
      })}
      activeFilters={activeFiltersOf(values, unknownPostcode, words, pageLanguage)}
      unfiltered="/help/services"
      foldedCount={foldedFilters.filter(Boolean).length}
      mainField={<NearField postcode={postcode} error={unknownPostcode ? t.postcodeUnknown : undefined} isPrivate />}
      isPrivate
    >
      <div className="filter-row">
        <FilterSelect
          name="need"
          label={t.need}
          value={need}
          any={t.anyNeed}
          options={needs.map((one) => [one, words.enums.serviceNeed[one]])}
        />
        <MilesField label={t.distance} distances={distances} within={t.within} selected={miles} />
      </div>
      <div className="filter-row">
        <FilterSelect
          name="language"
          label={t.language}
          value={language}
          any={t.anyLanguage}
          options={filterLanguages.map((code) => [code, languageName(pageLanguage, code)])}
        />
        <label className="field grow">
          <span>{t.text}</span>
          <input type="search" name="text" defaultValue={text} maxLength={100} />
        </label>
        <button className="button">{t.show}</button>
      </div>
    </FilterBar>
  );
}

function activeFiltersOf(
  values: ServiceFilterValues,
  unknownPostcode: boolean,
  words: Catalog,
  pageLanguage: Language,
): ActiveFilter[] {
  const { need, postcode, miles, language, text } = values;
  const labels: Partial<Record<keyof ServiceFilterValues, string | false>> = {
    postcode: postcode !== '' && !unknownPostcode && words.site.lists.nearZip({ zip: postcode, n: Number(miles) }),
    need: need !== '' && !isQuick(need) && words.enums.serviceNeed[need],
    language: language !== '' && languageName(pageLanguage, language),
    text: text !== '' && `“${text}”`,
  };
  return Object.entries(labels).flatMap(([name, label]) =>
    label ? [{ label, address: listAddress({ ...values, [name]: '' }) }] : [],
  );
}

function isQuick(need: string): boolean {
  return (quickNeeds as readonly string[]).includes(need);
}

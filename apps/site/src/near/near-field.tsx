import { MainField } from '../lists/filter-bar';
import { FilterSelect } from '../lists/filter-select';
import { usePage } from '../request/page-context';

interface Props {
  postcode: string;
  error: string | undefined;
  /** True if browsers must not remember it. */
  isPrivate?: boolean;
}

/** “Near [ZIP code]”, the main field of lists with places. */
export function NearField({ postcode, error, isPrivate = false }: Props) {
  const t = usePage().words.site.lists;
  return (
    <MainField
      id="postcode"
      label={
        <>
          {t.near}
          <span className="hidden"> {t.zip}</span>
        </>
      }
      value={postcode}
      placeholder={t.zipHint}
      error={error}
      buttonLabel={t.goNear}
      inputMode="numeric"
      autoComplete={isPrivate ? 'off' : 'postal-code'}
      maxLength={10}
    />
  );
}

interface MilesFieldProps {
  label: string;
  /** Miles that can be chosen. */
  distances: readonly string[];
  within: (of: { n: number }) => string;
  selected: string;
}

export function MilesField({ label, distances, within, selected }: MilesFieldProps) {
  const options = distances.map((miles) => [miles, within({ n: Number(miles) })] as const);
  return <FilterSelect name="miles" label={label} value={selected} options={options} className="field miles" />;
}

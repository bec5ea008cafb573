import { MainField } from '../lists/filter-bar';
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
  options: ReadonlyArray<readonly [miles: string, text: string]>;
  selected: string;
}

export function MilesField({ label, options, selected }: MilesFieldProps) {
  return (
    <label className="field miles">
      <span>{label}</span>
      <select name="miles" defaultValue={selected}>
        {options.map(([miles, text]) => (
          <option key={miles} value={miles}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

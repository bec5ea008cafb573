import { Labelled, type Labels } from './field';

interface Props extends Labels {
  defaultValue?: string | undefined;
  /** Label of the empty option. Without it, the first option is chosen. */
  empty?: string;
  autoComplete?: string;
  options: ReadonlyArray<{ value: string; label: string }>;
}

export function Select({ id, label, hint, error, defaultValue, empty, autoComplete, options }: Props) {
  return (
    <Labelled id={id} label={label} hint={hint} error={error}>
      {(control) => (
        <select {...control} defaultValue={defaultValue} autoComplete={autoComplete}>
          {empty !== undefined && <option value="">{empty}</option>}
          {options.map(({ value, label: text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}

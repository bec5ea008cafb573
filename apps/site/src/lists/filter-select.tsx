interface Props {
  name: string;
  label: string;
  value: string;
  /** Label of the choice that doesn't filter. */
  any?: string;
  options: ReadonlyArray<readonly [value: string, text: string]>;
  className?: string;
}

export function FilterSelect({ name, label, value, any, options, className = 'field grow' }: Props) {
  return (
    <label className={className}>
      <span>{label}</span>
      <select name={name} defaultValue={value}>
        {any !== undefined && <option value="">{any}</option>}
        {options.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

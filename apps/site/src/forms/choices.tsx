import { Choice } from './choice';
import { FieldError } from './field';

interface Props<Value extends string> {
  /** Name of the field and ID of its first choice, so that an error links to it. */
  id: string;
  legend: string;
  hint?: string;
  defaultValue?: string;
  error?: string;
  /** Class of a row for the choices. */
  row?: string;
  options: ReadonlyArray<{ value: Value; label: string; hint?: string }>;
}

export function Choices<Value extends string>({ id, legend, hint, defaultValue, error, row, options }: Props<Value>) {
  const described = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean);
  const choices = options.map(({ value, ...texts }, index) => (
    <Choice
      key={value}
      id={index === 0 ? id : `${id}-${value}`}
      name={id}
      value={value}
      checked={defaultValue === value}
      {...texts}
    />
  ));
  return (
    <fieldset className={error === undefined ? undefined : 'wrong'} aria-describedby={described.join(' ') || undefined}>
      <legend>{legend}</legend>
      {hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldError id={id} error={error} />
      {row === undefined ? choices : <div className={row}>{choices}</div>}
    </fieldset>
  );
}

import { FieldError } from './field';

interface Props {
  id: string;
  label: string;
  hint?: string;
  error?: string;
  defaultValue: string;
  rows?: number;
  maxLength?: number;
}

/** A longer text, dressed as every other field. */
export function TextArea({ id, label, hint, error, defaultValue, rows = 4, maxLength }: Props) {
  const described = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`]
    .filter(Boolean)
    .join(' ');
  return (
    <div className={error === undefined ? 'field' : 'field wrong'}>
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldError id={id} error={error} />
      <textarea
        id={id}
        name={id}
        rows={rows}
        defaultValue={defaultValue}
        maxLength={maxLength}
        aria-describedby={described === '' ? undefined : described}
        aria-invalid={error === undefined ? undefined : true}
      />
    </div>
  );
}

import type { InputHTMLAttributes, ReactNode } from 'react';
import { Icon } from '../frame/icons';

export interface Labels {
  id: string;
  label: string;
  hint?: ReactNode;
  error?: string;
}

export function Field({ id, label, hint, error, ...input }: Labels & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <Labelled id={id} label={label} hint={hint} error={error}>
      {(control) => <input {...input} {...control} />}
    </Labelled>
  );
}

interface LabelledProps extends Labels {
  children: (control: { id: string; name: string; 'aria-describedby'?: string; 'aria-invalid'?: true }) => ReactNode;
}

export function Labelled({ id, label, hint, error, children }: LabelledProps) {
  const described = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean);
  return (
    <div className={error === undefined ? 'field' : 'field wrong'}>
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldError id={id} error={error} />
      {children({
        id,
        name: id,
        'aria-describedby': described.join(' ') || undefined,
        'aria-invalid': error === undefined ? undefined : true,
      })}
    </div>
  );
}

export function FieldError({ id, error }: { id: string; error?: string }) {
  if (error === undefined) return null;
  return (
    <p className="field-error" id={`${id}-error`}>
      <Icon name="alert" />
      {error}
    </p>
  );
}

import type { ReactNode } from 'react';

interface Props {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  checked: boolean;
  required?: boolean;
}

export function Tick({ id, label, hint, checked, required = false }: Props) {
  return (
    <div className="tick-field">
      <input
        type="checkbox"
        id={id}
        name={id}
        value="1"
        defaultChecked={checked}
        required={required}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
      />
      <div>
        <label htmlFor={id}>{label}</label>
        {hint !== undefined && (
          <p className="hint" id={`${id}-hint`}>
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}

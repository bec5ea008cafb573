import type { ReactNode } from 'react';

interface Props {
  id: string;
  name: string;
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  checked: boolean;
}

export function Choice({ id, name, value, label, hint, checked }: Props) {
  return (
    <div className="choice">
      <input type="radio" name={name} id={id} value={value} defaultChecked={checked} />
      <label htmlFor={id}>
        {hint === undefined ? label : <b>{label}</b>}
        {hint !== undefined && <span className="small">{hint}</span>}
      </label>
    </div>
  );
}

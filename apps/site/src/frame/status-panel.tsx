import type { ReactNode } from 'react';
import { Icon } from './icons';

export interface StatusPanelProps {
  title: string;
  text: string;
  icon?: Parameters<typeof Icon>[0]['name'];
  tone?: 'amber' | 'clay';
  buttons?: ReactNode;
}

export function StatusPanel({ title, text, icon, tone, buttons }: StatusPanelProps) {
  return (
    <>
      {icon !== undefined && (
        <p className={tone === undefined ? 'seal' : `seal ${tone}`}>
          <Icon name={icon} />
        </p>
      )}
      <h1>{title}</h1>
      {text !== '' && <p className="lead">{text}</p>}
      {buttons !== undefined && <div className="actions">{buttons}</div>}
    </>
  );
}

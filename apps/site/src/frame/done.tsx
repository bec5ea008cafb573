import type { ReactNode } from 'react';
import { Icon } from './icons';

export function Done({ children }: { children: ReactNode }) {
  return (
    <p className="note green" role="status">
      <Icon name="check" />
      {children}
    </p>
  );
}

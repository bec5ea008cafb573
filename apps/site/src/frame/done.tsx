import type { ReactNode } from 'react';
import { Icon } from './icons';

/** What was done just now. */
export function Done({ children }: { children: ReactNode }) {
  return (
    <p className="note green" role="status">
      <Icon name="check" />
      {children}
    </p>
  );
}

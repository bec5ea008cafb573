import type { ReactNode } from 'react';
import { Icon } from './icons';

/** Confirmation of a completed action. */
export function Done({ children }: { children: ReactNode }) {
  return (
    <p className="note green" role="status">
      <Icon name="check" />
      {children}
    </p>
  );
}

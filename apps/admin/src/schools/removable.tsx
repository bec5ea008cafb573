import { ActionIcon } from '@mantine/core';
import type { ReactNode } from 'react';
import { CloseIcon } from '../parts/ui/icons';
import { IfMayChange } from '../parts/ui/page-access';
import classes from './schools.module.css';

interface Props {
  /** Accessible name of the remove button. Without it there is no button. */
  label?: string | undefined;
  onRemove: () => void;
  children: ReactNode;
}

export function Removable({ label, onRemove, children }: Props) {
  return (
    <li className={classes.part}>
      <div>{children}</div>
      {label && (
        <IfMayChange>
          <ActionIcon variant="subtle" color="gray" size={28} aria-label={label} onClick={onRemove}>
            <CloseIcon size={14} />
          </ActionIcon>
        </IfMayChange>
      )}
    </li>
  );
}

import { ActionIcon } from '@mantine/core';
import type { ReactNode } from 'react';
import { CloseIcon } from '../parts/ui/icons';
import classes from './schools.module.css';

interface Props {
  /** What the button at the end does, by name; without one there is none. */
  label?: string | undefined;
  onRemove: () => void;
  children: ReactNode;
}

/** One part of an ask in a list, with the button that takes it away. */
export function Removable({ label, onRemove, children }: Props) {
  return (
    <li className={classes.part}>
      <div>{children}</div>
      {label && (
        <ActionIcon variant="subtle" color="gray" size={28} aria-label={label} onClick={onRemove}>
          <CloseIcon size={14} />
        </ActionIcon>
      )}
    </li>
  );
}

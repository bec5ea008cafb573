import { Button } from '@mantine/core';

interface RowButtonProps {
  label: string;
  /** Name of the row. Tells the buttons of several rows apart for screen readers. */
  about?: string;
  /** Accessible name, if it is a text of its own. */
  ariaLabel?: string;
  variant?: 'default' | 'filled';
  size?: 'compact-sm' | 'xs';
  isPending?: boolean;
  onClick: () => void;
}

/** Small button of a row in a list. */
export function RowButton(props: RowButtonProps) {
  const { label, about, variant = 'default', size = 'compact-sm', isPending } = props;
  const ariaLabel = props.ariaLabel ?? (about && `${label}: ${about}`);
  return (
    <Button size={size} variant={variant} aria-label={ariaLabel} aria-disabled={isPending} onClick={props.onClick}>
      {label}
    </Button>
  );
}

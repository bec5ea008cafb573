import { ActionIcon, Button, Input, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { CloseIcon, PlusIcon } from '../ui/icons';
import classes from './form-lines.module.css';

interface FormLinesProps<Line> {
  /** ID of the label in the page. */
  id: string;
  label: string;
  labels: {
    hint: string;
    add: string;
    remove: string;
    numbered: (named: { number: number }) => string;
    removeNumbered: (named: { number: number }) => string;
  };
  error: string | undefined;
  lines: readonly Line[];
  max: number;
  onAdd: () => void;
  /** The three fields of a line. */
  children: (line: Line) => ReactNode;
}

/** Rows of a form with a few short fields each. */
export function FormLines<Line extends { key: string; remove: () => void }>(props: FormLinesProps<Line>) {
  const { id, label, labels, error, lines, max, onAdd, children } = props;
  return (
    <Stack gap="sm" role="group" aria-labelledby={id}>
      <div>
        <Input.Label labelElement="div" id={id}>
          {label}
        </Input.Label>
        <Input.Description>{labels.hint}</Input.Description>
      </div>
      {error && (
        <Text size="sm" role="alert" c="var(--mantine-color-error)">
          {error}
        </Text>
      )}
      {lines.map((line, index) => (
        <fieldset key={line.key} className={classes.line}>
          <legend>{labels.numbered({ number: index + 1 })}</legend>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            className={classes.remove}
            aria-label={labels.removeNumbered({ number: index + 1 })}
            title={labels.remove}
            onClick={line.remove}
          >
            <CloseIcon />
          </ActionIcon>
          {children(line)}
        </fieldset>
      ))}
      {lines.length < max && (
        <div>
          <Button variant="default" leftSection={<PlusIcon />} onClick={onAdd}>
            {labels.add}
          </Button>
        </div>
      )}
    </Stack>
  );
}

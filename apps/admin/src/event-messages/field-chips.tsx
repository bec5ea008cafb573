import { Button, Group, Text } from '@mantine/core';
import { useRef, type ReactNode } from 'react';
import { useWords } from '../words/words';

export const messageFields = ['name', 'shift', 'time'] as const;

interface FieldChipsProps {
  fields: ReadonlyArray<(typeof messageFields)[number]>;
  value: string;
  onChange: (value: string) => void;
  /** The text area that the fields are inserted into. */
  children: ReactNode;
}

/** A text area with buttons that insert fields at the cursor. */
export function FieldChips({ fields, value, onChange, children }: FieldChipsProps) {
  const { labels } = useWords('eventMessages');
  const element = useRef<HTMLDivElement>(null);
  const insert = (field: string) => {
    const area = element.current?.querySelector('textarea');
    const start = area?.selectionStart ?? value.length;
    const end = area?.selectionEnd ?? value.length;
    const text = `{${field}}`;
    onChange(value.slice(0, start) + text + value.slice(end));
    // Waits until the new text is rendered.
    requestAnimationFrame(() => {
      area?.focus();
      area?.setSelectionRange(start + text.length, start + text.length);
    });
  };
  return (
    <div ref={element}>
      {children}
      <Group gap={8} mt={8} role="group" aria-label={labels.insert}>
        <Text size="sm" c="dimmed">
          {labels.insert}
        </Text>
        {fields.map((field) => (
          <Button key={field} size="compact-sm" variant="default" onClick={() => insert(field)}>
            {labels.fields[field]}
          </Button>
        ))}
      </Group>
    </div>
  );
}

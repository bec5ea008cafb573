import { Button, Group, Text, Textarea, Tooltip } from '@mantine/core';
import { useRef } from 'react';
import { Changes } from '../parts/ui/changes';
import { LockIcon } from '../parts/ui/icons';
import { type AreaWords, useWords } from '../words/words';
import classes from './email-wording.module.css';
import type { EmailText, EmailTextFault } from './queries';

interface EmailTextFieldProps {
  label: string;
  text: EmailText;
  value: string;
  lang: string;
  fault: EmailTextFault | null;
  onChange: (value: string) => void;
}

export function EmailTextField({ label, text, value, lang, fault, onChange }: EmailTextFieldProps) {
  const { labels } = useWords('emailWording');
  const area = useRef<HTMLTextAreaElement>(null);
  const { original, formerOriginal, fixed, placeholders } = text;
  const insert = (inserted: string) => {
    const start = area.current?.selectionStart ?? value.length;
    const end = area.current?.selectionEnd ?? value.length;
    onChange(value.slice(0, start) + inserted + value.slice(end));
    // Waits until the new text is rendered.
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(start + inserted.length, start + inserted.length);
    });
  };
  if (fixed) {
    return (
      <div className={classes.fixed}>
        <Text fw={600}>{label}</Text>
        <p lang={lang}>{original}</p>
        <Text size="sm" c="dimmed" className={classes.reason}>
          <LockIcon size={16} /> {labels.fixed[fixed]}
        </Text>
      </div>
    );
  }
  return (
    <div>
      <Textarea
        ref={area}
        label={label}
        lang={lang}
        autosize
        minRows={1}
        maxRows={12}
        value={value}
        error={fault && faultText(labels, fault, value)}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <Group gap={8} mt={8}>
        {placeholders.map((placeholder) => (
          <Tooltip
            key={placeholder.name}
            label={meaningOf(labels, placeholder)}
            events={{ hover: true, focus: true, touch: true }}
          >
            <Button
              size="compact-sm"
              variant="default"
              className={classes.chip}
              aria-label={labels.insert({ name: placeholder.name, meaning: placeholder.meaning })}
              onClick={() => insert(placeholder.insert)}
            >
              {`{${placeholder.name}}`}
              {placeholder.isRequired && ' *'}
            </Button>
          </Tooltip>
        ))}
        {value !== original && (
          <Button size="compact-sm" variant="subtle" onClick={() => onChange(original)}>
            {labels.reset}
          </Button>
        )}
      </Group>
      {formerOriginal !== null && (
        <div className={classes.outdated}>
          <Text size="sm" fw={600}>
            {labels.originalChanged}
          </Text>
          <Changes
            label={labels.originalChanged}
            changes={[{ field: text.key, label: labels.originalText, before: formerOriginal, after: original }]}
          />
        </div>
      )}
      {value !== original && formerOriginal === null && (
        <Text size="sm" c="dimmed" mt={4}>
          {labels.originalText}: <span lang={lang}>{original}</span>
        </Text>
      )}
    </div>
  );
}

type Labels = AreaWords<'emailWording'>['t']['emailWording'];

function meaningOf(labels: Labels, { name, meaning, isRequired }: EmailText['placeholders'][number]): string {
  const explained = meaning || name;
  return isRequired ? labels.requiredPlaceholder({ meaning: explained }) : explained;
}

/** Returns the problem and, if it is at one place in the text, quotes that place. */
function faultText(labels: Labels, { reason, at, name }: EmailTextFault, value: string): string {
  const message: string | ((about: { name: string }) => string) = labels.faults[reason];
  const text = typeof message === 'string' ? message : message({ name: name ?? '' });
  if (at === null || reason === 'TOO_LONG') return text;
  const found = value.slice(at, at + 20).replace(/\n/g, ' ');
  return `${text} ${labels.faultPlace({ position: at + 1, found })}`;
}

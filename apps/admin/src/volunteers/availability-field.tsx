import { ActionIcon, Button, Input, NativeSelect, TextInput } from '@mantine/core';
import { CloseIcon, PlusIcon } from '../parts/ui/icons';
import { useWords } from '../words/words';
import { weekdayName, weekdayNames } from './availability-text';
import classes from './volunteers.module.css';

interface Part {
  weekday: number;
  from: string;
  until: string;
}

/** Serializes parts of a week for the form. */
export function textOfParts(parts: readonly Part[]): string {
  return JSON.stringify(parts.map(({ weekday, from, until }) => ({ weekday, from, until })));
}

export function partsFrom(text: string): Part[] {
  return JSON.parse(text) as Part[];
}

interface AvailabilityFieldProps {
  value: string;
  error?: string | undefined;
  onChange: (parts: string) => void;
}

/** Weekly availability by time range. The end of the day is 24:00, which time inputs show as 00:00. */
export function AvailabilityField({ value, error, onChange }: AvailabilityFieldProps) {
  const { t, locale } = useWords('volunteers');
  const labels = t.volunteers;
  const parts = partsFrom(value);
  const write = (next: Part[]) => onChange(textOfParts(next));
  const change = (at: number, changed: Partial<Part>) =>
    write(parts.map((part, n) => (n === at ? { ...part, ...changed } : part)));
  return (
    <Input.Wrapper label={labels.availability} labelElement="div" error={error}>
      {parts.map(({ weekday, from, until }, at) => (
        <div key={at} className={classes.part} role="group" aria-label={weekdayName(locale, weekday)}>
          <NativeSelect
            label={labels.weekday}
            value={String(weekday)}
            onChange={(event) => change(at, { weekday: Number(event.currentTarget.value) })}
            data={weekdayNames(locale).map(([day, label]) => ({ value: day, label }))}
          />
          <TextInput
            type="time"
            label={labels.fromTime}
            value={from}
            onChange={(event) => change(at, { from: event.currentTarget.value })}
          />
          <TextInput
            type="time"
            label={labels.untilTime}
            value={until === '24:00' ? '00:00' : until}
            onChange={({ currentTarget: { value: time } }) => change(at, { until: time === '00:00' ? '24:00' : time })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={42}
            aria-label={labels.removeTime}
            onClick={() => write(parts.filter((_, n) => n !== at))}
          >
            <CloseIcon size={14} />
          </ActionIcon>
        </div>
      ))}
      <div>
        {' '}
        <Button
          size="compact-sm"
          variant="default"
          mt={6}
          leftSection={<PlusIcon size={14} />}
          onClick={() => write([...parts, { weekday: 6, from: '09:00', until: '13:00' }])}
        >
          {labels.addTime}
        </Button>
      </div>{' '}
    </Input.Wrapper>
  );
}

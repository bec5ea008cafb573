import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { intlTag, timesOnTheClock, type Locale } from '@upstander/web-kit';
import { useState, type ReactNode } from 'react';
import { useWords } from '../words/words';
import classes from './event-form.module.css';
import { endsNextDay, localTimes, type EventFormValues, type TimeValues } from './event-form-values';

interface TimeFieldsProps {
  form: UseFormReturnType<EventFormValues>;
  /** `time`, or `shifts.2.time`. */
  path: string;
  time: TimeValues;
  /** What the day is when nothing is chosen: a shift is on the day of its event. */
  defaultDate?: string;
  /** Said beside the fields, such as the zone. */
  children?: ReactNode;
}

/** A day, from, until. An end before the start is taken as the next day, and says so. */
export function TimeFields({ form, path, time, defaultDate, children }: TimeFieldsProps) {
  const { t, locale } = useWords('eventForm');
  const { fields } = t.eventForm;
  const [manyDays, setManyDays] = useState(time.endDate !== '');
  const date = form.getInputProps(`${path}.date`);
  const shown = { ...time, date: time.date || (defaultDate ?? '') };
  const twice = timesThatComeTwice(shown, form.values.timeZone);

  return (
    <Stack gap={6}>
      <div className={classes.times}>
        <TextInput type="date" label={fields.date} required {...date} value={shown.date} className={classes.date} />
        <TextInput type="time" label={fields.starts} required {...form.getInputProps(`${path}.start`)} />
        {manyDays && (
          <TextInput
            type="date"
            label={fields.endDate}
            min={shown.date}
            {...form.getInputProps(`${path}.endDate`)}
            className={classes.date}
          />
        )}
        <TextInput type="time" label={fields.ends} required {...form.getInputProps(`${path}.end`)} />
      </div>
      <Group gap="4px 14px">
        {children}
        {endsNextDay(shown) && (
          <Text size="sm" className={classes.nextDay}>
            {fields.endsNextDay}
          </Text>
        )}
        {twice.map((at) => (
          <Text key={at} size="sm" className={classes.nextDay} role="status">
            {fields.comesTwice({ time: clockText(locale, at) })}
          </Text>
        ))}
        <Button
          variant="subtle"
          size="compact-sm"
          className={classes.quiet}
          onClick={() => {
            form.setFieldValue(`${path}.endDate`, '');
            setManyDays(!manyDays);
          }}
        >
          {manyDays ? fields.oneDay : fields.manyDays}
        </Button>
      </Group>
      {form.errors[`${path}.endDate`] && !manyDays && (
        <Text size="sm" c="var(--mantine-color-error)">
          {form.errors[`${path}.endDate`]}
        </Text>
      )}
    </Stack>
  );
}

/** Of a start and an end those that the clock there shows twice, because it is put back that night. */
function timesThatComeTwice(time: TimeValues, zone: string): string[] {
  if (time.date === '') return [];
  const { startsAtLocal, endsAtLocal } = localTimes(time);
  return [...new Set([startsAtLocal, endsAtLocal])].filter((local) => timesOnTheClock(local, zone) === 2);
}

/** “1:30 AM”: wall time needs no zone to be written out, so it is read and shown as if it were UTC. */
function clockText(locale: Locale, local: string): string {
  const shape = { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(intlTag(locale), shape).format(new Date(`${local}Z`));
}

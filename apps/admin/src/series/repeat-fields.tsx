import { Checkbox, Chip, Group, Input, NativeSelect, NumberInput, Radio, Stack, Text, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWords } from '../words/words';
import { DateList } from './date-list';
import type { SeriesInput } from './queries';
import { repeatSentence, weekdayName } from './repeat-sentence';
import { ordinalChoices, ordinalKey, ordinalOf, weekdayCodes, weekdayOf, type RepeatValues } from './repeat-values';
import classes from './series.module.css';

interface RepeatFieldsProps {
  values: RepeatValues;
  onChange: (values: RepeatValues) => void;
  /** The first occurrence; null until its date and times are chosen. */
  event: SeriesInput['event'] | null;
  fromEventId?: string;
  /** ID of the series that is being edited. */
  seriesId?: string;
  /** True if a single event is a choice too. */
  isOptional?: boolean;
  error?: ReactNode;
}

/** Says when an event repeats, in words, with the list of its dates. */
export function RepeatFields(props: RepeatFieldsProps) {
  const { values, onChange, event, fromEventId, seriesId, isOptional, error } = props;
  const { t, locale } = useWords('series');
  const { form } = t.series;
  const set = (changes: Partial<RepeatValues>) => onChange({ ...values, ...changes });
  const choices = ['none', 'day', 'week', 'twoWeeks', 'month'] as const;
  const date = event?.startsAtLocal.slice(0, 10) ?? null;
  return (
    <Stack>
      <NativeSelect
        label={form.every}
        className={classes.every}
        value={values.every}
        onChange={({ currentTarget }) => set({ every: currentTarget.value as RepeatValues['every'] })}
        error={error}
        data={[
          ...choices
            .filter((choice) => isOptional || choice !== 'none')
            .map((value) => ({ value, label: form.choices[value] })),
          ...(values.every === 'other' ? [{ value: 'other', label: form.choices.other({ rule: values.rule }) }] : []),
        ]}
      />
      {values.every !== 'none' && !date && <Text c="dimmed">{form.chooseStart}</Text>}
      {values.every !== 'none' && date && (
        <>
          {(values.every === 'week' || values.every === 'twoWeeks') && (
            <Weekdays values={values} set={set} date={date} />
          )}
          {values.every === 'month' && <MonthDays values={values} set={set} date={date} />}
          <Ending values={values} set={set} date={date} />
          <Checkbox
            label={form.holidays}
            description={form.holidaysHint}
            checked={values.skipsHolidays}
            onChange={({ currentTarget }) => set({ skipsHolidays: currentTarget.checked })}
          />
          <Text fw={600}>{repeatSentence(t.series, locale, values, date)}.</Text>
          <DateList values={values} set={set} event={event!} fromEventId={fromEventId} seriesId={seriesId} />
        </>
      )}
    </Stack>
  );
}

interface PartProps {
  values: RepeatValues;
  set: (changes: Partial<RepeatValues>) => void;
  date: string;
}

function Weekdays({ values, set, date }: PartProps) {
  const { t, locale } = useWords('series');
  const chosen = values.weekdays.length > 0 ? values.weekdays : [weekdayCodes[weekdayOf(date)]!];
  return (
    <div role="group" aria-labelledby="repeat-weekdays">
      <Input.Label labelElement="div" id="repeat-weekdays">
        {t.series.form.weekdays}
      </Input.Label>
      <Chip.Group multiple value={chosen} onChange={(weekdays) => set({ weekdays })}>
        <Group gap="xs" mt={4}>
          {weekdayCodes.map((code) => (
            <Chip key={code} value={code} aria-label={weekdayName(locale, code)}>
              {weekdayName(locale, code, 'short')}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
    </div>
  );
}

function MonthDays({ values, set, date }: PartProps) {
  const { t } = useWords('series');
  const { form } = t.series;
  const ordinals = values.ordinals.length > 0 ? values.ordinals : [ordinalOf(date) > 4 ? -1 : ordinalOf(date)];
  return (
    <>
      <Radio.Group
        label={form.monthBy}
        value={values.monthBy}
        onChange={(monthBy) => set({ monthBy: monthBy as RepeatValues['monthBy'] })}
      >
        <Group mt={4}>
          <Radio value="weekday" label={form.byWeekday({ weekday: weekdayCodes[weekdayOf(date)]! })} />
          <Radio value="date" label={form.byDate({ day: Number(date.slice(8, 10)) })} />
        </Group>
      </Radio.Group>
      {values.monthBy === 'weekday' && (
        <div role="group" aria-labelledby="repeat-ordinals">
          <Input.Label labelElement="div" id="repeat-ordinals">
            {form.ordinals}
          </Input.Label>
          <Chip.Group
            multiple
            value={ordinals.map(String)}
            onChange={(chosen) => set({ ordinals: chosen.map(Number) })}
          >
            <Group gap="xs" mt={4}>
              {ordinalChoices.map((n) => (
                <Chip key={n} value={String(n)}>
                  {form.ordinal({ n: ordinalKey(n) })}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
        </div>
      )}
    </>
  );
}

function Ending({ values, set, date }: PartProps) {
  const { t } = useWords('series');
  const { form } = t.series;
  return (
    <div className={classes.ending}>
      <NativeSelect
        label={form.ends}
        value={values.ends}
        onChange={({ currentTarget }) => set({ ends: currentTarget.value as RepeatValues['ends'] })}
        data={[
          { value: 'never', label: t.common.never },
          { value: 'date', label: form.endsDate },
          { value: 'count', label: form.endsCount },
        ]}
      />
      {values.ends === 'date' && (
        <TextInput
          type="date"
          label={t.shared.lastDay}
          min={date}
          value={values.until}
          onChange={({ currentTarget }) => set({ until: currentTarget.value })}
        />
      )}
      {values.ends === 'count' && (
        <NumberInput
          label={form.count}
          min={1}
          max={1200}
          allowDecimal={false}
          value={Number(values.count)}
          onChange={(count) => set({ count: String(count) })}
        />
      )}
    </div>
  );
}

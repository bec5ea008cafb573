import { Alert, Button, Group, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { clockTime, dayText } from '@upstander/web-kit';
import { useState } from 'react';
import { useRead } from '../api/use-api';
import { explain } from '../api/explain';
import { useWords } from '../words/words';
import { seriesPreviewQuery, type PreviewedDate, type SeriesInput } from './queries';
import { recurrenceOf, type RepeatValues } from './repeat-values';
import classes from './series.module.css';

interface DateListProps {
  values: RepeatValues;
  set: (changes: Partial<RepeatValues>) => void;
  event: SeriesInput['event'];
  fromEventId: string | undefined;
  seriesId: string | undefined;
}

const shownAtFirst = 12;

/** Lists all dates while the rule is being chosen, with a note on holidays, clock changes and clashes. */
export function DateList({ values, set, event, fromEventId, seriesId }: DateListProps) {
  const { t, words, locale } = useWords('series');
  const { form } = t.series;
  const [isLong, setIsLong] = useState(false);
  const input = {
    event: { ...event, shifts: [], agenda: [] },
    ...recurrenceOf(values, event.startsAtLocal.slice(0, 10)),
    ...(fromEventId && { fromEventId }),
  };
  const [settled] = useDebouncedValue(JSON.stringify(input), 250);
  const { data, error } = useRead(seriesPreviewQuery, {
    input: JSON.parse(settled) as SeriesInput,
    seriesId: seriesId ?? null,
  });
  const preview = data?.previewSeries;
  if (error)
    return (
      <Alert color="amber" role="status" title={form.problem}>
        {explain(words, locale, error)}
      </Alert>
    );
  if (!preview) return <Text c="dimmed">{form.loading}</Text>;
  const shown = isLong ? preview.dates : preview.dates.slice(0, shownAtFirst);
  const rest = preview.dates.length - shown.length;
  return (
    <div>
      <Title order={3} size="h4" aria-live="polite">
        {form.datesTitle({ count: preview.count })}
      </Title>
      <ol className={classes.dates} aria-label={form.datesList}>
        {shown.map((date) => (
          <DateRow key={date.local} date={date} values={values} set={set} />
        ))}
      </ol>
      {rest > 0 && (
        <Button variant="subtle" size="compact-sm" onClick={() => setIsLong(true)}>
          {form.more({ count: rest })}
        </Button>
      )}
      <ExtraDate values={values} set={set} event={event} />
    </div>
  );
}

interface DateRowProps {
  date: PreviewedDate;
  values: RepeatValues;
  set: (changes: Partial<RepeatValues>) => void;
}

function DateRow({ date, values, set }: DateRowProps) {
  const { t, words, locale } = useWords('series');
  const { form } = t.series;
  const { local, isExtra, isExcluded, takesPlace, clockChange, neighbors, clashes } = date;
  const year = new Date().getUTCFullYear();
  const named = dayText(locale, new Date(`${local}Z`), 'UTC', year);
  const holiday = date.holiday && words.enums.federalHoliday[date.holiday];
  const without = (list: string[]) => list.filter((one) => one !== local);
  const replaceBy = (neighbor: string) =>
    set({
      excluded: isExtra ? values.excluded : [...without(values.excluded), local],
      extra: [...without(values.extra), neighbor],
    });
  const toggle = () => {
    if (isExtra) set({ extra: without(values.extra) });
    else if (isExcluded) set({ excluded: without(values.excluded) });
    else if (takesPlace) set({ excluded: [...values.excluded, local] });
    else set({ extra: [...values.extra, local] });
  };
  const [label, ariaLabel] = isExtra
    ? [t.common.remove, form.removeNamed({ date: named })]
    : takesPlace
      ? [form.skip, form.skipNamed({ date: named })]
      : [form.addBack, form.addBackNamed({ date: named })];
  return (
    <li className={classes.date} data-off={!takesPlace || undefined}>
      <div>
        <span className={classes.day}>
          {named}, {clockTime(locale, date.startsAtLocal.slice(11))}
        </span>
        {isExtra && <span className={classes.note}>{form.extra}</span>}
        {!takesPlace && (
          <span className={classes.note}>
            {holiday && !isExcluded ? form.skippedHoliday({ holiday }) : form.skipped}
          </span>
        )}
        {takesPlace && holiday && <span className={classes.note}>{form.isHoliday({ holiday })}</span>}
        {takesPlace && clashes.length > 0 && (
          <Text size="sm" className={classes.warning}>
            {form.clash({ titles: clashes.join(', '), count: clashes.length })}
          </Text>
        )}
        {takesPlace && clockChange && (
          <Text size="sm" className={classes.warning} component="div">
            {clockChange === 'SKIPPED'
              ? form.clockSkipped({ time: clockTime(locale, date.startsAtLocal.slice(11)) })
              : form.clockRepeated}
            <Group gap="xs" mt={4}>
              {neighbors
                .filter((neighbor) => neighbor !== date.startsAtLocal)
                .map((neighbor) => (
                  <Button key={neighbor} variant="default" size="compact-xs" onClick={() => replaceBy(neighbor)}>
                    {form.instead({ time: clockTime(locale, neighbor.slice(11)) })}
                  </Button>
                ))}
            </Group>
          </Text>
        )}
      </div>
      <Button variant="subtle" size="compact-sm" aria-label={ariaLabel} onClick={toggle}>
        {label}
      </Button>
    </li>
  );
}

function ExtraDate({ values, set, event }: Pick<DateListProps, 'values' | 'set' | 'event'>) {
  const { form } = useWords('series').t.series;
  const [local, setLocal] = useState('');
  const add = () => {
    if (local === '') return;
    set({ extra: [...new Set([...values.extra, local])], excluded: values.excluded.filter((one) => one !== local) });
    setLocal('');
  };
  return (
    <Group align="end" mt="md" gap="xs">
      <TextInput
        type="datetime-local"
        label={form.extraLabel}
        min={event.startsAtLocal}
        value={local}
        onChange={({ currentTarget }) => setLocal(currentTarget.value)}
      />
      <Button variant="default" onClick={add}>
        {form.extraAdd}
      </Button>
    </Group>
  );
}

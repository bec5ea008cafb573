import { Box, Button, Group, Input, NativeSelect, SegmentedControl, Stack, Text } from '@mantine/core';
import { clockTime, languageName, countLocalTimeOccurrences, zoneName } from '@upstander/web-kit';
import { type ReactNode, useState } from 'react';
import { FormField } from '../parts/forms/form-field';
import type { FormFields } from '../parts/forms/form-fields';
import { useChapters } from '../session/chapters';
import { useSettings } from '../session/settings';
import { useWords } from '../words/words';
import { FormAgenda } from './event-form-agenda';
import { endsNextDay, type EventFormValues, localTimes, type TimeValues, placeField } from './event-form-values';
import classes from './event-form.module.css';
import { MoveSchedule } from './move-schedule';

export type EventForm = FormFields<EventFormValues> & { setValues: (values: EventFormValues) => void };

export function FormName({ form }: { form: EventForm }) {
  const { fields } = useWords('eventForm').t.eventForm;
  const { myChapters: chapters } = useChapters();

  const chooseChapter = (id: string) => {
    const [old, next] = [form.values.chapterId, id].map((each) => chapters.find((chapter) => chapter.id === each));
    form.set('chapterId', id);
    // A time zone that was chosen for this event stays. One that came from the chapter changes with it.
    if (next && (!old || old.timeZone === form.values.timeZone)) form.set('timeZone', next.timeZone);
  };

  return (
    <Stack>
      <FormField form={form} name="title" required />
      <NativeSelect
        label={fields.chapter}
        {...form.field('chapterId')}
        onChange={(event) => chooseChapter(event.currentTarget.value)}
        data={[
          ...(form.values.chapterId === '' ? [{ value: '', label: '' }] : []),
          ...chapters.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </Stack>
  );
}

export function FormTimeAndPlace({ form }: { form: EventForm }) {
  const { fields } = useWords('eventForm').t.eventForm;
  const { online } = form.values;
  return (
    <Stack>
      <TimeFields form={form.nested('time')} zone={form.values.timeZone}>
        <EventZone form={form} />
      </TimeFields>
      <MoveSchedule form={form} />
      <Stack gap={8}>
        <Input.Label labelElement="div" size="md" id="event-where">
          {fields.where}
        </Input.Label>
        <SegmentedControl
          aria-labelledby="event-where"
          className={classes.where}
          value={online ? 'online' : 'place'}
          onChange={(value) => form.set('online', value === 'online')}
          data={[
            { value: 'place', label: fields.atPlace },
            { value: 'online', label: fields.online },
          ]}
        />
      </Stack>
      <FormField key={String(online)} form={form} name={placeField(online)} required={!online} />
    </Stack>
  );
}

function EventZone({ form }: { form: EventForm }) {
  const { t, locale } = useWords('eventForm');
  const { fields } = t.eventForm;
  const [changing, setChanging] = useState(false);
  const { timeZone } = form.values;
  if (changing) {
    return <FormField form={form} name="timeZone" />;
  }
  return (
    <Text size="sm" c="dimmed">
      {fields.timesIn({ zone: zoneName(locale, timeZone) })}
      <Button variant="subtle" size="compact-sm" px={4} onClick={() => setChanging(true)}>
        {fields.changeZone}
      </Button>
    </Text>
  );
}

export function RegistrationSection({ form }: { form: EventForm }) {
  const { fields } = useWords('eventForm').t.eventForm;
  return (
    <Stack>
      <div className={classes.opening}>
        <FormField form={form} name="opensAtLocal" description={fields.opensHint} />
        <FormField form={form} name="opensToMembersAtLocal" description={fields.opensToMembersHint} />
      </div>
      <FormField form={form} name="withMinors" />
      {form.values.withMinors && (
        <Box maw={240}>
          <FormField form={form} name="minimumAdults" as="number" />
        </Box>
      )}
    </Stack>
  );
}

/** Most common languages in the chapters' cities. Other languages of the event stay on the list. */
const common = ['en', 'es', 'zh', 'tl', 'vi', 'ko', 'ar', 'hy', 'fa', 'ru'];

export function FormMore({ form }: { form: EventForm }) {
  const { locale, t } = useWords('eventForm');
  const { guestsPerSignup } = useSettings();
  const { maxGuestsHint, maxGuestsLimit } = t.eventForm.fields;
  const guestsHint = guestsPerSignup < 20 ? maxGuestsLimit({ most: guestsPerSignup }) : maxGuestsHint;
  const languages = [...new Set([...common, ...form.values.languages])];
  return (
    <Stack>
      <FormField form={form} name="summary" />
      <FormField form={form} name="description" as="markdown" />
      <FormAgenda form={form} />
      <FormField
        form={form}
        name="languages"
        choices={languages.map((value) => ({ value, label: languageName(locale, value) }))}
      />
      <FormField form={form} name="accessibility" />
      <FormField form={form} name="bring" as="text" />
      <FormField form={form} name="maxGuests" as="number" description={guestsHint} />
      <FormField form={form} name="maxGroupSize" as="number" />
      <FormField form={form} name="contactName" />
      <FormField form={form} name="contactEmail" />
    </Stack>
  );
}

interface TimeFieldsProps {
  form: FormFields<TimeValues>;
  zone: string;
  /** Default date of a shift: the date of its event. */
  defaultDate?: string;
  /** Extra content beside the fields, for example the time zone. */
  children?: ReactNode;
}

/** An end before the start means the next day, and the form says so. */
export function TimeFields({ form, zone, defaultDate, children }: TimeFieldsProps) {
  const { t, locale } = useWords('eventForm');
  const { fields } = t.eventForm;
  const time = form.values;
  const [manyDays, setManyDays] = useState(time.endDate !== '');
  const shown = { ...time, date: time.date || (defaultDate ?? '') };
  const twice = timesThatComeTwice(shown, zone);
  const endDateError = form.errorOf('endDate');

  return (
    <Stack gap={8}>
      <div className={classes.times}>
        <FormField form={form} name="date" required value={shown.date} className={classes.date} />
        <FormField form={form} name="start" label={fields.starts} required />
        {manyDays && <FormField form={form} name="endDate" min={shown.date} className={classes.date} />}
        <FormField form={form} name="end" label={fields.ends} required />
      </div>
      <Group gap="4px 16px">
        {children}
        {endsNextDay(shown) && (
          <Text size="sm" className={classes.nextDay}>
            {fields.endsNextDay}
          </Text>
        )}
        {twice.map((at) => (
          <Text key={at} size="sm" className={classes.nextDay} role="status">
            {fields.comesTwice({ time: clockTime(locale, at) })}
          </Text>
        ))}
        <Button
          variant="subtle"
          size="compact-sm"
          className={classes.quiet}
          onClick={() => {
            form.set('endDate', '');
            setManyDays(!manyDays);
          }}
        >
          {manyDays ? fields.oneDay : fields.manyDays}
        </Button>
      </Group>
      {endDateError && !manyDays && (
        <Text size="sm" c="var(--mantine-color-error)">
          {endDateError}
        </Text>
      )}
    </Stack>
  );
}

/** Returns the start or end times that occur twice because clocks are set back that night. */
function timesThatComeTwice(time: TimeValues, zone: string): string[] {
  if (time.date === '') return [];
  const { startsAtLocal, endsAtLocal } = localTimes(time);
  return [...new Set([startsAtLocal, endsAtLocal])].filter((local) => countLocalTimeOccurrences(local, zone) === 2);
}

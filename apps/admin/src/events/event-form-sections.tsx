import {
  Button,
  Checkbox,
  Group,
  Input,
  NativeSelect,
  NumberInput,
  SegmentedControl,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { clockTime, languageName, limits, countLocalTimeOccurrences, zoneName } from '@upstander/web-kit';
import { type ReactNode, useState } from 'react';
import { MarkdownField } from '../parts/forms/markdown-field';
import { modelFields } from '../parts/forms/model-fields';
import { ZoneField } from '../parts/forms/zone-field';
import type { Chapter } from '../session/chapters';
import { useWords } from '../words/words';
import { FormAgenda } from './event-form-agenda';
import { endsNextDay, type EventFormValues, localTimes, type TimeValues, whereField } from './event-form-values';
import classes from './event-form.module.css';
import { MoveSchedule } from './move-schedule';

interface BasicsProps {
  form: UseFormReturnType<EventFormValues>;
  chapters: readonly Chapter[];
}

export function FormBasics({ form, chapters }: BasicsProps) {
  const { t } = useWords('eventForm');
  const { fields } = t.eventForm;
  const { online } = form.values;
  const field = modelFields(form, limits.Event, fields);

  const chooseChapter = (id: string) => {
    const [old, next] = [form.values.chapterId, id].map((each) => chapters.find((chapter) => chapter.id === each));
    form.setFieldValue('chapterId', id);
    // A time zone that was chosen for this event stays. One that came from the chapter changes with it.
    if (next && (!old || old.timeZone === form.values.timeZone)) form.setFieldValue('timeZone', next.timeZone);
  };

  return (
    <Stack>
      <TextInput required {...field('title')} />
      <NativeSelect
        label={fields.chapter}
        required
        {...form.getInputProps('chapterId')}
        onChange={(event) => chooseChapter(event.currentTarget.value)}
        data={[
          ...(form.values.chapterId === '' ? [{ value: '', label: '' }] : []),
          ...chapters.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <TimeFields form={form} path="time" time={form.values.time}>
        <EventZone form={form} />
      </TimeFields>
      <MoveSchedule form={form} />
      <Stack gap={6}>
        <Input.Label labelElement="div" size="md" id="event-where">
          {fields.where}
        </Input.Label>
        <SegmentedControl
          aria-labelledby="event-where"
          className={classes.where}
          value={online ? 'online' : 'place'}
          onChange={(value) => form.setFieldValue('online', value === 'online')}
          data={[
            { value: 'place', label: fields.atPlace },
            { value: 'online', label: fields.online },
          ]}
        />
      </Stack>
      <TextInput
        key={String(online)}
        type={online ? 'url' : 'text'}
        required={!online}
        {...field(whereField(online))}
      />
    </Stack>
  );
}

function EventZone({ form }: { form: UseFormReturnType<EventFormValues> }) {
  const { t, locale } = useWords('eventForm');
  const { fields } = t.eventForm;
  const [changing, setChanging] = useState(false);
  const { timeZone } = form.values;
  if (changing) {
    return <ZoneField label={fields.timeZone} {...form.getInputProps('timeZone')} />;
  }
  return (
    <Text size="sm" c="dimmed">
      {fields.timesIn({ zone: zoneName(locale, timeZone) })}
      <Button variant="subtle" size="compact-sm" px={4} fw={500} onClick={() => setChanging(true)}>
        {fields.changeZone}
      </Button>
    </Text>
  );
}

/** Registration window, and the required number of adults when minors attend. */
export function RegistrationSection({ form }: { form: UseFormReturnType<EventFormValues> }) {
  const { fields } = useWords('eventForm').t.eventForm;
  const opening = (name: 'opensAtLocal' | 'opensToMembersAtLocal', hint: string) => (
    <TextInput type="datetime-local" label={fields[name]} description={hint} {...form.getInputProps(name)} />
  );
  return (
    <Stack>
      <div className={classes.opening}>
        {opening('opensAtLocal', fields.opensHint)}
        {opening('opensToMembersAtLocal', fields.opensToMembersHint)}
      </div>
      <Checkbox
        label={fields.withMinors}
        description={fields.withMinorsHint}
        {...form.getInputProps('withMinors', { type: 'checkbox' })}
      />
      {form.values.withMinors && (
        <NumberInput
          label={fields.minimumAdults}
          description={fields.minimumAdultsHint}
          min={2}
          max={limits.Event.minimumAdults}
          maw={240}
          {...form.getInputProps('minimumAdults')}
        />
      )}
    </Stack>
  );
}

/** Most common languages in the chapters' cities. Other languages of the event stay on the list. */
const common = ['en', 'es', 'zh', 'tl', 'vi', 'ko', 'ar', 'hy', 'fa', 'ru'];

export function FormMore({ form }: { form: UseFormReturnType<EventFormValues> }) {
  const { t, locale } = useWords('eventForm');
  const { fields } = t.eventForm;
  const field = modelFields(form, limits.Event, fields);
  const languages = [...new Set([...common, ...form.values.languages])];
  return (
    <Stack>
      <TextInput {...field('summary')} />
      <MarkdownField label={fields.description} hint={fields.descriptionHint} {...form.getInputProps('description')} />
      <FormAgenda form={form} />
      <Checkbox.Group label={fields.languages} {...form.getInputProps('languages')}>
        <Group gap="md" mt={6}>
          {languages.map((code) => (
            <Checkbox key={code} value={code} label={languageName(locale, code)} />
          ))}
        </Group>
      </Checkbox.Group>
      <Textarea autosize minRows={2} {...field('accessibility')} />
      <TextInput {...field('bring')} />
      <NumberInput
        label={fields.maxGuests}
        description={fields.maxGuestsHint}
        min={0}
        max={20}
        allowDecimal={false}
        {...form.getInputProps('maxGuests')}
      />
      <TextInput {...field('contactName')} />
      <TextInput type="email" {...field('contactEmail')} />
    </Stack>
  );
}

interface TimeFieldsProps {
  form: UseFormReturnType<EventFormValues>;
  /** `time`, or `shifts.2.time`. */
  path: string;
  time: TimeValues;
  /** Default date of a shift: the date of its event. */
  defaultDate?: string;
  /** Extra content beside the fields, for example the time zone. */
  children?: ReactNode;
}

/** Date, start and end. An end before the start means the next day, and the form says so. */
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
            {fields.comesTwice({ time: clockTime(locale, at) })}
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

/** Returns the start or end times that occur twice because clocks are set back that night. */
function timesThatComeTwice(time: TimeValues, zone: string): string[] {
  if (time.date === '') return [];
  const { startsAtLocal, endsAtLocal } = localTimes(time);
  return [...new Set([startsAtLocal, endsAtLocal])].filter((local) => countLocalTimeOccurrences(local, zone) === 2);
}

import { Button, Input, NativeSelect, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { limits, zoneName } from '@upstander/web-kit';
import { useState } from 'react';
import type { Chapter } from '../session/chapters';
import { useWords } from '../words/words';
import classes from './event-form.module.css';
import { modelFields } from '../parts/forms/model-fields';
import { whereField, type EventFormValues } from './event-form-values';
import { TimeFields } from './time-fields';

interface BasicsProps {
  form: UseFormReturnType<EventFormValues>;
  chapters: readonly Chapter[];
}

/** What nobody can do without: title, chapter, when and where. */
export function FormBasics({ form, chapters }: BasicsProps) {
  const { t } = useWords('eventForm');
  const { fields } = t.eventForm;
  const { online } = form.values;
  const field = modelFields(form, limits.Event, fields);

  const chooseChapter = (id: string) => {
    const [old, next] = [form.values.chapterId, id].map((each) => chapters.find((chapter) => chapter.id === each));
    form.setFieldValue('chapterId', id);
    // A zone somebody chose for this event stays; one that only came with the chapter goes with it.
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
        <ZoneField form={form} />
      </TimeFields>
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

function ZoneField({ form }: { form: UseFormReturnType<EventFormValues> }) {
  const { t, locale } = useWords('eventForm');
  const { fields } = t.eventForm;
  const [changing, setChanging] = useState(false);
  const { timeZone } = form.values;
  if (changing) {
    const zones = Intl.supportedValuesOf('timeZone');
    return (
      <NativeSelect
        label={fields.timeZone}
        {...form.getInputProps('timeZone')}
        data={zones.includes(timeZone) ? zones : [timeZone, ...zones]}
      />
    );
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

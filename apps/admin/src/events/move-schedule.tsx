import { Alert, Button, Text } from '@mantine/core';
import { useState } from 'react';
import { ClockIcon } from '../parts/ui/icons';
import { useWords } from '../words/words';
import type { EventForm } from './event-form-sections';
import { hasFollowers, minutesMoved, shiftAllTimes } from './move-times';

export function MoveSchedule({ form }: { form: EventForm }) {
  const { t } = useWords('eventForm');
  const labels = t.eventForm.moveAlong;
  const { values } = form;
  const followers = JSON.stringify([values.shifts.map(({ ownTimes, time }) => ownTimes && time), values.agenda]);
  const [knownTime, setKnownTime] = useState({ followers, time: values.time });
  // Manually edited shifts, or those from a draft, already match the new start.
  if (knownTime.followers !== followers) setKnownTime({ followers, time: values.time });
  const previousTime = knownTime.time;
  if (!minutesMoved(previousTime, values.time) || !hasFollowers(values)) return null;
  return (
    <Alert color="amber" icon={<ClockIcon />} role="status">
      <Text size="sm">{labels.text}</Text>
      <Button size="xs" mt="xs" onClick={() => form.setValues(shiftAllTimes(values, previousTime))}>
        {labels.submit}
      </Button>
    </Alert>
  );
}

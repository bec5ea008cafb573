import { Alert, Button, Group, Text } from '@mantine/core';
import { clockTime } from '@upstander/web-kit';
import { useState } from 'react';
import { calendarDay } from '../parts/ui/dates';
import { ClockIcon } from '../parts/ui/icons';
import { useWords } from '../words/words';
import classes from './event-form.module.css';
import type { EventForm } from './event-form-sections';
import type { TimeValues } from './event-form-values';
import { hasFollowers, minutesMoved, previewMove, shiftAllTimes } from './move-times';

/** Asks whether the shifts move along with a new start, and shows what that means for them. */
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
  const shifts = previewMove(values, previousTime);
  const people = shifts.reduce((sum, { taken }) => sum + taken, 0);
  return (
    <Alert color="amber" icon={<ClockIcon />} role="status" title={labels.title}>
      <ul className={classes.moved}>
        {shifts.map(({ key, ...shift }) => (
          <MovedShift key={key} {...shift} />
        ))}
      </ul>
      <Text size="sm">
        {[values.agenda.length > 0 && labels.agenda, people > 0 && labels.told].filter(Boolean).join(' ')}
      </Text>
      <Group gap="xs" mt="xs">
        <Button size="xs" onClick={() => form.setValues(shiftAllTimes(values, previousTime))}>
          {labels.submit}
        </Button>
        <Button size="xs" variant="default" onClick={() => setKnownTime({ followers, time: values.time })}>
          {labels.keep}
        </Button>
      </Group>
    </Alert>
  );
}

function MovedShift({ role, taken, from, to }: Omit<ReturnType<typeof previewMove>[number], 'key'>) {
  const { t, locale } = useWords('eventForm');
  const { shifts } = t.eventForm;
  const text = (time: TimeValues, withDay: boolean) =>
    [withDay && time.date !== '' && calendarDay(locale, time.date), `${clock(time.start)}–${clock(time.end)}`]
      .filter(Boolean)
      .join(', ');
  const clock = (local: string) => (local === '' ? '' : clockTime(locale, local));
  const onOtherDay = from.date !== to.date;
  return (
    <li>
      <b>{role}</b>
      <span>
        {text(from, onOtherDay)} → {text(to, onOtherDay)}
      </span>
      {taken > 0 && <span>{shifts.taken({ count: taken })}</span>}
    </li>
  );
}

import { Alert, Text } from '@mantine/core';
import { dayAndTime, isoDay, models } from '@upstander/web-kit';
import { useChange } from '../api/use-api';
import { Form, useModelForm } from '../parts/forms/form';
import { useSettings } from '../session/settings';
import { todayIn } from '../parts/ui/dates';
import { useChapters } from '../session/chapters';
import { useWords } from '../words/words';
import { scheduleMutation, type Consultation } from './queries';
import { instantOf, wallTimeOf } from '../parts/forms/wall-time';
import { ZoneField } from '../parts/forms/zone-field';
import { FormField } from '../parts/forms/form-field';
import { formOnly } from '../parts/forms/form-only-fields';
import classes from './consultations.module.css';

interface AppointmentFormProps {
  consultation: Consultation;
  onDone: (consultation: Consultation) => void;
  onCancel: () => void;
}

const lengths = [15, 30, 45, 60, 90, 120];

/** The time zone is the person's and must be chosen explicitly. */
export function AppointmentForm({ consultation, onDone, onCancel }: AppointmentFormProps) {
  const { t, locale } = useWords('consultations');
  const words = t.consultations;
  const { allChapters: all } = useChapters();
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const { id, appointmentAt, appointmentMinutes } = consultation;
  const settings = useSettings();
  const zone = consultation.timeZone ?? settings.timeZone;
  const likely = [...new Set([zone, settings.timeZone, ...all.map(({ timeZone }) => timeZone), here])];
  const schedule = useChange(scheduleMutation, {
    quiet: true,
    sealed: true,
    success: () => words.scheduled,
    onDone: ({ scheduleConsultation }) => onDone(scheduleConsultation),
  });
  const form = useModelForm({ ...models.ScheduleConsultationInput, date: formOnly.date, time: formOnly.time }, null, {
    omit: ['id', 'at'],
    labels: { ...words, date: t.shared.day, minutes: words.length, timeZone: t.shared.timeZone },
    initial: {
      date: appointmentAt ? isoDay(new Date(appointmentAt), zone) : '',
      time: appointmentAt ? wallTimeOf(new Date(appointmentAt), zone) : '',
      minutes: String(appointmentMinutes ?? 45),
      timeZone: zone,
    },
    required: ['date', 'time'],
    change: schedule,
    send: ({ date, time, ...input }) => {
      const chosen = instantOf(date, time, input.timeZone);
      if (chosen) schedule.mutate({ input: { ...input, id, at: chosen.toISOString() } });
    },
  });
  const { values } = form;
  const at = values.date && values.time ? instantOf(values.date, values.time, values.timeZone) : null;
  return (
    <Form form={form} submitLabel={words.save} onCancel={onCancel} autoComplete="off">
      <Text>{words.appointmentLead}</Text>
      <div className={classes.pair}>
        <FormField form={form} name="date" min={todayIn(values.timeZone)} />
        <FormField form={form} name="time" />
      </div>
      <ZoneField
        label={t.shared.timeZone}
        description={words.zoneHint}
        value={values.timeZone}
        error={form.errorOf('timeZone')}
        likely={likely}
        onChange={(timeZone) => form.set('timeZone', timeZone)}
      />
      <FormField
        form={form}
        name="minutes"
        choices={lengths.map((value) => ({ value: String(value), label: words.minutes({ count: value }) }))}
      />
      {at && values.timeZone !== here && (
        <Alert color="evergreen">{words.forYou({ when: dayAndTime(locale, at, here) })}</Alert>
      )}
    </Form>
  );
}

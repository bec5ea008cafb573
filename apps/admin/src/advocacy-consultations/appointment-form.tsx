import { Alert, NativeSelect, Text, TextInput } from '@mantine/core';
import { dayAndTime, isoDay } from '@upstander/web-kit';
import { useChange } from '../api/use-api';
import { Form } from '../parts/forms/form';
import { useSettings } from '../session/settings';
import { useMutationForm } from '../parts/forms/use-mutation-form';
import { todayIn } from '../parts/ui/dates';
import { useChapters } from '../session/chapters';
import { useWords } from '../words/words';
import classes from './consultations.module.css';
import { scheduleMutation, type Consultation } from './queries';
import { instantOf, wallTimeOf } from '../parts/forms/wall-time';
import { ZoneField } from '../parts/forms/zone-field';

interface AppointmentFormProps {
  consultation: Consultation;
  onDone: (consultation: Consultation) => void;
  onCancel: () => void;
}

const lengths = [15, 30, 45, 60, 90, 120];

/** Form for an appointment in the person's time zone, which must be chosen explicitly. */
export function AppointmentForm({ consultation, onDone, onCancel }: AppointmentFormProps) {
  const { t, locale } = useWords('consultations');
  const words = t.consultations;
  const { all } = useChapters();
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
  const form = useMutationForm({
    initial: {
      date: appointmentAt ? isoDay(new Date(appointmentAt), zone) : '',
      time: appointmentAt ? wallTimeOf(new Date(appointmentAt), zone) : '',
      minutes: String(appointmentMinutes ?? 45),
      timeZone: zone,
    },
    required: ['date', 'time'],
    change: schedule,
    send: ({ date, time, minutes, timeZone }) => {
      const chosen = instantOf(date, time, timeZone);
      if (chosen) schedule.mutate({ input: { id, at: chosen.toISOString(), minutes: Number(minutes), timeZone } });
    },
  });
  const { values, field } = form;
  const at = values.date && values.time ? instantOf(values.date, values.time, values.timeZone) : null;
  return (
    <Form form={form} submitLabel={words.save} pendingLabel={words.working} onCancel={onCancel} autoComplete="off">
      <Text>{words.appointmentLead}</Text>
      <div className={classes.pair}>
        <TextInput type="date" label={words.day} min={todayIn(values.timeZone)} {...field('date')} />
        <TextInput type="time" label={words.time} {...field('time')} />
      </div>
      <ZoneField
        label={words.zone}
        description={words.zoneHint}
        value={values.timeZone}
        error={field('timeZone').error}
        likely={likely}
        onChange={(timeZone) => form.set('timeZone', timeZone)}
      />
      <NativeSelect
        label={words.length}
        {...field('minutes')}
        data={lengths.map((value) => ({ value: String(value), label: words.minutes({ count: value }) }))}
      />
      {at && values.timeZone !== here && (
        <Alert color="evergreen">{words.forYou({ when: dayAndTime(locale, at, here) })}</Alert>
      )}
    </Form>
  );
}

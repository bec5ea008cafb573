import { FormField } from '../parts/forms/form-field';
import { FormLines } from '../parts/forms/form-lines';
import { useWords } from '../words/words';
import type { EventForm } from './event-form-sections';
import { eventModel } from './event-form-values';

/** One language is enough. */
export function FormAgenda({ form }: { form: EventForm }) {
  const { agenda: labels, fields } = useWords('eventForm').t.eventForm;
  const lines = form.rows('agenda', labels);
  return (
    <FormLines
      id="event-agenda"
      label={fields.agenda}
      labels={labels}
      error={form.errorOf('agenda')}
      lines={lines}
      max={eventModel.agenda.max}
      onAdd={() => form.addRow('agenda', { time: lines.at(-1)?.values.time ?? form.values.time.start })}
    >
      {(line) => (
        <>
          <FormField form={line} name="time" required />
          <FormField form={line} name="text" />
          <FormField form={line} name="textEs" lang="es" />
        </>
      )}
    </FormLines>
  );
}

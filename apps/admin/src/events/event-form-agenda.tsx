import { ActionIcon, Button, Input, Stack, Text } from '@mantine/core';
import { FormField } from '../parts/forms/form-field';
import { CloseIcon, PlusIcon } from '../parts/ui/icons';
import { useWords } from '../words/words';
import type { EventForm } from './event-form-sections';
import { eventModel } from './event-form-values';
import classes from './event-form.module.css';

/** One language is enough. */
export function FormAgenda({ form }: { form: EventForm }) {
  const { agenda: t, fields } = useWords('eventForm').t.eventForm;
  const lines = form.rows('agenda', t);
  const error = form.errorOf('agenda');
  return (
    <Stack gap="sm" role="group" aria-labelledby="event-agenda">
      <div>
        <Input.Label labelElement="div" id="event-agenda">
          {fields.agenda}
        </Input.Label>
        <Input.Description>{t.hint}</Input.Description>
      </div>
      {error && (
        <Text size="sm" role="alert" c="var(--mantine-color-error)">
          {error}
        </Text>
      )}
      {lines.map((line, index) => (
        <fieldset key={line.key} className={classes.agendaLine}>
          <legend className={classes.legend}>{t.numbered({ number: index + 1 })}</legend>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            className={classes.remove}
            aria-label={t.removeNumbered({ number: index + 1 })}
            title={t.remove}
            onClick={line.remove}
          >
            <CloseIcon />
          </ActionIcon>
          <FormField form={line} name="time" required />
          <FormField form={line} name="text" />
          <FormField form={line} name="textEs" lang="es" />
        </fieldset>
      ))}
      {lines.length < eventModel.agenda.max && (
        <div>
          <Button
            variant="default"
            leftSection={<PlusIcon />}
            onClick={() => form.addRow('agenda', { time: lines.at(-1)?.values.time ?? form.values.time.start })}
          >
            {t.add}
          </Button>
        </div>
      )}
    </Stack>
  );
}

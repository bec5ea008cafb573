import { ActionIcon, Button, Input, Stack, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { limits } from '@upstander/web-kit';
import { CloseIcon, PlusIcon } from '../parts/ui/icons';
import { useWords } from '../words/words';
import { type EventFormValues, longestAgendaText, newAgendaLine } from './event-form-values';
import classes from './event-form.module.css';

/** Agenda items in both languages. One language is enough. */
export function FormAgenda({ form }: { form: UseFormReturnType<EventFormValues> }) {
  const { agenda: t, fields } = useWords('eventForm').t.eventForm;
  const lines = form.values.agenda;
  return (
    <Stack gap="sm" role="group" aria-labelledby="event-agenda">
      <div>
        <Input.Label labelElement="div" id="event-agenda">
          {fields.agenda}
        </Input.Label>
        <Input.Description>{t.hint}</Input.Description>
      </div>
      {form.errors['agenda'] && (
        <Text size="sm" role="alert" c="var(--mantine-color-error)">
          {form.errors['agenda']}
        </Text>
      )}
      {lines.map((line, index) => {
        const path = `agenda.${index}`;
        return (
          <fieldset key={line.key} className={classes.agendaLine}>
            <legend className={classes.legend}>{t.numbered({ number: index + 1 })}</legend>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              className={classes.remove}
              aria-label={t.removeNumbered({ number: index + 1 })}
              title={t.remove}
              onClick={() => form.removeListItem('agenda', index)}
            >
              <CloseIcon />
            </ActionIcon>
            <TextInput type="time" label={t.time} required {...form.getInputProps(`${path}.time`)} />
            <TextInput label={t.text} maxLength={longestAgendaText} {...form.getInputProps(`${path}.text`)} />
            <TextInput
              label={t.textEs}
              lang="es"
              maxLength={longestAgendaText}
              {...form.getInputProps(`${path}.textEs`)}
            />
          </fieldset>
        );
      })}
      {lines.length < limits.Event.agenda && (
        <div>
          <Button
            variant="default"
            leftSection={<PlusIcon />}
            onClick={() => form.insertListItem('agenda', newAgendaLine(lines.at(-1)?.time ?? form.values.time.start))}
          >
            {t.add}
          </Button>
        </div>
      )}
    </Stack>
  );
}

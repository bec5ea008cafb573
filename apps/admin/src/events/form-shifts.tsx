import { Button, Stack } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { PlusIcon } from '../parts/ui/icons';
import { useWords } from '../words/words';
import { FormShift } from './form-shift';
import { newShift, type EventFormValues } from './event-form-values';

/** Who is needed: one shift from the beginning, more when asked for. */
export function FormShifts({ form }: { form: UseFormReturnType<EventFormValues> }) {
  const { t } = useWords('eventForm');
  return (
    <Stack>
      {form.values.shifts.map((shift, index) => (
        <FormShift key={shift.key} form={form} shift={shift} index={index} alone={form.values.shifts.length === 1} />
      ))}
      <div>
        <Button
          variant="default"
          leftSection={<PlusIcon />}
          onClick={() => form.insertListItem('shifts', newShift(''))}
        >
          {t.eventForm.shifts.add}
        </Button>
      </div>
    </Stack>
  );
}

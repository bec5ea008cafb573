import { ActionIcon, Button, Input, NativeSelect, TextInput } from '@mantine/core';
import type { FormFields } from '../parts/forms/form-fields';
import { CloseIcon, PlusIcon } from '../parts/ui/icons';
import { useWords } from '../words/words';
import { weekdayName, weekdayNames } from './availability-text';
import classes from './volunteers.module.css';

interface Part {
  key: string;
  weekday: string;
  from: string;
  until: string;
}

interface AvailabilityFieldProps {
  form: Pick<FormFields<{ availability: Part[] }>, 'rows' | 'addRow' | 'errorOf'>;
}

/** The end of the day is 24:00, which time inputs show as 00:00. */
export function AvailabilityField({ form }: AvailabilityFieldProps) {
  const { t, labels, locale } = useWords('volunteers');
  return (
    <Input.Wrapper label={labels.availability} labelElement="div" error={form.errorOf('availability')}>
      {form.rows('availability').map((part) => (
        <div
          key={part.key}
          className={classes.part}
          role="group"
          aria-label={weekdayName(locale, Number(part.values.weekday))}
        >
          <NativeSelect
            label={t.shared.day}
            {...part.field('weekday')}
            data={weekdayNames(locale).map(([day, label]) => ({ value: day, label }))}
          />
          <TextInput type="time" label={t.common.from} {...part.field('from')} />
          <TextInput
            type="time"
            label={t.common.until}
            {...part.field('until')}
            value={part.values.until === '24:00' ? '00:00' : part.values.until}
            onChange={({ currentTarget: { value } }) => part.set('until', value === '00:00' ? '24:00' : value)}
          />
          <ActionIcon variant="subtle" color="gray" size={42} aria-label={labels.removeTime} onClick={part.remove}>
            <CloseIcon size={14} />
          </ActionIcon>
        </div>
      ))}
      <div>
        {' '}
        <Button
          size="compact-sm"
          variant="default"
          mt={8}
          leftSection={<PlusIcon size={14} />}
          onClick={() => form.addRow('availability', { weekday: '6', from: '09:00', until: '13:00' })}
        >
          {labels.addTime}
        </Button>
      </div>{' '}
    </Input.Wrapper>
  );
}

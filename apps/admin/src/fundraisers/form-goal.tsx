import { Button, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { zoneName } from '@upstander/web-kit';
import { useState } from 'react';
import { MoneyField } from '../parts/forms/money-field';
import { useSettings } from '../parts/ui/settings';
import { useWords } from '../words/words';
import type { FundraiserFormValues } from './form-values';
import classes from './form.module.css';

interface FormGoalProps {
  form: UseFormReturnType<FundraiserFormValues>;
  /** Gifts have come in: the currency stays. */
  locked: boolean;
}

export function FormGoal({ form, locked }: FormGoalProps) {
  const { t } = useWords('fundraiserForm');
  const words = t.fundraiserForm;
  // What the organisation collects in; the currency that a fundraiser already has stays on the list.
  const { currencies } = useSettings();
  const { currency, startsOn } = form.values;
  return (
    <Stack>
      <div className={classes.pair}>
        <MoneyField label={words.goal} currency={currency} required {...form.getInputProps('goal')} />
        <NativeSelect
          label={words.currency}
          disabled={locked}
          description={locked ? words.currencyFixed : undefined}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...form.getInputProps('currency')}
          data={[...new Set([...currencies, currency])]}
        />
      </div>
      <div className={classes.pair}>
        <TextInput type="date" label={words.startsOn} {...form.getInputProps('startsOn')} />
        <TextInput type="date" label={words.endsOn} min={startsOn || undefined} {...form.getInputProps('endsOn')} />
      </div>
      <Zone form={form} />
    </Stack>
  );
}

function Zone({ form }: { form: UseFormReturnType<FundraiserFormValues> }) {
  const { t, locale } = useWords('fundraiserForm');
  const words = t.fundraiserForm;
  const [changing, setChanging] = useState(false);
  const { timeZone } = form.values;
  if (changing) {
    const zones = Intl.supportedValuesOf('timeZone');
    return (
      <NativeSelect
        label={words.timeZone}
        {...form.getInputProps('timeZone')}
        data={zones.includes(timeZone) ? zones : [timeZone, ...zones]}
      />
    );
  }
  return (
    <Text size="sm" c="dimmed">
      {words.datesHint({ zone: zoneName(locale, timeZone) })}{' '}
      <Button variant="subtle" size="compact-sm" px={4} fw={500} onClick={() => setChanging(true)}>
        {words.changeZone}
      </Button>
    </Text>
  );
}

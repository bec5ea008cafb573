import { ActionIcon, Button, Input, Stack, Text } from '@mantine/core';
import { FormField } from '../parts/forms/form-field';
import type { FormFields } from '../parts/forms/form-fields';
import { CloseIcon, PlusIcon } from '../parts/ui/icons';
import { useWords } from '../words/words';
import { fundraiserModel, type FundraiserFormValues } from './fundraiser-form-values';
import classes from './form.module.css';

export function AmountFields({ form }: { form: FormFields<FundraiserFormValues> }) {
  const { fundraiserForm: words } = useWords('fundraiserForm').t;
  const t = words.amounts;
  const amounts = form.rows('suggestedAmounts', t);
  const error = form.errorOf('suggestedAmounts');
  return (
    <Stack gap="sm" role="group" aria-labelledby="suggested-amounts">
      <div>
        <Input.Label labelElement="div" id="suggested-amounts">
          {words.suggestedAmounts}
        </Input.Label>
        <Input.Description>{t.hint}</Input.Description>
      </div>
      {error && (
        <Text size="sm" role="alert" c="var(--mantine-color-error)">
          {error}
        </Text>
      )}
      {amounts.map((amount, index) => (
        <fieldset key={amount.key} className={classes.amount}>
          <legend>{t.numbered({ number: index + 1 })}</legend>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            className={classes.remove}
            aria-label={t.removeNumbered({ number: index + 1 })}
            title={t.remove}
            onClick={amount.remove}
          >
            <CloseIcon />
          </ActionIcon>
          <FormField form={amount} name="amount" />
          <FormField form={amount} name="text" />
          <FormField form={amount} name="textEs" lang="es" />
        </fieldset>
      ))}
      {amounts.length < fundraiserModel.suggestedAmounts.max && (
        <div>
          <Button variant="default" leftSection={<PlusIcon />} onClick={() => form.addRow('suggestedAmounts')}>
            {t.add}
          </Button>
        </div>
      )}
    </Stack>
  );
}

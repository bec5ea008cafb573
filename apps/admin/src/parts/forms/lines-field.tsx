import { Textarea } from '@mantine/core';
import type { FieldLabels, LabeledName, ListProps } from './form-fields';

interface LinesFieldProps<Labels> {
  form: { labels: Labels; list: (name: never) => ListProps };
  name: LabeledName<Labels>;
}

/** A list with one entry per line, for entries that contain commas. */
export function LinesField<Labels extends FieldLabels>({ form, name }: LinesFieldProps<Labels>) {
  const { value, onChange, ...field } = form.list(name as never);
  const hint = form.labels[`${name}Hint`];
  return (
    <Textarea
      {...field}
      label={String(form.labels[name])}
      description={typeof hint === 'string' ? hint : undefined}
      autosize
      minRows={2}
      value={value.join('\n')}
      onChange={({ currentTarget }) => onChange(currentTarget.value === '' ? [] : currentTarget.value.split('\n'))}
    />
  );
}

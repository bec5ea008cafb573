import { Checkbox, Group, NativeSelect, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useWords } from '../../words/words';
import type { ModelForm } from './use-model-form';
import { MoneyField } from './money-field';
import { ZoneField } from './zone-field';

interface AnyForm<Name extends string> extends ModelForm<Name> {
  field: (name: never) => TextProps;
  flag: (name: never) => FlagProps;
  list: (name: never) => ListProps;
}

interface TextProps {
  value: string;
  error: string | undefined;
  required: boolean;
  maxLength?: number;
  onChange: (event: { currentTarget: { value: string } }) => void;
}

type FlagProps = {
  checked: boolean;
  error: string | undefined;
  onChange: (event: { currentTarget: { checked: boolean } }) => void;
};
type ListProps = { value: string[]; error: string | undefined; required: boolean; onChange: (list: string[]) => void };

interface FormFieldProps<Name extends string> {
  form: AnyForm<Name>;
  name: Name;
  autoFocus?: boolean;
  /** Replaces the description from the labels. */
  description?: string;
  /** Earliest and latest date. */
  min?: string;
  max?: string;
}

/** Renders the control for a field of the model, with label, description, limit and errors. */
export function FormField<Name extends string>({ form, name, autoFocus, description, ...dates }: FormFieldProps<Name>) {
  const { words } = useWords();
  const { kind = 'text', enumName, choices = [], max } = form.model[name] ?? {};
  const label = form.labels[name];
  if (typeof label !== 'string') throw new Error(`The form has no label for ${name}.`);
  const texts = {
    label,
    description: description ?? (form.labels[`${name}Hint`] as string | undefined),
    'data-autofocus': autoFocus,
  };
  const enums = words.enums as unknown as Record<string, Record<string, string>>;
  const options = choices.map((value) => ({ value, label: enums[enumName ?? '']?.[value] ?? value }));
  if (kind === 'flag') return <Checkbox {...texts} {...form.flag(name as never)} />;
  if (kind === 'list') {
    const list = form.list(name as never);
    if (options.length === 0)
      return <TagsInput {...texts} {...list} maxTags={max} splitChars={[',', ' ', ';']} clearable />;
    return (
      <Checkbox.Group {...texts} {...list}>
        <Group mt="xs">
          {options.map(({ value, label }) => (
            <Checkbox key={value} value={value} label={label} />
          ))}
        </Group>
      </Checkbox.Group>
    );
  }
  const field = form.field(name as never);
  switch (kind) {
    case 'choice': {
      const none = form.labels[`${name}None`] as string | undefined;
      return <NativeSelect {...texts} {...field} data={none ? [{ value: '', label: none }, ...options] : options} />;
    }
    case 'money':
      return <MoneyField currency={form.currency} {...texts} {...field} />;
    case 'longText':
      return <Textarea autosize minRows={2} {...texts} {...field} />;
    case 'timeZone':
      return <ZoneField {...texts} {...field} onChange={(value) => field.onChange({ currentTarget: { value } })} />;
    default:
      return <TextInput {...texts} {...inputProps[kind]} {...dates} {...field} />;
  }
}

const inputProps: Partial<Record<string, { type?: string; inputMode?: 'numeric' }>> = {
  email: { type: 'email' },
  phone: { type: 'tel' },
  url: { type: 'url' },
  date: { type: 'date' },
  localDateTime: { type: 'datetime-local' },
  count: { inputMode: 'numeric' },
};

interface FormRowProps<Name extends string> {
  form: AnyForm<Name>;
  fields: readonly Name[];
}

/** Renders fields side by side, or stacked on narrow screens. */
export function FormRow<Name extends string>({ form, fields }: FormRowProps<Name>) {
  return (
    <Group grow align="flex-start" preventGrowOverflow={false} wrap="wrap">
      {fields.map((name) => (
        <FormField key={name} form={form} name={name} />
      ))}
    </Group>
  );
}

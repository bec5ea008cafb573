import {
  Checkbox,
  Group,
  NativeSelect,
  NumberInput,
  Radio,
  Stack,
  TagsInput,
  Textarea,
  TextInput,
} from '@mantine/core';
import type { HTMLAttributes } from 'react';
import { useWords } from '../../words/words';
import type { FieldLabels, FlagProps, LabeledName, ListProps, TextProps } from './form-fields';
import type { InputModel } from '@upstander/web-kit';
import { MarkdownField } from './markdown-field';
import { MoneyField } from './money-field';
import { ZoneField } from './zone-field';
import classes from './form-field.module.css';

interface AnyForm<Name extends string, Labels> {
  model: InputModel;
  labels: Labels;
  currency: string;
  values: Readonly<Record<Name, unknown>>;
  field: (name: never) => TextProps;
  flag: (name: never) => FlagProps;
  list: (name: never) => ListProps;
}

interface Choice {
  value: string;
  label: string;
  /** Shown below the label of a radio button. */
  description?: string;
  disabled?: boolean;
}

interface FormFieldProps<Name extends string, Labels> {
  form: AnyForm<Name, Labels>;
  name: Name;
  autoFocus?: boolean;
  /** Replaces the label, for example with one that names the language. */
  label?: string;
  /** Replaces the description from the labels. */
  description?: string;
  /** Options, for example the chapters for an ID. By default, those of the enum. */
  choices?: readonly Choice[];
  /** A control other than the usual one of the field's kind. */
  as?: 'text' | 'radio' | 'number' | 'markdown' | 'textarea';
  /** Shown as required, for example depending on another field. The form checks it in `problems`. */
  required?: boolean;
  disabled?: boolean;
  /** Shown value, for example a default that follows from another field. */
  value?: string;
  placeholder?: string;
  /** Longest text, if the model has no limit. */
  maxLength?: number;
  lang?: string;
  minRows?: number;
  maxRows?: number;
  /** Earliest and latest date. */
  min?: string;
  max?: string;
  autoComplete?: 'off';
  inputMode?: HTMLAttributes<HTMLInputElement>['inputMode'];
  className?: string;
}

type RequiredLabel<Name, Labels> = Name extends LabeledName<Labels> ? unknown : { label: string };

export function FormField<Name extends string, Labels extends FieldLabels>(
  props: FormFieldProps<Name, Labels> & RequiredLabel<Name, Labels>,
) {
  const { form, name, autoFocus, ...given }: FormFieldProps<Name, FieldLabels> = props;
  const { words } = useWords();
  const { kind = 'text', enumName = '', choices = [], min, max } = form.model[name] ?? {};
  const { as = defaultControls[kind], choices: ownChoices, minRows, maxRows, ...own } = given;
  const { label = form.labels[name], description = form.labels[`${name}Hint`] } = own;
  if (typeof label !== 'string') throw new Error(`The form has no label for ${name}.`);
  const texts = { ...own, label, description: description as string | undefined, 'data-autofocus': autoFocus };
  const enums = words.enums as unknown as Record<string, Record<string, string>>;
  const options = ownChoices ?? choices.map((value) => ({ value, label: enums[enumName]?.[value] ?? value }));

  if (kind === 'flag') {
    const { value: _, required: __, ...flag } = texts;
    return <Checkbox {...flag} {...form.flag(name as never)} />;
  }
  if (kind === 'list') {
    const { value: _, ...list } = { ...form.list(name as never), ...texts, value: undefined };
    const { value } = form.list(name as never);
    if (options.length === 0 && !ownChoices)
      return <TagsInput {...list} value={value} maxTags={max} splitChars={[',', ' ', ';']} clearable />;
    return (
      <Checkbox.Group {...list} value={value}>
        <div className={classes.choices} data-many={options.length > 6 || undefined}>
          {options.map((option) => (
            <Checkbox key={option.value} {...option} />
          ))}
        </div>
      </Checkbox.Group>
    );
  }
  const field = { ...form.field(name as never), ...texts };
  const setText = (value: string) => field.onChange({ currentTarget: { value } });
  switch (as) {
    case 'radio':
      return (
        <Radio.Group {...field} onChange={setText}>
          <Stack gap={8} mt={8}>
            {options.map((option) => (
              <Radio key={option.value} {...option} />
            ))}
          </Stack>
        </Radio.Group>
      );
    case 'number':
      return (
        <NumberInput
          {...field}
          min={min ?? 0}
          max={max}
          allowDecimal={false}
          onChange={(value) => setText(String(value))}
        />
      );
    case 'markdown':
      return <MarkdownField {...field} hint={field.description ?? ''} minRows={minRows} />;
    case 'textarea':
      return <Textarea autosize minRows={minRows ?? 2} maxRows={maxRows} {...field} />;
  }
  if (kind === 'choice' || ownChoices) {
    const none = form.labels[`${name}None`] as string | undefined;
    const data = none === undefined ? options : [{ value: '', label: none }, ...options];
    // A list without an empty option always has a value, so it isn't marked as required.
    const required = field.required && data.some(({ value }) => value === '');
    return <NativeSelect {...field} required={required} data={data} />;
  }
  if (kind === 'money') return <MoneyField {...field} currency={form.currency} />;
  if (kind === 'timeZone') return <ZoneField {...field} onChange={setText} />;
  return <TextInput {...inputProps[kind]} {...field} />;
}

const defaultControls: Partial<Record<string, FormFieldProps<string, FieldLabels>['as']>> = { longText: 'textarea' };

const inputProps: Partial<Record<string, { type?: string; inputMode?: 'numeric' }>> = {
  email: { type: 'email' },
  phone: { type: 'tel' },
  url: { type: 'url' },
  date: { type: 'date' },
  time: { type: 'time' },
  localDateTime: { type: 'datetime-local' },
  count: { inputMode: 'numeric' },
};

interface FormRowProps<Name extends string, Labels> {
  form: AnyForm<Name, Labels>;
  fields: ReadonlyArray<Name & LabeledName<Labels>>;
}

export function FormRow<Name extends string, Labels extends FieldLabels>({ form, fields }: FormRowProps<Name, Labels>) {
  return (
    <Group grow align="flex-start" preventGrowOverflow={false} wrap="wrap">
      {fields.map((name) => (
        <FormField key={name} form={form} name={name} />
      ))}
    </Group>
  );
}

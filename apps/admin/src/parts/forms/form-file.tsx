import { useState } from 'react';
import { FileField, type KeptFile } from './file-field';
import type { FieldLabels, LabeledName, TextProps } from './form-fields';

interface FormFileProps<Labels> {
  form: {
    labels: Labels;
    field: (name: never) => TextProps;
  };
  name: LabeledName<Labels>;
  purpose: 'consent' | 'evidence';
  accept: string;
  /** Called with true if the chosen file was rejected, so that the form is not sent without it. */
  onInvalid?: (wrong: boolean) => void;
}

export function FormFile<Labels extends FieldLabels>({ form, name, ...upload }: FormFileProps<Labels>) {
  const [file, setFile] = useState<KeptFile | null>(null);
  const { error, required, onChange } = form.field(name as never);
  return (
    <FileField
      {...upload}
      label={String(form.labels[name])}
      hint={String(form.labels[`${name}Hint`])}
      required={required}
      error={error}
      value={file}
      onChange={(uploaded) => {
        setFile(uploaded);
        onChange({ currentTarget: { value: uploaded?.id ?? '' } });
      }}
    />
  );
}

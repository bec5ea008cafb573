import { useState } from 'react';
import { FileField, type KeptFile } from './file-field';
import type { FieldLabels, TextProps } from './form-fields';

interface FormFileProps<Name extends string> {
  form: {
    labels: FieldLabels;
    field: (name: never) => TextProps;
  };
  name: Name;
  purpose: 'consent' | 'evidence';
  accept: string;
  /** Called with true if the chosen file was rejected, so that the form is not sent without it. */
  onInvalid?: (wrong: boolean) => void;
}

export function FormFile<Name extends string>({ form, name, ...upload }: FormFileProps<Name>) {
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

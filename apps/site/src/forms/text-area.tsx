import { Labelled, type Labels } from './field';

interface Props extends Labels {
  defaultValue?: string;
  rows?: number;
  maxLength?: number;
}

export function TextArea({ id, label, hint, error, rows = 4, ...more }: Props) {
  return (
    <Labelled id={id} label={label} hint={hint} error={error}>
      {(control) => <textarea rows={rows} {...more} {...control} />}
    </Labelled>
  );
}

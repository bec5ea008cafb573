import { NativeSelect } from '@mantine/core';
import { useWords } from '../../words/words';

/** Labels by value. Pairs preserve the order of numeric values. */
export type ChoiceNames = Readonly<Record<string, string>> | ReadonlyArray<readonly [value: string, words: string]>;

interface ChoiceProps {
  label: string;
  emptyOption?: string | false | undefined;
  value: string;
  onChange: (value: string) => void;
  options: ChoiceNames;
}

export function Choice({ label, emptyOption, value, onChange, options }: ChoiceProps) {
  const { t } = useWords();
  return (
    <NativeSelect
      label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[
        ...(emptyOption === false ? [] : [{ value: '', label: emptyOption ?? t.common.any }]),
        ...(isPairs(options) ? options : Object.entries(options)).map(([name, words]) => ({
          value: name,
          label: words,
        })),
      ]}
    />
  );
}

function isPairs(names: ChoiceProps['options']): names is ReadonlyArray<readonly [string, string]> {
  return Array.isArray(names);
}

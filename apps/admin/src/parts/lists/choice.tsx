import { NativeSelect } from '@mantine/core';
import { useWords } from '../../words/words';

/** Values and their words; as pairs where numbers must keep their order. */
export type ChoiceNames = Readonly<Record<string, string>> | ReadonlyArray<readonly [value: string, words: string]>;

interface ChoiceProps {
  label: string;
  /** What the first entry says; it stands for no filter. */
  any?: string | false | undefined;
  value: string;
  onChoose: (value: string) => void;
  names: ChoiceNames;
}

/** A filter that is one of a few things, or nothing. */
export function Choice({ label, any, value, onChoose, names }: ChoiceProps) {
  const { t } = useWords();
  return (
    <NativeSelect
      label={label}
      value={value}
      onChange={(event) => onChoose(event.currentTarget.value)}
      data={[
        ...(any === false ? [] : [{ value: '', label: any ?? t.common.any }]),
        ...(isPairs(names) ? names : Object.entries(names)).map(([name, words]) => ({ value: name, label: words })),
      ]}
    />
  );
}

function isPairs(names: ChoiceProps['names']): names is ReadonlyArray<readonly [string, string]> {
  return Array.isArray(names);
}

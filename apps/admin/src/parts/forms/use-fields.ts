import { isRefusal } from '@upstander/api-client';
import { useState } from 'react';
import { fieldReason } from '../../api/explain';
import { useWords } from '../../words/words';

type Texts = Record<string, string>;

/** A short form of texts: values, which of them are missing, and what the API refused, each at its field. */
export function useFields<Values extends Texts>(
  initial: Values,
  required: ReadonlyArray<keyof Values & string>,
  error: unknown,
) {
  const { words, t } = useWords();
  const [values, setValues] = useState(initial);
  const [tried, setTried] = useState(false);
  // What was refused is no longer wrong once it was changed.
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set());
  const refused: Readonly<Texts> = isRefusal(error, 'BAD_INPUT') ? error.fields : {};

  // Whoever takes a field shows what is wrong with it; the foot of the form says the rest.
  const shown = new Set<string>();

  const set = (name: keyof Values & string, value: string) => {
    setValues((old) => ({ ...old, [name]: value }));
    setChanged((old) => new Set(old).add(name));
  };

  const errorOf = (name: keyof Values & string): string | undefined => {
    if (tried && required.includes(name) && values[name]?.trim() === '') return t.fieldReasons.required;
    const reason = changed.has(name) ? undefined : refused[name];
    return reason === undefined ? undefined : fieldReason(words, reason);
  };

  return {
    values,
    set,
    shown,
    field: (name: keyof Values & string) => {
      shown.add(name);
      return {
        value: values[name],
        error: errorOf(name),
        required: required.includes(name),
        onChange: (event: { currentTarget: { value: string } }) => set(name, event.currentTarget.value),
      };
    },
    /** Whether everything required is there; shows what is not. */
    complete: (): boolean => {
      setTried(true);
      setChanged(new Set());
      return required.every((name) => values[name]?.trim() !== '');
    },
  };
}

import { isRefusal } from '@upstander/api-client';
import { useRef, useState, type FormEvent } from 'react';
import { fieldReason } from '../../api/explain';
import { useSameKey } from '../../api/use-same-key';
import { useWords } from '../../words/words';
import { unsaved, useUnsaved } from './unsaved';

type Texts = Record<string, string>;

interface EntryOptions<Values extends Texts> {
  initial: Values;
  required?: ReadonlyArray<keyof Values & string>;
  /** How long a text may be, by the model. */
  limits?: Readonly<Record<string, unknown>>;
  /** What is wrong before the API is asked, at each field; `typed` has its blanks. */
  problems?: (values: Values, typed: Values) => { readonly [Name in keyof Values]?: string | undefined };
  /** What is on its way, and what was refused. */
  change: { isPending: boolean; error: unknown };
  /**
   * Gets the texts without the blanks around them, once nothing is missing; `keyFor` makes the key by which the same is
   * not done twice. What was typed, blanks and all, comes last.
   */
  send: (values: Values, keyFor: (input: unknown) => string, typed: Values) => unknown;
}

export type Entry = Pick<ReturnType<typeof useEntry>, 'submit' | 'shown' | 'change'>;

/** A short form of texts: values, which of them are missing or wrong, and what the API refused, each at its field. */
export function useEntry<Values extends Texts>(options: EntryOptions<Values>) {
  const { initial, required = [], limits = {}, problems, change, send } = options;
  const { words, t } = useWords();
  const keyFor = useSameKey();
  const [values, setValues] = useState(initial);
  const [tried, setTried] = useState(false);
  const [wrong, setWrong] = useState<{ readonly [Name in keyof Values]?: string | undefined }>({});
  // What was refused is no longer wrong once it was changed.
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set());
  const refused: Readonly<Texts> = isRefusal(change.error, 'BAD_INPUT') ? change.error.fields : {};
  // What was sent is no longer only here, unless it was refused.
  const [sent, setSent] = useState<string | null>(null);
  const started = useRef(JSON.stringify(initial)).current;
  const typed = JSON.stringify(values);
  const isSent = typed === sent && !change.error;
  const id = useUnsaved(typed === started || (isSent && !change.isPending) ? null : isSent ? 'sent' : 'typed');
  // Whoever takes a field shows what is wrong with it; the foot of the form says the rest.
  const shown = useRef(new Set<string>()).current;

  const set = (name: keyof Values & string, value: string) => {
    setValues((old) => ({ ...old, [name]: value }));
    setChanged((old) => new Set(old).add(name));
  };

  const errorOf = (name: keyof Values & string): string | undefined => {
    if (tried && required.includes(name) && values[name]?.trim() === '') return t.fieldReasons.required;
    if (wrong[name] !== undefined) return wrong[name];
    const reason = changed.has(name) ? undefined : refused[name];
    return reason === undefined ? undefined : fieldReason(words, reason);
  };

  return {
    values,
    set,
    shown,
    change,
    tried,
    field: (name: keyof Values & string) => {
      shown.add(name);
      const most = limits[name];
      return {
        value: values[name],
        error: errorOf(name),
        required: required.includes(name),
        ...(typeof most === 'number' && { maxLength: most }),
        onChange: (event: { currentTarget: { value: string } }) => set(name, event.currentTarget.value),
      };
    },
    submit: (event: FormEvent) => {
      event.preventDefault();
      setTried(true);
      setChanged(new Set());
      const texts = Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, value.trim()]),
      ) as unknown as Values;
      const found = problems?.(texts, values) ?? {};
      setWrong(found);
      const missing = required.some((name) => texts[name] === '');
      if (missing || Object.values(found).some((text) => text !== undefined) || change.isPending) return;
      unsaved.mark(id, 'sent');
      setSent(typed);
      send(texts, keyFor, values);
    },
  };
}

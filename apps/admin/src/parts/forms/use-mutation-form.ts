import { isRefusal } from '@upstander/api-client';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { fieldReason } from '../../api/explain';
import { useIdempotencyKey } from '../../api/use-same-key';
import { useWords } from '../../words/words';
import { unsaved, useUnsaved } from '../ui/unsaved';

type FormData = Record<string, string | boolean | readonly string[]>;

export type FieldErrors<Values> = { readonly [Name in keyof Values]?: string | undefined };

interface MutationFormOptions<Values extends FormData> {
  initial: Values;
  required?: ReadonlyArray<keyof Values & string>;
  limits?: Readonly<Record<string, unknown>>;
  /** Validates the values before they are sent. `typed` is not trimmed. */
  problems?: (values: Values, typed: Values) => FieldErrors<Values>;
  change: { isPending: boolean; error: unknown };
  /**
   * Called with trimmed values once `required` and `problems` are satisfied. `keyFor` returns an idempotency key, the
   * same for the same input.
   */
  send: (values: Values, keyFor: (input: unknown) => string, typed: Values) => unknown;
}

type NameOf<Values, Value> = {
  [Name in keyof Values & string]: Values[Name] extends Value ? Name : never;
}[keyof Values & string];

export type MutationForm = Pick<ReturnType<typeof useMutationForm>, 'submit' | 'element' | 'shown' | 'change'>;

/**
 * Manages a short form that a mutation saves. Shows errors at their fields and registers unsaved input. Long forms with
 * drafts use `useFormPage`.
 */
export function useMutationForm<Values extends FormData>(options: MutationFormOptions<Values>) {
  const { initial, required = [], limits = {}, problems, change, send } = options;
  const { words, t } = useWords();
  const keyFor = useIdempotencyKey();
  // Not `useForm` of Mantine, which would read the dot in a field like `safeContact.value` as a path.
  const [values, setValues] = useState(initial);
  const [errors, setErrors] = useState<FieldErrors<Values>>({});
  const element = useRef<HTMLFormElement>(null);
  // Fields that show their own errors; the end of the form lists the errors of all others.
  const shown = useRef(new Set<string>()).current;
  const [tried, setTried] = useState(false);
  const [sent, setSent] = useState<string | null>(null);
  const [started] = useState(() => JSON.stringify(initial));
  const typed = JSON.stringify(values);
  const isSent = typed === sent && !change.error;
  const id = useUnsaved(typed === started || (isSent && !change.isPending) ? null : isSent ? 'sent' : 'typed');

  const showErrors = (found: FieldErrors<Values>) => {
    setErrors(found);
    // Waits until the errors are rendered.
    requestAnimationFrame(() => element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  const refused = useRef(showErrors);
  refused.current = showErrors;
  useEffect(() => {
    if (!isRefusal(change.error, 'BAD_INPUT')) return;
    const reasons = Object.entries(change.error.fields).map(([name, why]) => [name, fieldReason(words, why)]);
    refused.current(Object.fromEntries(reasons) as FieldErrors<Values>);
  }, [change.error, words]);

  const set = <Name extends keyof Values & string>(name: Name, value: Values[Name]) => {
    setValues((old) => ({ ...old, [name]: value }));
    setErrors((old) => ({ ...old, [name]: undefined }));
  };
  const control = (name: keyof Values & string) => {
    shown.add(name);
    return { error: errors[name], required: required.includes(name) };
  };

  return {
    values,
    set,
    element,
    shown,
    change,
    tried,
    field: <Name extends NameOf<Values, string>>(name: Name) => {
      const max = limits[name];
      return {
        ...control(name),
        value: values[name] as string,
        ...(typeof max === 'number' && { maxLength: max }),
        onChange: (event: { currentTarget: { value: string } }) => set(name, event.currentTarget.value as Values[Name]),
      };
    },
    flag: <Name extends NameOf<Values, boolean>>(name: Name) => ({
      error: control(name).error,
      checked: values[name] as boolean,
      onChange: (event: { currentTarget: { checked: boolean } }) =>
        set(name, event.currentTarget.checked as Values[Name]),
    }),
    list: <Name extends NameOf<Values, readonly string[]>>(name: Name) => ({
      ...control(name),
      value: [...(values[name] as readonly string[])],
      onChange: (list: string[]) => set(name, list as unknown as Values[Name]),
    }),
    submit: (event: FormEvent) => {
      event.preventDefault();
      setTried(true);
      const trimmed = trim(values);
      const missing = required.filter((name) => isEmpty(trimmed[name]));
      const found = {
        ...defined(problems?.(trimmed, values) ?? {}),
        ...Object.fromEntries(missing.map((name) => [name, t.fieldReasons.required])),
      } as FieldErrors<Values>;
      if (Object.keys(found).length > 0) return showErrors(found);
      if (change.isPending) return;
      setErrors({});
      unsaved.mark(id, 'sent');
      setSent(typed);
      send(trimmed, keyFor, values);
    },
  };
}

function trim<Values extends FormData>(values: Values): Values {
  const trimmed = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'string' ? value.trim() : value,
  ]);
  return Object.fromEntries(trimmed) as Values;
}

function isEmpty(value: FormData[string] | undefined): boolean {
  return Array.isArray(value) ? value.length === 0 : value === '';
}

function defined<Values>(errors: FieldErrors<Values>): FieldErrors<Values> {
  return Object.fromEntries(Object.entries(errors).filter(([, text]) => text !== undefined)) as FieldErrors<Values>;
}

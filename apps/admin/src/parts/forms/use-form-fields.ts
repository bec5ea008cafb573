import { isRefusal } from '@upstander/api-client';
import type { InputModel } from '@upstander/web-kit';
import { useRef, useState } from 'react';
import { fieldReason } from '../../api/explain';
import { useWords } from '../../words/words';
import { fieldsAt, pathOf, withValueAt, type FieldLabels, type Problems } from './form-fields';

interface FormFieldsOptions<Values, Labels extends FieldLabels> {
  labels: Labels;
  currency?: (values: Values) => string;
  /** Expands collapsed sections before the first invalid field gets the focus. */
  onProblems?: (paths: readonly string[]) => void;
}

export function useFormFields<Values extends object, Labels extends FieldLabels>(
  model: InputModel,
  initial: Values,
  { labels, currency = () => 'USD', onProblems }: FormFieldsOptions<Values, Labels>,
) {
  const { words } = useWords();
  const [values, setValues] = useState(initial);
  const [errors, setErrors] = useState<Problems>({});
  const latest = useRef(values);
  latest.current = values;
  const element = useRef<HTMLFormElement>(null);
  const shown = useRef(new Set<string>()).current;
  const clear = (isCleared: (path: string) => boolean) =>
    setErrors((old) => Object.fromEntries(Object.entries(old).filter(([path]) => !isCleared(path))));
  const fields = fieldsAt(
    {
      currency: currency(values),
      errors,
      shown,
      change: (path, value) => {
        setValues((old) => withValueAt(old, path, () => value));
        clear((other) => other === path);
      },
      changeRows: (path, change) => {
        setValues((old) => withValueAt(old, path, change));
        // The paths of the errors no longer match the rows.
        clear((other) => other === path || other.startsWith(`${path}.`));
      },
    },
    model,
    labels,
    values,
  );
  const showProblems = (problems: Problems) => {
    setErrors(problems);
    onProblems?.(Object.keys(problems));
    // Waits until the errors are rendered.
    requestAnimationFrame(() => element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  return {
    ...fields,
    labels,
    element,
    shown,
    errors,
    setValues,
    /** Returns the current values, also in a callback of an earlier render. */
    latestValues: () => latest.current,
    showProblems,
    /** Returns the reasons of a refusal by path, or null if it isn't about fields. */
    refusedFields: (error: unknown): Record<string, string> | null => {
      if (!isRefusal(error, 'BAD_INPUT')) return null;
      const reasons = Object.entries(error.fields).map(([name, why]) => [pathOf(model, name), fieldReason(words, why)]);
      return reasons.length > 0 ? (Object.fromEntries(reasons) as Record<string, string>) : null;
    },
    textsOf: (problems: Readonly<Record<string, string>>): Record<string, string> =>
      Object.fromEntries(Object.entries(problems).map(([path, why]) => [path, fieldReason(words, why)])),
  };
}

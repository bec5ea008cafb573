import { Fieldset, Stack } from '@mantine/core';
import { formValues, inputFromForm, type FormRow, type InputModel, type InputValues } from '@upstander/web-kit';
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useIdempotencyKey } from '../../api/use-same-key';
import { unsavedForms, useUnsaved } from '../ui/unsaved';
import { foundProblems, modelFor, trimmed, type FieldLabels, type ValuesOf } from './form-fields';
import { useFormFields } from './use-form-fields';
import { usePageAccess } from '../ui/page-access';
import { submitOnSaveKeys } from '../ui/save-keys';
import { FormFoot } from './form-foot';

type Values<Model extends InputModel, Omitted extends string> = ValuesOf<Model, NoInfer<Omitted>>;
type Name<Model extends InputModel, Omitted extends string> = Exclude<keyof Model & string, NoInfer<Omitted>>;
/** Messages by field, or by path in a nested input. */
type FieldErrors<Values> = {
  readonly [Path in (keyof Values & string) | `${keyof Values & string}.${string}`]?: string | undefined;
};

interface ModelFormOptions<Model extends InputModel, Omitted extends string, Labels extends FieldLabels> {
  /** Fields of the input that the form doesn't have, for example an idempotency key. */
  omit?: readonly Omitted[];
  labels: Labels;
  currency?: (values: Values<Model, Omitted>) => string;
  /** Values that `row` lacks, for example defaults of a new one. */
  initial?: Partial<Values<Model, Omitted>>;
  /** Fields this form requires although the API doesn't. */
  required?: ReadonlyArray<Name<Model, Omitted>>;
  /** Longest texts, for a mutation whose arguments have no limits. */
  limits?: Readonly<Record<string, number>>;
  /** Validates trimmed values before they are sent. Replaces the check of the model, also with undefined. */
  problems?: (values: Values<Model, Omitted>, typed: Values<Model, Omitted>) => FieldErrors<Values<Model, Omitted>>;
  change: { isPending: boolean; error: unknown };
  /**
   * Called with the input once all checks pass. `keyFor` returns an idempotency key, the same for the same input. `typed`
   * is not trimmed.
   */
  send: (
    input: Omit<InputValues<Model>, NoInfer<Omitted>>,
    keyFor: (input: unknown) => string,
    typed: Values<Model, Omitted>,
  ) => unknown;
}

export type ModelForm = Pick<ReturnType<typeof useModelForm>, 'submit' | 'element' | 'shown' | 'change'>;

/**
 * A short form for an input of the API. Kinds, limits and required fields come from the model (`models` in the web kit), as
 * do the types of its values. Shows errors at their fields and registers unsaved input. Long forms with drafts use
 * `useDraftForm`.
 *
 * @param row the row to edit, or null for a new one
 */
export function useModelForm<
  Model extends InputModel,
  Omitted extends keyof Model & string = never,
  Labels extends FieldLabels = FieldLabels,
>(model: Model, row: FormRow, options: ModelFormOptions<Model, Omitted, Labels>) {
  const { omit = [], labels, required, limits, currency = () => 'USD', problems, change, send } = options;
  const fields = modelFor(
    Object.fromEntries(Object.entries(model).filter(([name]) => !(omit as readonly string[]).includes(name))),
    required,
    limits,
  );
  const [initial] = useState(
    () => ({ ...formValues(fields, row), ...options.initial }) as unknown as Values<Model, Omitted>,
  );
  const form = useFormFields(fields, initial, { labels, currency });
  const { values, showProblems, refusedFields, textsOf } = form;
  const keyFor = useIdempotencyKey();
  const [sent, setSent] = useState<string | null>(null);
  const typed = JSON.stringify(values);
  const isSent = typed === sent && !change.error;
  const isUnchanged = typed === JSON.stringify(initial);
  const id = useUnsaved(isUnchanged || (isSent && !change.isPending) ? null : isSent ? 'sent' : 'typed');

  const showRefusal = useRef(showProblems);
  showRefusal.current = showProblems;
  const refused = useRef(refusedFields);
  refused.current = refusedFields;
  useEffect(() => {
    const reasons = refused.current(change.error);
    if (reasons) showRefusal.current(reasons);
  }, [change.error]);

  return {
    ...form,
    change,
    submit: (event: FormEvent) => {
      event.preventDefault();
      const read = inputFromForm(fields, values as never, currency(values));
      const missing = Object.entries(read.problems).filter(([, why]) => why === 'required');
      const found = foundProblems({
        ...textsOf(read.problems),
        ...problems?.(trimmed(values), values),
        ...textsOf(Object.fromEntries(missing)),
      });
      if (Object.keys(found).length > 0) return showProblems(found);
      if (change.isPending) return;
      showProblems({});
      unsavedForms.mark(id, 'sent');
      setSent(typed);
      send(read.input as unknown as Omit<InputValues<Model>, Omitted>, keyFor, values);
    },
  };
}

interface FormProps {
  form: ModelForm;
  submitLabel: string;
  /** Shown on the button while the change is sent. By default, "Saving…". */
  pendingLabel?: string;
  onCancel?: () => void;
  /** `off` disables the browser's autofill history. */
  autoComplete?: 'off';
  /** `warn` if the action takes something away. */
  tone?: 'warn';
  children: ReactNode;
}

/**
 * Short form with fields, remaining errors and buttons. ⌘S, Ctrl+S or Enter submits it. Users who can only view the
 * page see the values.
 */
export function Form({ form, submitLabel, pendingLabel, onCancel, autoComplete, tone, children }: FormProps) {
  const { mayChange } = usePageAccess();
  if (!mayChange)
    return (
      <Fieldset variant="unstyled" disabled>
        <Stack>{children}</Stack>
      </Fieldset>
    );
  return (
    <form ref={form.element} noValidate autoComplete={autoComplete} onSubmit={form.submit} onKeyDown={submitOnSaveKeys}>
      <Stack>
        {children}
        <FormFoot
          submitLabel={submitLabel}
          pendingLabel={pendingLabel}
          pending={form.change.isPending}
          error={form.change.error}
          fieldsWithErrors={form.shown}
          onCancel={onCancel}
          tone={tone}
        />
      </Stack>
    </form>
  );
}

import {
  formValues,
  inputFromForm,
  type FormRow,
  type FormValues,
  type InputModel,
  type InputValues,
} from '@upstander/web-kit';
import { fieldReason } from '../../api/explain';
import { useWords } from '../../words/words';
import { useMutationForm, type FieldErrors } from './use-mutation-form';

/** Texts of a form: the label under the field's name, its description under `nameHint`, and no choice under `nameNone`. */
export type FieldLabels = Readonly<Record<string, unknown>>;

type Fields<Model extends InputModel, Left extends string> = Exclude<keyof FormValues<Model> & string, Left>;
type Values<Model extends InputModel, Left extends string> = Pick<FormValues<Model>, Fields<Model, Left>>;
type Input<Model extends InputModel, Left extends string> = Pick<InputValues<Model>, Fields<Model, Left>>;

interface ModelFormOptions<Model extends InputModel, Left extends string> {
  /** Fields of the input that the form doesn't have, for example an idempotency key. */
  omit?: readonly Left[];
  labels: FieldLabels;
  currency?: (values: Values<Model, NoInfer<Left>>) => string;
  /** Values that `row` lacks, for example defaults of a new one. */
  initial?: Partial<Values<Model, NoInfer<Left>>>;
  /** Fields this form requires although the API doesn't. */
  required?: ReadonlyArray<Fields<Model, NoInfer<Left>>>;
  problems?: (values: Values<Model, NoInfer<Left>>) => FieldErrors<Values<Model, NoInfer<Left>>>;
  change: { isPending: boolean; error: unknown };
  send: (input: Input<Model, NoInfer<Left>>, keyFor: (input: unknown) => string) => unknown;
}

/**
 * A short form for an input of the API. Kinds, limits and required fields come from the model (`models` in the web
 * kit), as do the types of its values.
 *
 * @param row the row to edit, or null for a new one
 */
export function useModelForm<Model extends InputModel, Left extends keyof Model & string = never>(
  model: Model,
  row: FormRow,
  options: ModelFormOptions<Model, Left>,
) {
  const { omit = [], labels, initial, required = [], currency = () => 'USD', problems, change, send } = options;
  const { words } = useWords();
  const fields = Object.fromEntries(
    Object.entries(model).filter(([name]) => !(omit as readonly string[]).includes(name)),
  ) as InputModel;
  const names = Object.keys(fields) as Array<Fields<Model, Left>>;
  const read = (values: Values<Model, Left>) =>
    inputFromForm(fields, values as never, currency(values)) as { input: unknown; problems: Record<string, string> };
  const form = useMutationForm<Values<Model, Left>>({
    initial: { ...(formValues(fields, row) as unknown as Values<Model, Left>), ...initial },
    required: names.filter((name) => fields[name]?.required || required.includes(name)),
    limits: Object.fromEntries(names.map((name) => [name, maxLength(fields[name])])),
    problems: (values) => {
      const wrong = Object.entries(read(values).problems).map(([name, why]) => [name, fieldReason(words, why)]);
      return { ...Object.fromEntries(wrong), ...problems?.(values) };
    },
    change,
    send: (values, keyFor) => send(read(values).input as Input<Model, Left>, keyFor),
  });
  return { ...form, model: fields, labels, currency: currency(form.values) };
}

export interface ModelForm<Name extends string = string> {
  model: InputModel;
  labels: FieldLabels;
  values: Readonly<Record<Name, unknown>>;
  currency: string;
}

function maxLength(field: InputModel[string] | undefined): number | undefined {
  return field?.kind === 'count' || field?.kind === 'list' ? undefined : field?.max;
}

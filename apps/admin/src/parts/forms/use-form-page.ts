import { useForm } from '@mantine/form';
import { useHotkeys } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { explain } from '../../api/explain';
import { useWords } from '../../words/words';
import { useConflict, type Opened } from './conflict';
import { unsaved, useUnsaved } from './unsaved';
import { useDraft } from './use-draft';

/** The path of a field in the form, such as `time.date` or `shifts.0.role`, and what is wrong with it. */
export type Problems = Record<string, string>;

interface FormPageOptions<Values, Saved, How> extends Opened<Values, Saved> {
  initial: Values;
  draftKey: string;
  /** Whether something kept on this device can fill the form. */
  isWhole: (values: Partial<Values>) => boolean;
  /** What is missing before the API is even asked. */
  problemsOf: (values: Values, how: How) => Problems;
  /** What the API refused, at the fields it concerns; null when the refusal is about something else. */
  refusedProblems: (error: unknown, values: Values) => Problems | null;
  /** Opens what is folded away before the first field that is wrong takes the focus. */
  onProblems?: (paths: readonly string[]) => void;
}

/**
 * A form that is a page: nothing typed is lost (a draft is kept, locked, on this device), what was refused stands at its
 * field, and what somebody else has saved meanwhile is shown beside what is typed.
 */
export function useFormPage<Values extends object, Saved, How>(options: FormPageOptions<Values, Saved, How>) {
  const { initial, draftKey, isWhole, problemsOf, refusedProblems, onProblems, ...opened } = options;
  const { words, locale } = useWords();
  const form = useForm<Values>({ initialValues: initial });
  const [filled, setFilled] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const element = useRef<HTMLFormElement>(null);
  const dirty = filled || form.isDirty();
  const draft = useDraft(draftKey, form.values, dirty, isWhole);
  const id = useUnsaved(dirty ? 'draft' : null);
  const conflict = useConflict(form, opened);

  const fill = (values: Values) => {
    form.setValues(values);
    form.clearErrors();
    setFilled(true);
  };
  const showProblems = (problems: Problems) => {
    form.setErrors(problems);
    onProblems?.(Object.keys(problems));
    // Once the messages are on the screen, the first field that has one takes the focus.
    requestAnimationFrame(() => element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  const showRefusal = (error: unknown) => {
    if (conflict.show(error)) return;
    const problems = refusedProblems(error, form.getValues());
    if (problems) showProblems(problems);
    else setRefused(explain(words, locale, error));
  };
  /** Saves what is typed once nothing is missing, and shows what was refused. */
  const submit = async (how: How, save: (values: Values, version: number | undefined) => Promise<void>) => {
    setRefused(null);
    const missing = problemsOf(form.values, how);
    if (Object.keys(missing).length > 0) return showProblems(missing);
    unsaved.mark(id, 'sent');
    await save(form.values, conflict.version).then(
      () => unsaved.forget(id),
      (error: unknown) => {
        unsaved.mark(id, 'draft');
        showRefusal(error);
      },
    );
  };

  // The keys by which people save everywhere do what the first button does, wherever the focus is.
  useHotkeys([['mod+S', () => element.current?.querySelector<HTMLElement>('[data-saves]')?.click()]], []);
  // Where this device keeps no draft, the window is not closed over what is typed without a word.
  useEffect(() => {
    if (!dirty || draft.savedAt !== null) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [dirty, draft.savedAt]);

  return { form, element, dirty, draft, fill, conflict, refused, showRefusal, submit };
}

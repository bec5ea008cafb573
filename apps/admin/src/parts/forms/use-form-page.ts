import { useForm } from '@mantine/form';
import { useHotkeys } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { explain } from '../../api/explain';
import { useWords } from '../../words/words';
import { useConflict, type ConflictOptions } from './conflict';
import { unsaved, useUnsaved } from '../ui/unsaved';
import { useDraft } from './use-draft';

/** Error messages by field path, for example `time.date` or `shifts.0.role`. */
export type Problems = Record<string, string>;

interface FormPageOptions<Values, Saved, How> extends ConflictOptions<Values, Saved> {
  initial: Values;
  draftKey: string;
  isComplete: (values: Partial<Values>) => boolean;
  problemsOf: (values: Values, how: How) => Problems;
  refusedProblems: (error: unknown, values: Values) => Problems | null;
  /** Expands collapsed sections before the first invalid field gets the focus. */
  onProblems?: (paths: readonly string[]) => void;
}

/**
 * Manages a full-page form: stores an encrypted draft on this device, shows refusals at their fields, and shows other
 * users' saves beside the input.
 */
export function useFormPage<Values extends object, Saved, How>(options: FormPageOptions<Values, Saved, How>) {
  const { initial, draftKey, isComplete, problemsOf, refusedProblems, onProblems, ...opened } = options;
  const { words, locale } = useWords();
  const form = useForm<Values>({ initialValues: initial });
  const [filled, setFilled] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const element = useRef<HTMLFormElement>(null);
  const dirty = filled || form.isDirty();
  const draft = useDraft(draftKey, form.values, dirty, isComplete);
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
    // Focuses the first invalid field after the messages are rendered.
    requestAnimationFrame(() => element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  const showRefusal = (error: unknown) => {
    if (conflict.show(error)) return;
    const problems = refusedProblems(error, form.getValues());
    if (problems) showProblems(problems);
    else setRefused(explain(words, locale, error));
  };
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

  // ⌘S or Ctrl+S clicks the primary save button, wherever the focus is.
  useHotkeys([['mod+S', () => element.current?.querySelector<HTMLElement>('[data-saves]')?.click()]], []);
  // Warns before closing the window if no draft could be stored.
  useEffect(() => {
    if (!dirty || draft.savedAt !== null) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [dirty, draft.savedAt]);

  return { form, element, dirty, draft, fill, conflict, refused, showRefusal, submit };
}

import { useHotkeys } from '@mantine/hooks';
import { hasShapeOf, inputFromForm, type FormValues, type InputModel, type InputValues } from '@upstander/web-kit';
import { useCallback, useEffect, useState } from 'react';
import { explain } from '../../api/explain';
import { useWords } from '../../words/words';
import { unsavedForms, useUnsaved } from '../ui/unsaved';
import { useConflict, type ConflictOptions } from './conflict';
import { foundProblems, type FieldLabels, type Problems } from './form-fields';
import { useDraft } from './use-draft';
import { useFormFields } from './use-form-fields';

interface DraftFormOptions<Values, Saved, How> extends ConflictOptions<Values, Saved> {
  labels: FieldLabels;
  currency?: (values: Values) => string;
  draftKey: string;
  /** Messages by path. They replace those of the model, also with undefined. */
  problems?: (values: Values, how: How) => Problems;
  /** Messages for a refusal that isn't about the input alone, for example a capacity below the taken spots. */
  refusedProblems?: (error: unknown, values: Values) => Problems | null;
  /** Expands collapsed sections before the first invalid field gets the focus. */
  onProblems?: (paths: readonly string[]) => void;
}

/**
 * A full-page form for an input of the API: stores an encrypted draft on this device, shows refusals at their fields, and
 * shows other users' saves beside the input. Short forms use `useModelForm`.
 *
 * @param model a constant outside the component
 */
export function useDraftForm<Model extends InputModel, Saved, How>(
  model: Model,
  initial: FormValues<Model>,
  options: DraftFormOptions<FormValues<Model>, Saved, How>,
) {
  const { labels, currency = () => 'USD', draftKey, problems, refusedProblems, onProblems, ...opened } = options;
  const { words, locale } = useWords();
  const [started] = useState(initial);
  const form = useFormFields<FormValues<Model>, FieldLabels>(model, started, { labels, currency, onProblems });
  const { values, latestValues, setValues, element, showProblems, refusedFields, textsOf } = form;
  const [filled, setFilled] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const dirty = filled || JSON.stringify(values) !== JSON.stringify(started);
  const isWhole = useCallback((draft: unknown) => hasShapeOf(model, draft), [model]);
  const draft = useDraft(draftKey, values, dirty, isWhole);
  const id = useUnsaved(dirty ? 'draft' : null);
  const conflict = useConflict({ started, latestValues, setValues }, opened);

  const fill = (restored: FormValues<Model>) => {
    setValues(restored);
    showProblems({});
    setFilled(true);
  };
  const showRefusal = (error: unknown) => {
    if (conflict.show(error)) return;
    const found = refusedProblems?.(error, latestValues()) ?? refusedFields(error);
    if (found) showProblems(found);
    else setRefused(explain(words, locale, error));
  };
  const submit = async (
    how: How,
    save: (input: InputValues<Model>, version: number | undefined, values: FormValues<Model>) => Promise<void>,
  ) => {
    setRefused(null);
    const read = inputFromForm(model, values, currency(values));
    const found = foundProblems({ ...textsOf(read.problems), ...problems?.(values, how) });
    if (Object.keys(found).length > 0) return showProblems(found);
    unsavedForms.mark(id, 'sent');
    await save(read.input, conflict.version, values).then(
      () => unsavedForms.forget(id),
      (error: unknown) => {
        unsavedForms.mark(id, 'draft');
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

  return { ...form, dirty, draft, fill, conflict, refused, showRefusal, submit };
}

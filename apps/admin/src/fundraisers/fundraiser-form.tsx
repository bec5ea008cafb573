import { Alert, Button, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useRef, useState } from 'react';
import { explain } from '../api/explain';
import { DraftNotice } from '../parts/forms/draft-notice';
import { EyeIcon } from '../parts/ui/icons';
import { Section } from '../parts/ui/section';
import { useDraft } from '../parts/forms/use-draft';
import { clock } from '../parts/ui/when';
import { useWords } from '../words/words';
import { CoverField } from './cover-field';
import { FormGoal } from './form-goal';
import { FundraiserConflict, useFundraiserConflict } from './fundraiser-conflict';
import classes from './form.module.css';
import { problemsOf, refusedProblems, type Problems } from './form-problems';
import { FormStory } from './form-story';
import { isWhole, type FundraiserFormValues } from './form-values';
import { FormWho } from './form-who';
import { FundraiserPreview } from './preview';
import type { Fundraiser } from './queries';
import { useSaveFundraiser, type Saving } from './use-save-fundraiser';

interface FundraiserFormProps {
  initial: FundraiserFormValues;
  draftKey: string;
  /** Missing for a new one. */
  fundraiser?: Fundraiser;
}

/** Writing a fundraiser on one page; nothing typed is ever lost. */
export function FundraiserForm({ initial, draftKey, fundraiser }: FundraiserFormProps) {
  const { t, words, locale } = useWords();
  const { fundraiserForm } = t;
  const form = useForm<FundraiserFormValues>({ initialValues: initial });
  const [changed, setChanged] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const [preview, previewing] = useDisclosure(false);
  const element = useRef<HTMLFormElement>(null);
  const draft = useDraft(draftKey, form.values, changed || form.isDirty(), isWhole);
  const { saving, save } = useSaveFundraiser(fundraiser?.id, draft.finish);
  const conflict = useFundraiserConflict(form, fundraiser);

  const showProblems = (problems: Problems) => {
    form.setErrors(problems);
    // Once the messages are on the screen, the first field that has one takes the focus.
    requestAnimationFrame(() => element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  const submit = async (how: Exclude<Saving, null>) => {
    if (saving) return;
    setRefused(null);
    const missing = problemsOf(form.values, t);
    if (Object.keys(missing).length > 0) return showProblems(missing);
    try {
      await save(form.values, how, conflict.version);
    } catch (error) {
      if (conflict.show(error)) return;
      const problems = refusedProblems(error, t);
      if (problems) showProblems(problems);
      else setRefused(explain(words, locale, error));
    }
  };
  const problemCount = Object.keys(form.errors).length;
  const locked = fundraiser?.firstGiftAt != null;
  const mayHandIn = fundraiser === undefined || ['DRAFT', 'CHANGES_REQUESTED'].includes(fundraiser.status);

  return (
    // Enter in a field must not hand a fundraiser in: only the buttons do.
    <form ref={element} noValidate className={classes.form} onSubmit={(event) => event.preventDefault()}>
      <div className={classes.main}>
        {draft.found && (
          <DraftNotice
            heading={fundraiser ? fundraiserForm.draftEditTitle : fundraiserForm.draftTitle}
            title={draft.found.values.title}
            savedAt={draft.found.savedAt}
            onRestore={() => {
              if (draft.found) form.setValues(draft.found.values);
              setChanged(true);
              draft.settle();
            }}
            onDiscard={draft.discard}
          />
        )}
        {problemCount > 0 && (
          <Alert color="clay" role="alert">
            {fundraiserForm.errorsTitle({ count: problemCount })}
          </Alert>
        )}
        {conflict.found && fundraiser && (
          <FundraiserConflict form={form} found={conflict.found} beneficiary={fundraiser.beneficiary} />
        )}
        {refused && (
          <Alert color="clay" role="alert" title={t.common.failed}>
            {refused}
          </Alert>
        )}
        <Section title={fundraiserForm.sections.story}>
          <FormStory form={form} />
        </Section>
        <Section title={fundraiserForm.sections.goal}>
          <FormGoal form={form} locked={locked} />
        </Section>
        <Section title={fundraiserForm.sections.who}>
          <FormWho form={form} locked={locked} existing={fundraiser !== undefined} />
        </Section>
        <Section title={fundraiserForm.sections.picture}>
          <CoverField form={form} />
        </Section>
      </div>
      <div className={classes.actions}>
        {mayHandIn && (
          <Button onClick={() => void submit('submit')} aria-disabled={saving !== null}>
            {saving === 'submit' ? fundraiserForm.saving : fundraiserForm.saveAndSubmit}
          </Button>
        )}
        <Button
          variant={mayHandIn ? 'default' : 'filled'}
          onClick={() => void submit('save')}
          aria-disabled={saving !== null}
        >
          {saving === 'save' ? fundraiserForm.saving : fundraiser ? fundraiserForm.save : fundraiserForm.saveDraft}
        </Button>
        <Button variant="default" leftSection={<EyeIcon />} onClick={previewing.open}>
          {fundraiserForm.preview}
        </Button>
        <Text size="sm" c="dimmed" role="status">
          {draft.savedAt ? t.eventForm.draft.saved({ time: clock(locale, draft.savedAt) }) : t.eventForm.draft.notYet}
        </Text>
      </div>
      <FundraiserPreview opened={preview} onClose={previewing.close} values={form.values} />
    </form>
  );
}

import { Alert, Button, Collapse, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { ApiRefusal } from '@upstander/api-client';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { explain } from '../api/explain';
import { Confirm } from '../parts/ui/confirm';
import { DraftNotice } from '../parts/forms/draft-notice';
import { EyeIcon } from '../parts/ui/icons';
import { useDraft } from '../parts/forms/use-draft';
import { clock } from '../parts/ui/when';
import type { Chapter } from '../session/chapters';
import { useWords } from '../words/words';
import { EventConflict, useEventConflict } from './event-conflict';
import classes from './event-form.module.css';
import { problemsOf, refusedProblems, type Problems } from './event-form-problems';
import { inputOf, isWhole, type EventFormValues } from './event-form-values';
import { EventPreview } from './event-preview';
import { FormBasics } from './form-basics';
import { FormMore } from './form-more';
import { FormShifts } from './form-shifts';
import type { EventInput } from './queries';
import { useSaveEvent, type RefusedState, type Saving } from './use-save-event';

interface EventFormProps {
  initial: EventFormValues;
  chapters: readonly Chapter[];
  draftKey: string;
  /** Missing for a new event. */
  eventId?: string;
  /** The one that is changed. */
  version?: number;
  published: boolean;
  /** Something to begin with, shown while the form is untouched. */
  start?: (fill: (values: EventFormValues) => void) => ReactNode;
}

const morePaths = /^(summary|description|languages|accessibility|bring|contactName|contactEmail)/;

/** Writing an event on one page: five things in sight, everything else folded away, nothing typed ever lost. */
export function EventForm({ initial, chapters, draftKey, eventId, version, published, start }: EventFormProps) {
  const { t, words, locale } = useWords();
  const { eventForm } = t;
  const form = useForm<EventFormValues>({ initialValues: initial });
  const [changed, setChanged] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const [more, { open: openMore, toggle: toggleMore }] = useDisclosure(eventId !== undefined);
  const [preview, previewing] = useDisclosure(false);
  const element = useRef<HTMLFormElement>(null);
  const dirty = changed || form.isDirty();
  const draft = useDraft(draftKey, form.values, dirty, isWhole);
  const { saving, save, peopleTold } = useSaveEvent(eventId, draft.finish);
  const conflict = useEventConflict(form, { version });
  const [telling, setTelling] = useState<{ input: EventInput; people: number } | null>(null);

  const fill = (values: EventFormValues) => {
    form.setValues(values);
    form.clearErrors();
    setChanged(true);
  };

  const showProblems = (problems: Problems) => {
    form.setErrors(problems);
    if (Object.keys(problems).some((path) => morePaths.test(path))) openMore();
    // Once the messages are on the screen, the first field that has one takes the focus.
    requestAnimationFrame(() => element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };

  const showRefusal = (error: unknown) => {
    if (conflict.show(error)) return;
    const problems = refusedProblems(error, form.values, t);
    if (problems) showProblems(problems);
    else setRefused(explain(words, locale, error));
  };
  useRefusalOnOpening(showRefusal);

  const submit = async (how: Exclude<Saving, null>) => {
    if (saving) return;
    setRefused(null);
    const missing = problemsOf(form.values, t, how === 'draft' && !published);
    if (Object.keys(missing).length > 0) return showProblems(missing);
    try {
      const input = conflict.versioned(inputOf(form.values));
      // Nobody is written to by surprise: how many will be is said first.
      const people = published ? await peopleTold(input) : 0;
      if (people > 0) return setTelling({ input, people });
      await save(input, how);
    } catch (error) {
      showRefusal(error);
    }
  };

  const saveAndTell = async () => {
    if (!telling || saving) return;
    setTelling(null);
    await save(telling.input, 'draft', telling.people).catch(showRefusal);
  };
  const problemCount = Object.keys(form.errors).length;

  return (
    <form
      ref={element}
      noValidate
      className={classes.form}
      onKeyDown={onlyButtonsSubmit}
      onSubmit={(event) => {
        event.preventDefault();
        void submit(published ? 'draft' : 'publish');
      }}
    >
      <div className={classes.main}>
        {draft.found && (
          <DraftNotice
            heading={eventId === undefined ? eventForm.draft.foundTitle : eventForm.draft.foundEditTitle}
            title={draft.found.values.title}
            savedAt={draft.found.savedAt}
            onRestore={() => {
              if (draft.found) fill(draft.found.values);
              draft.settle();
            }}
            onDiscard={draft.discard}
          />
        )}
        {!draft.found && !dirty && start?.(fill)}
        {problemCount > 0 && (
          <Alert color="clay" role="alert">
            {eventForm.errorsTitle({ count: problemCount })}
          </Alert>
        )}
        {conflict.found && <EventConflict form={form} found={conflict.found} chapters={chapters} />}
        {refused && (
          <Alert color="clay" role="alert" title={t.common.failed}>
            {refused}
          </Alert>
        )}
        <Section title={eventForm.sections.needed}>
          <FormBasics form={form} chapters={chapters} />
        </Section>
        <Section title={eventForm.sections.people}>
          <FormShifts form={form} />
        </Section>
        <section className={classes.section}>
          <Title order={2} className={classes.moreTitle}>
            <button type="button" className={classes.moreButton} aria-expanded={more} onClick={toggleMore}>
              {eventForm.sections.more}
            </button>
          </Title>
          {!more && (
            <Text size="sm" c="dimmed">
              {eventForm.sections.moreHint}
            </Text>
          )}
          <Collapse expanded={more}>
            <FormMore form={form} />
          </Collapse>
        </section>
      </div>
      <div className={classes.actions}>
        <SaveButtons
          isNew={eventId === undefined}
          published={published}
          saving={saving}
          onSaveDraft={() => void submit('draft')}
        />
        <Button variant="default" leftSection={<EyeIcon />} onClick={previewing.open}>
          {eventForm.actions.preview}
        </Button>
        <Text size="sm" c="dimmed" role="status">
          {draft.savedAt ? eventForm.draft.saved({ time: clock(locale, draft.savedAt) }) : eventForm.draft.notYet}
        </Text>
      </div>
      <Confirm
        opened={telling !== null}
        onClose={() => setTelling(null)}
        title={eventForm.tell.title}
        text={eventForm.tell.text({ people: telling?.people ?? 0 })}
        submit={eventForm.tell.submit}
        working={eventForm.actions.saving}
        tone="good"
        pending={saving !== null}
        error={null}
        onConfirm={() => void saveAndTell()}
      />
      <EventPreview opened={preview} onClose={previewing.close} values={form.values} />
    </form>
  );
}

/** Enter in a field must not publish an event, nor mail people about a change: only the buttons do. */
function onlyButtonsSubmit(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
}

/** The form may open because a publication was refused: then it says why, once. */
function useRefusalOnOpening(show: (refusal: ApiRefusal) => void): void {
  const { state } = useLocation() as { state: RefusedState | null };
  const pending = useRef(state?.refused);
  useEffect(() => {
    const refusal = pending.current;
    pending.current = undefined;
    if (refusal) show(new ApiRefusal(refusal.code, refusal.details));
  });
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes.section}>
      <Title order={2} mb="md">
        {title}
      </Title>
      {children}
    </section>
  );
}

interface SaveButtonsProps {
  isNew: boolean;
  published: boolean;
  saving: Saving;
  onSaveDraft: () => void;
}

function SaveButtons({ isNew, published, saving, onSaveDraft }: SaveButtonsProps) {
  const { actions } = useWords().t.eventForm;
  if (published) {
    return (
      <Button type="submit" aria-disabled={saving !== null}>
        {saving ? actions.saving : actions.saveChanges}
      </Button>
    );
  }
  return (
    <>
      <Button type="submit" aria-disabled={saving !== null}>
        {saving === 'publish' ? actions.publishing : actions.publish}
      </Button>
      <Button variant="default" onClick={onSaveDraft} aria-disabled={saving !== null}>
        {saving === 'draft' ? actions.saving : isNew ? actions.saveDraft : actions.saveChanges}
      </Button>
    </>
  );
}

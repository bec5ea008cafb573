import { Button, Collapse, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { ApiRefusal } from '@upstander/api-client';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { FormPage } from '../parts/forms/form-page';
import { useDraftForm } from '../parts/forms/use-draft-form';
import { Confirm } from '../parts/ui/confirm';
import { EyeIcon } from '../parts/ui/icons';
import { Section } from '../parts/ui/section';
import { readRepeat } from '../series/repeat-values';
import { RepeatFields } from '../series/repeat-fields';
import { ScopeDialog } from '../series/scope-dialog';
import { useWords } from '../words/words';
import { EventConflict, savedEvent } from './event-conflict';
import classes from './event-form.module.css';
import { problemsOf, refusedProblems } from './event-form-problems';
import { eventModel, hasTimes, inputOf, type EventFormValues } from './event-form-values';
import { StepButtons, StepProgress, stepOf, useEventFormSteps } from './event-form-steps';
import { EventPreview, EventSummary } from './event-preview';
import { FormMore, FormName, FormTimeAndPlace, RegistrationSection } from './event-form-sections';
import { FormShifts } from './event-form-shifts';
import type { EventInput } from './queries';
import { useSaveEvent, type SaveRefusal, type SaveMode } from './use-save-event';

interface EventFormProps {
  initial: EventFormValues;
  draftKey: string;
  eventId?: string;
  version?: number;
  published: boolean;
  /** ID of the series, for an event that belongs to one. */
  seriesId?: string | undefined;
  /** Content shown above the form until it is edited. */
  start?: (fill: (values: EventFormValues) => void) => ReactNode;
}

const morePaths = /^(summary|description|languages|accessibility|bring|agenda|contactName|contactEmail)/;

/**
 * Event form on one page: five required fields visible, all others collapsed. Phones show it in steps.
 */
export function EventForm(props: EventFormProps) {
  const { initial, draftKey, eventId, version, published, seriesId, start } = props;
  const { t } = useWords('eventForm', 'series');
  const navigate = useNavigate();
  const { eventForm } = t;
  const [more, { open: openMore, toggle: toggleMore }] = useDisclosure(eventId !== undefined);
  const [preview, previewing] = useDisclosure(false);
  const steps = useEventFormSteps();
  const { current, isHidden } = steps;
  const [telling, setTelling] = useState<{ input: EventInput; people: number } | null>(null);
  const [choosing, setChoosing] = useState<{ input: EventInput; people: number } | null>(null);
  const form = useDraftForm(eventModel, initial, {
    labels: eventForm.fields,
    draftKey,
    problems: (values, how: Exclude<SaveMode, null>) => problemsOf(values, t, how === 'draft' && !published),
    refusedProblems: (error, values) => refusedProblems(error, values, t),
    onProblems: (paths) => {
      if (paths.some((path) => morePaths.test(path))) openMore();
      if (current !== null && paths.length > 0) steps.go(stepOf(paths));
    },
    version,
    ...savedEvent,
  });
  const { conflict } = form;
  const { saveMode: saving, save, saveSeries, countNotified: notifiedCount } = useSaveEvent(eventId, form.draft.finish);
  useRefusalOnOpening(form.showRefusal);

  const submit = (how: Exclude<SaveMode, null>) =>
    saving
      ? undefined
      : void form.submit(how, async (_, seen, values) => {
          const input = { ...inputOf(values), version: seen ?? null };
          // Shows how many people will be notified before saving.
          const people = published ? await notifiedCount(input) : 0;
          const repeat = readRepeat(values.repeats);
          if (seriesId && how === 'draft') setChoosing({ input, people });
          else if (eventId === undefined && repeat.every !== 'none') await saveSeries(input, repeat, how);
          else if (people > 0) setTelling({ input, people });
          else await save(input, how);
        });
  const saveAndTell = async () => {
    if (!telling || saving) return;
    setTelling(null);
    await save(telling.input, 'draft', telling.people).catch(form.showRefusal);
  };

  return (
    <FormPage
      form={form}
      draftHeading={eventId === undefined ? t.forms.draft.foundTitle : t.forms.draft.foundEditTitle}
      titleOf={({ title }) => title}
      errorsTitle={(count) => t.shared.checkFields({ count })}
      notices={
        <>
          {!isHidden('what') && !form.draft.found && !form.dirty && start?.(form.fill)}
          {conflict.found && <EventConflict form={form} conflict={conflict.found} />}
        </>
      }
      actions={
        <>
          {current !== null && <StepButtons current={current} go={steps.go} />}
          {(current === null || current === 'review' || eventId !== undefined) && (
            <SaveButtons isNew={eventId === undefined} published={published} saving={saving} onSave={submit} />
          )}
          {current === null && (
            <Button variant="default" leftSection={<EyeIcon />} onClick={previewing.open}>
              {t.shared.preview}
            </Button>
          )}
        </>
      }
    >
      {current !== null && <StepProgress current={current} />}
      <Section
        title={current === 'what' || current === 'when' ? eventForm.steps[current] : eventForm.sections.needed}
        isHidden={isHidden('what', 'when')}
      >
        <div hidden={isHidden('what')}>
          <FormName form={form} />
        </div>
        <div className={current === null ? classes.timeAndPlace : undefined} hidden={isHidden('when')}>
          <FormTimeAndPlace form={form} />
        </div>
      </Section>
      {eventId === undefined && (
        <Section title={t.series.form.section} isHidden={isHidden('when')}>
          <RepeatFields
            values={readRepeat(form.values.repeats)}
            onChange={(repeat) => form.set('repeats', JSON.stringify(repeat))}
            event={hasTimes(form.values) ? inputOf(form.values) : null}
            error={form.errorOf('repeats')}
            isOptional
          />
        </Section>
      )}
      <Section title={eventForm.sections.people} isHidden={isHidden('shifts')}>
        <FormShifts form={form} />
      </Section>
      <Section title={eventForm.sections.who} isHidden={isHidden('shifts')}>
        <RegistrationSection form={form} />
      </Section>
      <section hidden={isHidden('details')}>
        <Title order={2} className={classes.moreTitle}>
          {current === null ? (
            <button type="button" className={classes.moreButton} aria-expanded={more} onClick={toggleMore}>
              {eventForm.sections.more}
            </button>
          ) : (
            t.common.details
          )}
        </Title>
        {!more && current === null && (
          <Text size="sm" c="dimmed">
            {eventForm.sections.moreHint}
          </Text>
        )}
        <Collapse expanded={more || current !== null}>
          <FormMore form={form} />
        </Collapse>
      </section>
      {current === 'review' && (
        <Section title={eventForm.steps.review}>
          <EventSummary values={form.values} />
        </Section>
      )}
      <Confirm
        opened={telling !== null}
        onClose={() => setTelling(null)}
        title={eventForm.tell.title}
        text={eventForm.tell.text({ people: telling?.people ?? 0 })}
        submitLabel={eventForm.tell.submit}
        pendingLabel={eventForm.actions.saving}
        tone="good"
        pending={saving !== null}
        error={null}
        onConfirm={() => void saveAndTell()}
      />
      {seriesId && eventId && (
        <ScopeDialog
          input={choosing?.input ?? null}
          people={choosing?.people ?? 0}
          seriesId={seriesId}
          eventId={eventId}
          onClose={() => setChoosing(null)}
          onThis={() => save(choosing!.input, 'draft', choosing!.people)}
          onSaved={async () => {
            form.draft.finish();
            await navigate(`/events/${eventId}`);
          }}
          onRefused={form.showRefusal}
        />
      )}
      <EventPreview opened={preview} onClose={previewing.close} values={form.values} />
    </FormPage>
  );
}

/** Shows the reason once if the form opened because publishing was refused. */
function useRefusalOnOpening(show: (refusal: ApiRefusal) => void): void {
  const { state } = useLocation() as { state: SaveRefusal | null };
  const pending = useRef(state?.refusal);
  useEffect(() => {
    const refusal = pending.current;
    pending.current = undefined;
    if (refusal) show(new ApiRefusal(refusal.code, refusal.details));
  });
}

interface SaveButtonsProps {
  isNew: boolean;
  published: boolean;
  saving: SaveMode;
  onSave: (how: Exclude<SaveMode, null>) => void;
}

function SaveButtons({ isNew, published, saving, onSave }: SaveButtonsProps) {
  const { actions } = useWords('eventForm').t.eventForm;
  if (published) {
    return (
      <Button onClick={() => onSave('draft')} aria-disabled={saving !== null} data-saves>
        {saving ? actions.saving : actions.saveChanges}
      </Button>
    );
  }
  return (
    <>
      <Button onClick={() => onSave('publish')} aria-disabled={saving !== null}>
        {saving === 'publish' ? actions.publishing : actions.publish}
      </Button>
      <Button variant="default" onClick={() => onSave('draft')} aria-disabled={saving !== null} data-saves>
        {saving === 'draft' ? actions.saving : isNew ? actions.saveDraft : actions.saveChanges}
      </Button>
    </>
  );
}

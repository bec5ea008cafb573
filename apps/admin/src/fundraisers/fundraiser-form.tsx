import { Button, Checkbox, NativeSelect, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { languageName, zoneName } from '@upstander/web-kit';
import { useState } from 'react';
import { useRead } from '../api/use-api';
import { FormField } from '../parts/forms/form-field';
import type { FormFields } from '../parts/forms/form-fields';
import { FormPage } from '../parts/forms/form-page';
import { useDraftForm } from '../parts/forms/use-draft-form';
import { EyeIcon } from '../parts/ui/icons';
import { Section } from '../parts/ui/section';
import { useSettings, useToday } from '../session/settings';
import { day } from '../parts/ui/dates';
import { useChapters } from '../session/chapters';
import { isAdmin, useMe } from '../session/use-me';
import { useWords } from '../words/words';
import {
  fundraiserModel,
  organizerFields,
  problemsOf,
  refusedProblems,
  type FundraiserFormValues,
} from './fundraiser-form-values';
import { AmountFields } from './amount-fields';
import { CoverField } from './cover-field';
import classes from './form.module.css';
import { FundraiserConflict, savedFundraiser } from './fundraiser-conflict';
import { FundraiserPreview } from './preview';
import { formChoicesQuery, type Fundraiser } from './queries';
import { useSaveFundraiser } from './use-save-fundraiser';

interface FundraiserFormProps {
  initial: FundraiserFormValues;
  draftKey: string;
  fundraiser?: Fundraiser;
}

export function FundraiserForm({ initial, draftKey, fundraiser }: FundraiserFormProps) {
  const { t } = useWords('fundraiserForm');
  const words = t.fundraiserForm;
  const [preview, previewing] = useDisclosure(false);
  const form = useDraftForm(fundraiserModel, initial, {
    labels: {
      ...words,
      chapterId: words.chapter,
      beneficiaryId: words.beneficiary,
      eventIds: words.events,
    },
    currency: ({ currency }) => currency,
    draftKey,
    problems: (values) => problemsOf(values, t),
    refusedProblems: (error) => refusedProblems(error, t),
    version: fundraiser?.version,
    theirs: savedFundraiser(fundraiser),
  });
  const { conflict } = form;
  const { saveMode: saving, save } = useSaveFundraiser(fundraiser?.id, form.draft.finish);
  const submit = (how: 'save' | 'submit') =>
    saving ? undefined : void form.submit(how, (_, version, values) => save(values, how, version));
  const locked = fundraiser?.firstGiftAt != null;
  const maySubmit = fundraiser === undefined || ['DRAFT', 'CHANGES_REQUESTED'].includes(fundraiser.status);

  return (
    <FormPage
      form={form}
      draftHeading={fundraiser ? words.draftEditTitle : words.draftTitle}
      titleOf={({ title }) => title}
      errorsTitle={(count) => t.shared.checkFields({ count })}
      notices={
        conflict.found &&
        fundraiser && <FundraiserConflict form={form} conflict={conflict.found} beneficiary={fundraiser.beneficiary} />
      }
      actions={
        <>
          {maySubmit && (
            <Button onClick={() => submit('submit')} aria-disabled={saving !== null}>
              {saving === 'submit' ? t.common.saving : t.shared.submitForReview}
            </Button>
          )}
          <Button
            variant={maySubmit ? 'default' : 'filled'}
            onClick={() => submit('save')}
            aria-disabled={saving !== null}
            data-saves
          >
            {saving === 'save' ? t.common.saving : fundraiser ? t.common.save : words.saveDraft}
          </Button>
          <Button variant="default" leftSection={<EyeIcon />} onClick={previewing.open}>
            {t.shared.preview}
          </Button>
        </>
      }
    >
      <Section title={words.sections.story}>
        <FormStory form={form} />
      </Section>
      <Section title={words.sections.goal}>
        <FormGoal form={form} locked={locked} />
      </Section>
      <Section title={words.sections.who}>
        <FormWho form={form} locked={locked} existing={fundraiser !== undefined} />
      </Section>
      <Section title={t.shared.picture}>
        <CoverField form={form} />
      </Section>
      <FundraiserPreview opened={preview} onClose={previewing.close} values={form.values} />
    </FormPage>
  );
}

interface FormWhoProps {
  form: FormFields<FundraiserFormValues>;
  locked: boolean;
  existing: boolean;
}

export function FormWho({ form, locked, existing }: FormWhoProps) {
  const { data } = useRead(formChoicesQuery, { from: useToday() });
  return (
    <Stack>
      {!existing && <ChapterField form={form} />}
      <BeneficiaryField form={form} locked={locked} beneficiaries={data?.beneficiaries ?? []} />
      <div className={classes.pair}>
        {organizerFields.map((name) => (
          <FormField key={name} form={form} name={name} />
        ))}
      </div>
      <EventsField form={form} events={data?.manageEvents.edges.map(({ node }) => node) ?? []} />
    </Stack>
  );
}

function ChapterField({ form }: { form: FormFields<FundraiserFormValues> }) {
  const { t } = useWords('fundraiserForm', 'fundraisers');
  const { myChapters: mine } = useChapters();
  const wholeToo = isAdmin(useMe());
  const choose = (id: string) => {
    form.set('chapterId', id);
    const chapter = mine.find((each) => each.id === id);
    if (chapter) form.set('timeZone', chapter.timeZone);
  };
  return (
    <NativeSelect
      label={t.fundraiserForm.chapter}
      {...form.field('chapterId')}
      onChange={(event) => choose(event.currentTarget.value)}
      data={[
        ...(wholeToo ? [{ value: '', label: t.fundraisers.organization }] : []),
        ...mine.map(({ id, name }) => ({ value: id, label: name })),
      ]}
    />
  );
}

interface Choice {
  id: string;
  kind: 'OWN' | 'PARTNER';
  name: string;
  maySolicit: boolean;
  archivedAt: string | null;
}

function BeneficiaryField({
  form,
  locked,
  beneficiaries,
}: Omit<FormWhoProps, 'existing'> & { beneficiaries: readonly Choice[] }) {
  const { t } = useWords('fundraiserForm');
  const words = t.fundraiserForm;
  const own = beneficiaries.find(({ kind }) => kind === 'OWN');
  const open = beneficiaries.filter(({ archivedAt, id }) => archivedAt === null || id === form.values.beneficiaryId);
  return (
    <NativeSelect
      label={words.beneficiary}
      description={locked ? words.beneficiaryFixed : words.beneficiaryHint}
      disabled={locked}
      {...form.field('beneficiaryId')}
      value={form.values.beneficiaryId || (own?.id ?? '')}
      data={open.map(({ id, name, maySolicit }) => ({
        value: id,
        label: maySolicit ? name : words.notReady({ name }),
      }))}
    />
  );
}

interface EventChoice {
  id: string;
  title: string;
  startsAt: string;
  timeZone: string;
}

function EventsField({ form, events }: { form: FormFields<FundraiserFormValues>; events: readonly EventChoice[] }) {
  const { t, locale } = useWords('fundraiserForm');
  const words = t.fundraiserForm;
  const chosen = (id: string) => form.values.eventIds.includes(id);
  const offered = [...events].sort((a, b) => Number(chosen(b.id)) - Number(chosen(a.id)));
  return (
    <Checkbox.Group label={words.events} description={words.eventsHint} size="md" {...form.list('eventIds')}>
      <Stack gap={8} mt={8}>
        {offered.length === 0 && (
          <Text size="sm" c="dimmed">
            {words.noEvents}
          </Text>
        )}
        {offered.slice(0, 12).map(({ id, title, startsAt, timeZone }) => (
          <Checkbox key={id} value={id} label={`${title} · ${day(locale, startsAt, timeZone)}`} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

interface FormGoalProps {
  form: FormFields<FundraiserFormValues>;
  /** True once gifts exist: the currency can't change anymore. */
  locked: boolean;
}

export function FormGoal({ form, locked }: FormGoalProps) {
  const { t } = useWords('fundraiserForm');
  const words = t.fundraiserForm;
  // The organization's currencies, plus the current one of the fundraiser.
  const { currencies } = useSettings();
  const { currency, startsOn, isGeneral } = form.values;
  return (
    <Stack>
      <div className={classes.pair}>
        {!isGeneral && <FormField form={form} name="goal" />}
        <NativeSelect
          label={t.common.list.currency}
          disabled={locked}
          description={locked ? words.currencyFixed : undefined}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...form.field('currency')}
          data={[...new Set([...currencies, currency])]}
        />
      </div>
      <div className={classes.pair}>
        <FormField form={form} name="startsOn" />
        <FormField form={form} name="endsOn" min={startsOn || undefined} />
      </div>
      <Zone form={form} />
      <AmountFields form={form} />
    </Stack>
  );
}

function Zone({ form }: { form: FormFields<FundraiserFormValues> }) {
  const { t, locale } = useWords('fundraiserForm');
  const words = t.fundraiserForm;
  const [changing, setChanging] = useState(false);
  const { timeZone } = form.values;
  if (changing) {
    return <FormField form={form} name="timeZone" />;
  }
  return (
    <Text size="sm" c="dimmed">
      {words.datesHint({ zone: zoneName(locale, timeZone) })}{' '}
      <Button variant="subtle" size="compact-sm" px={4} onClick={() => setChanging(true)}>
        {words.changeZone}
      </Button>
    </Text>
  );
}

export function FormStory({ form }: { form: FormFields<FundraiserFormValues> }) {
  const { locale } = useWords();
  return (
    <Stack>
      <FormField form={form} name="title" />
      <FormField form={form} name="summary" />
      <FormField form={form} name="story" as="markdown" minRows={8} />
      <FormField
        form={form}
        name="language"
        choices={['en', 'es'].map((value) => ({ value, label: languageName(locale, value) }))}
      />
    </Stack>
  );
}

import { Button, Checkbox, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { languageName, limits, zoneName } from '@upstander/web-kit';
import { useState } from 'react';
import { useRead } from '../api/use-api';
import { FormPage } from '../parts/forms/form-page';
import { MarkdownField } from '../parts/forms/markdown-field';
import { modelFields } from '../parts/forms/model-fields';
import { MoneyField } from '../parts/forms/money-field';
import { useFormPage } from '../parts/forms/use-form-page';
import { ZoneField } from '../parts/forms/zone-field';
import { EyeIcon } from '../parts/ui/icons';
import { Section } from '../parts/ui/section';
import { useSettings, useToday } from '../session/settings';
import { day } from '../parts/ui/dates';
import { useChapters } from '../session/chapters';
import { isAdmin, useMe } from '../session/use-me';
import { useWords } from '../words/words';
import {
  isComplete,
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
  const page = useFormPage({
    initial,
    draftKey,
    isComplete,
    problemsOf: (values) => problemsOf(values, t),
    refusedProblems: (error) => refusedProblems(error, t),
    version: fundraiser?.version,
    theirs: savedFundraiser(fundraiser),
  });
  const { form, conflict } = page;
  const { saving, save } = useSaveFundraiser(fundraiser?.id, page.draft.finish);
  const submit = (how: 'save' | 'submit') =>
    saving ? undefined : void page.submit(how, (values, version) => save(values, how, version));
  const locked = fundraiser?.firstGiftAt != null;
  const maySubmit = fundraiser === undefined || ['DRAFT', 'CHANGES_REQUESTED'].includes(fundraiser.status);

  return (
    <FormPage
      page={page}
      draftHeading={fundraiser ? words.draftEditTitle : words.draftTitle}
      titleOf={({ title }) => title}
      errorsTitle={(count) => words.errorsTitle({ count })}
      notices={
        conflict.found &&
        fundraiser && <FundraiserConflict form={form} found={conflict.found} beneficiary={fundraiser.beneficiary} />
      }
      actions={
        <>
          {maySubmit && (
            <Button onClick={() => submit('submit')} aria-disabled={saving !== null}>
              {saving === 'submit' ? words.saving : words.saveAndSubmit}
            </Button>
          )}
          <Button
            variant={maySubmit ? 'default' : 'filled'}
            onClick={() => submit('save')}
            aria-disabled={saving !== null}
            data-saves
          >
            {saving === 'save' ? words.saving : fundraiser ? words.save : words.saveDraft}
          </Button>
          <Button variant="default" leftSection={<EyeIcon />} onClick={previewing.open}>
            {words.preview}
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
      <Section title={words.sections.picture}>
        <CoverField form={form} />
      </Section>
      <FundraiserPreview opened={preview} onClose={previewing.close} values={form.values} />
    </FormPage>
  );
}

interface FormWhoProps {
  form: UseFormReturnType<FundraiserFormValues>;
  locked: boolean;
  existing: boolean;
}

export function FormWho({ form, locked, existing }: FormWhoProps) {
  const { t } = useWords('fundraiserForm');
  const words = t.fundraiserForm;
  const field = modelFields(form, limits.Campaign, words);
  const { data } = useRead(formChoicesQuery, { from: useToday() });
  return (
    <Stack>
      {!existing && <ChapterField form={form} />}
      <BeneficiaryField form={form} locked={locked} beneficiaries={data?.beneficiaries ?? []} />
      <div className={classes.pair}>
        {organizerFields.map((name) => (
          <TextInput key={name} type={name === 'organizerEmail' ? 'email' : 'text'} required {...field(name)} />
        ))}
      </div>
      <EventsField form={form} events={data?.manageEvents.edges.map(({ node }) => node) ?? []} />
    </Stack>
  );
}

function ChapterField({ form }: { form: UseFormReturnType<FundraiserFormValues> }) {
  const { t } = useWords('fundraiserForm', 'fundraisers');
  const { mine } = useChapters();
  const wholeToo = isAdmin(useMe());
  const choose = (id: string) => {
    form.setFieldValue('chapterId', id);
    const chapter = mine.find((each) => each.id === id);
    if (chapter) form.setFieldValue('timeZone', chapter.timeZone);
  };
  return (
    <NativeSelect
      label={t.fundraiserForm.chapter}
      {...form.getInputProps('chapterId')}
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
      {...form.getInputProps('beneficiaryId')}
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

function EventsField({
  form,
  events,
}: {
  form: UseFormReturnType<FundraiserFormValues>;
  events: readonly EventChoice[];
}) {
  const { t, locale } = useWords('fundraiserForm');
  const words = t.fundraiserForm;
  const chosen = (id: string) => form.values.eventIds.includes(id);
  // Selected events first, then by date.
  const offered = [...events].sort((a, b) => Number(chosen(b.id)) - Number(chosen(a.id)));
  return (
    <Checkbox.Group label={words.events} description={words.eventsHint} size="md" {...form.getInputProps('eventIds')}>
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
  form: UseFormReturnType<FundraiserFormValues>;
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
        {!isGeneral && <MoneyField label={words.goal} currency={currency} required {...form.getInputProps('goal')} />}
        <NativeSelect
          label={words.currency}
          disabled={locked}
          description={locked ? words.currencyFixed : undefined}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...form.getInputProps('currency')}
          data={[...new Set([...currencies, currency])]}
        />
      </div>
      <div className={classes.pair}>
        <TextInput type="date" label={words.startsOn} {...form.getInputProps('startsOn')} />
        <TextInput type="date" label={words.endsOn} min={startsOn || undefined} {...form.getInputProps('endsOn')} />
      </div>
      <Zone form={form} />
      <AmountFields form={form} />
    </Stack>
  );
}

function Zone({ form }: { form: UseFormReturnType<FundraiserFormValues> }) {
  const { t, locale } = useWords('fundraiserForm');
  const words = t.fundraiserForm;
  const [changing, setChanging] = useState(false);
  const { timeZone } = form.values;
  if (changing) {
    return <ZoneField label={words.timeZone} {...form.getInputProps('timeZone')} />;
  }
  return (
    <Text size="sm" c="dimmed">
      {words.datesHint({ zone: zoneName(locale, timeZone) })}{' '}
      <Button variant="subtle" size="compact-sm" px={4} fw={500} onClick={() => setChanging(true)}>
        {words.changeZone}
      </Button>
    </Text>
  );
}

export function FormStory({ form }: { form: UseFormReturnType<FundraiserFormValues> }) {
  const { t, locale } = useWords('fundraiserForm');
  const words = t.fundraiserForm;
  const field = modelFields(form, limits.Campaign, words);
  return (
    <Stack>
      <TextInput required {...field('title')} />
      <TextInput {...field('summary')} />
      <MarkdownField label={words.story} hint={words.storyHint} required minRows={8} {...form.getInputProps('story')} />
      <NativeSelect
        label={words.language}
        {...form.getInputProps('language')}
        data={['en', 'es'].map((value) => ({ value, label: languageName(locale, value) }))}
      />
    </Stack>
  );
}

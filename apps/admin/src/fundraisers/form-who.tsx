import { limits } from '@upstander/web-kit';
import { Checkbox, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useRead } from '../api/use-api';
import { modelFields } from '../parts/forms/model-fields';
import { day } from '../parts/ui/when';
import { useChapters } from '../session/chapters';
import { isAdmin, useMe } from '../session/use-me';
import { useWords } from '../words/words';
import { organizerFields, type FundraiserFormValues } from './form-values';
import classes from './form.module.css';
import { formChoicesQuery } from './queries';

interface FormWhoProps {
  form: UseFormReturnType<FundraiserFormValues>;
  locked: boolean;
  existing: boolean;
}

/** Who asks, who gets it, and what it belongs to. */
export function FormWho({ form, locked, existing }: FormWhoProps) {
  const { t } = useWords('fundraiserForm');
  const words = t.fundraiserForm;
  const field = modelFields(form, limits.Campaign, words);
  const { data } = useRead(formChoicesQuery, { from: new Date().toISOString().slice(0, 10) });
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
  // The chosen ones first, then the soonest.
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

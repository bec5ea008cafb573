import { Button, Stack } from '@mantine/core';
import { formValues, models } from '@upstander/web-kit';
import { useState } from 'react';
import { request } from '../api/ask';
import { queryClient } from '../api/query-client';
import { keyOf, useRead } from '../api/use-api';
import { Conflict } from '../parts/forms/conflict';
import { FormField } from '../parts/forms/form-field';
import { FormPage } from '../parts/forms/form-page';
import { useDraftForm } from '../parts/forms/use-draft-form';
import { notify } from '../parts/notifications/notify';
import { SettingsHistory } from '../parts/settings/settings-history';
import { FieldPair } from '../parts/settings/field-pair';
import { Pending } from '../parts/ui/pending';
import { PageHeader } from '../parts/ui/page-header';
import { Section } from '../parts/ui/section';
import { useWords } from '../words/words';
import { updateVolunteeringRulesMutation, volunteeringRulesQuery, type VolunteeringRules } from './queries';

export function VolunteeringRulesPage() {
  const { labels } = useWords('volunteeringRules');
  const { data, error, refetch } = useRead(volunteeringRulesQuery, {});
  if (!data) return <Pending error={error} retry={refetch} noun={labels.title} lines={8} />;
  const rules = data.volunteeringRules;
  return (
    <div>
      <PageHeader title={labels.title} lead={labels.lead} />
      {/* A saved version is a new start, also after a save in another window. */}
      <RulesForm key={rules.version} rules={rules} />
      <SettingsHistory history={rules.history} labels={labels} />
    </div>
  );
}

function RulesForm({ rules }: { rules: VolunteeringRules }) {
  const { t, labels, locale } = useWords('volunteeringRules');
  const [saving, setSaving] = useState(false);
  const form = useDraftForm(models.VolunteeringInput, formValues(models.VolunteeringInput, rules), {
    labels,
    draftKey: 'volunteering-rules',
    version: rules.version,
    theirs: (input: Partial<VolunteeringRules>) => formValues(models.VolunteeringInput, input),
  });
  const save = () =>
    form.submit('save', async (input, version = rules.version) => {
      setSaving(true);
      try {
        const { updateVolunteeringRules } = await request(updateVolunteeringRulesMutation, { input, version });
        form.draft.finish();
        notify.success(labels.saved);
        queryClient.setQueryData(keyOf(volunteeringRulesQuery, {}), { volunteeringRules: updateVolunteeringRules });
      } finally {
        setSaving(false);
      }
    });
  const times = (current: string) => timeChoices(locale, current);
  return (
    <FormPage
      form={form}
      draftHeading={labels.draftTitle}
      titleOf={() => labels.title}
      errorsTitle={(count) => t.shared.fieldsToFix({ count })}
      notices={
        form.conflict.found && (
          <Conflict
            form={form}
            found={form.conflict.found}
            labelOf={(field) => String((labels as Record<string, unknown>)[field] ?? field)}
            textOf={(_, value) => String(value)}
          />
        )
      }
      actions={
        <Button onClick={() => void (saving || save())} aria-disabled={saving} data-saves>
          {saving ? t.common.saving : t.common.save}
        </Button>
      }
    >
      <Section title={labels.sections.reminders} lead={labels.remindersLead}>
        <FieldPair>
          <FormField form={form} name="reminderDayBeforeAt" choices={times(form.values.reminderDayBeforeAt)} />
          <FormField form={form} name="reminderSameDayAt" choices={times(form.values.reminderSameDayAt)} />
        </FieldPair>
      </Section>
      <Section title={labels.sections.spots}>
        <Stack>
          <FormField form={form} name="unconfirmedHours" as="number" />
          <FormField form={form} name="offerHours" as="number" />
          <FormField form={form} name="handOverHours" as="number" />
          <FormField form={form} name="guestsPerSignup" as="number" />
          <FormField form={form} name="checkInMinutes" as="number" />
        </Stack>
      </Section>
      <Section title={labels.sections.screening}>
        <FormField form={form} name="screeningWaitDays" as="number" />
      </Section>
      <Section title={labels.sections.kept} lead={labels.keptLead}>
        <Stack>
          <FormField form={form} name="signupKeptDays" as="number" />
          <FormField form={form} name="messageKeptDays" as="number" />
        </Stack>
      </Section>
    </FormPage>
  );
}

/** Half hours from 6 AM to 9:30 PM, and the current time if it is another one. */
function timeChoices(locale: string, current: string) {
  const halfHours = Array.from({ length: 32 }, (_, index) => {
    const minutes = 360 + index * 30;
    return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  });
  const format = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' });
  return [...new Set([...halfHours, current])]
    .sort()
    .map((value) => ({ value, label: format.format(new Date(`2026-01-01T${value}:00Z`)) }));
}

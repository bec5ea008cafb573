import { Button, Stack } from '@mantine/core';
import { isRefusal } from '@upstander/api-client';
import { formValues, models } from '@upstander/web-kit';
import { useState } from 'react';
import { request } from '../api/ask';
import { fieldReason } from '../api/explain';
import { queryClient } from '../api/query-client';
import { keyOf, useRead } from '../api/use-api';
import { Conflict } from '../parts/forms/conflict';
import { FormField } from '../parts/forms/form-field';
import { FormPage } from '../parts/forms/form-page';
import { LinesField } from '../parts/forms/lines-field';
import { useDraftForm } from '../parts/forms/use-draft-form';
import { notify } from '../parts/notifications/notify';
import { Pending } from '../parts/ui/pending';
import { PageHeader } from '../parts/ui/page-header';
import { Section } from '../parts/ui/section';
import { PagePhoto } from '../parts/photos/page-photo';
import { FieldPair } from '../parts/settings/field-pair';
import { SettingsHistory } from '../parts/settings/settings-history';
import { useWords } from '../words/words';
import { ColorFields } from './color-fields';
import { LanguagesField } from './languages-field';
import { LogoField } from './logo-field';
import { Team } from './team';
import { organizationSettingsQuery, updateOrganizationMutation, type OrganizationSettings } from './queries';

export function OrganizationPage() {
  const { t } = useWords('organization');
  const { data, error, refetch } = useRead(organizationSettingsQuery, {});
  if (!data) return <Pending error={error} retry={refetch} noun={t.organization.title} lines={8} />;
  const settings = data.organizationSettings;
  return (
    <div>
      <PageHeader title={t.organization.title} lead={t.organization.lead} />
      {/* A saved version is a new start, also after a save in another window. */}
      <OrganizationForm key={settings.version} settings={settings} />
      <Team />
      <PagePhoto page="/" title={t.organization.homePhoto} />
      <PagePhoto page="/about" title={t.organization.aboutPhoto} />
      <SettingsHistory
        history={settings.history.map((change) => ({
          ...change,
          changes: change.changes.map(withLogoWords(t.organization)),
        }))}
        labels={{ ...t.organization, logo: t.organization.logoId }}
      />
    </div>
  );
}

/** A logo is stored by its ID, which means nothing to people. */
function withLogoWords({ formerLogo, newLogo }: { formerLogo: string; newLogo: string }) {
  return (change: OrganizationSettings['history'][number]['changes'][number]) =>
    change.field === 'logo'
      ? { ...change, before: change.before && formerLogo, after: change.after && newLogo }
      : change;
}

function labelOf(labels: object, field: string): string {
  return String((labels as Record<string, unknown>)[field] ?? field);
}

/** Lowest contrast of a refused color, and the nearest color that passes. */
type ColorFaults = Partial<Record<'actionColor' | 'giveColor', { ratio: number; nearest: string }>>;

function OrganizationForm({ settings }: { settings: OrganizationSettings }) {
  const { t, labels, words, locale } = useWords('organization');
  const [saving, setSaving] = useState(false);
  const [logoUrl, setLogoUrl] = useState(settings.logo?.url ?? null);
  const form = useDraftForm(
    models.OrganizationInput,
    formValues(models.OrganizationInput, { ...settings, logoId: settings.logo?.id ?? null }),
    {
      labels,
      draftKey: 'organization-settings',
      version: settings.version,
      theirs: ({ logo, ...input }: Partial<OrganizationSettings>) =>
        formValues(models.OrganizationInput, { ...input, logoId: logo?.id ?? null }),
      refusedProblems: (error) => {
        if (!isRefusal(error, 'BAD_INPUT')) return null;
        const faults = (error.details as { colors?: ColorFaults }).colors ?? {};
        const ratio = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
        const textOf = (field: string, reason: string) => {
          const fault = faults[field as keyof ColorFaults];
          return fault
            ? labels.lowContrast({ ratio: ratio.format(fault.ratio), nearest: fault.nearest })
            : fieldReason(words, reason);
        };
        return Object.fromEntries(Object.entries(error.fields).map(([field, why]) => [field, textOf(field, why)]));
      },
    },
  );
  const save = () =>
    form.submit('save', async (input, version = settings.version) => {
      setSaving(true);
      try {
        const answer = await request(updateOrganizationMutation, { input, version });
        form.draft.finish();
        notify.success(labels.saved);
        queryClient.setQueryData(keyOf(organizationSettingsQuery, {}), {
          organizationSettings: answer.updateOrganization,
        });
        await queryClient.invalidateQueries();
      } finally {
        setSaving(false);
      }
    });
  return (
    <FormPage
      form={form}
      draftHeading={labels.draftTitle}
      titleOf={({ name }) => name}
      errorsTitle={(count) => t.shared.fieldsToFix({ count })}
      notices={
        form.conflict.found && (
          <Conflict
            form={form}
            found={form.conflict.found}
            labelOf={(field) => labelOf(labels, field)}
            textOf={(_, value) => (Array.isArray(value) ? value.join('\n') : String(value))}
          />
        )
      }
      actions={
        <Button onClick={() => void (saving || save())} aria-disabled={saving} data-saves>
          {saving ? t.common.saving : t.common.save}
        </Button>
      }
    >
      <Section title={labels.sections.identity}>
        <Stack>
          <FormField form={form} name="name" />
          <LogoField form={form} url={logoUrl} onChange={setLogoUrl} />
        </Stack>
      </Section>
      <Section title={labels.sections.colors} lead={labels.colorsLead}>
        <ColorFields form={form} />
      </Section>
      <Section title={t.common.contact}>
        <Stack>
          <FormField form={form} name="postalAddress" />
          <FieldPair>
            <FormField form={form} name="contactEmail" />
            <FormField form={form} name="contactPhone" />
          </FieldPair>
          <LinesField form={form} name="profileUrls" />
        </Stack>
      </Section>
      <Section title={labels.sections.languages} lead={labels.languagesLead}>
        <LanguagesField form={form} />
      </Section>
      <Section title={labels.sections.trust}>
        <Stack>
          <FormField form={form} name="taxId" />
          <FormField form={form} name="foundedYear" />
          <FormField form={form} name="accountsUrl" />
          <LinesField form={form} name="board" />
          <LinesField form={form} name="partners" />
        </Stack>
      </Section>
    </FormPage>
  );
}

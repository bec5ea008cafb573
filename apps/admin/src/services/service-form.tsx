import { Alert, Checkbox, Fieldset, Stack, Text } from '@mantine/core';
import { graphql } from '@upstander/api-client';
import { models } from '@upstander/web-kit';
import { useNavigate, useParams } from 'react-router';
import { useChange, useRead } from '../api/use-api';
import { Form, useModelForm } from '../parts/forms/form';
import { FormField, FormRow } from '../parts/forms/form-field';
import { Pending } from '../parts/ui/pending';
import { PageHeader } from '../parts/ui/page-header';
import { useSettings } from '../session/settings';
import { monthsFromToday } from '../parts/ui/dates';
import { useWords } from '../words/words';
import { serviceQuery, type ServiceData } from './queries';
import { ServedAreasField } from './served-areas-field';

const createMutation = graphql(`
  mutation CreateService($input: ServiceInput!) {
    createService(input: $input) {
      id
    }
  }
`);

const updateMutation = graphql(`
  mutation UpdateService($id: ID!, $input: ServiceInput!) {
    updateService(id: $id, input: $input) {
      id
    }
  }
`);

export function ServiceCreate() {
  const { t } = useWords('services');
  return (
    <div>
      <PageHeader
        title={t.services.add}
        lead={t.services.formLead}
        back={{ to: '/services', label: t.services.title }}
      />
      <ServiceForm service={null} />
    </div>
  );
}

export function ServiceEdit() {
  const { t } = useWords('services');
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead(serviceQuery, { id });
  if (!data) return <Pending error={error} retry={refetch} noun={t.services.what} lines={8} />;
  const { managedService: service } = data;
  return (
    <div>
      <PageHeader title={service.name} lead={t.services.formLead} back={{ to: '/services', label: t.services.title }} />
      <ServiceForm service={service} />
    </div>
  );
}

type Part = ServiceData['confidentialParts'][number];

function ServiceForm({ service }: { service: ServiceData | null }) {
  const { t, words } = useWords('services');
  const labels = {
    ...t.services,
    descriptionEsHint: t.services.inSpanishHint,
    minimumAgeHint: t.services.ageHint,
    maximumAgeHint: t.services.ageHint,
  };
  const navigate = useNavigate();
  const { timeZone } = useSettings();
  const back = () => void navigate('/services');
  const create = useChange(createMutation, { quiet: true, success: () => labels.added, onDone: back });
  const update = useChange(updateMutation, { quiet: true, success: () => labels.saved, onDone: back });
  const form = useModelForm(models.ServiceInput, service, {
    labels,
    // The service has just confirmed these facts, so they aren't due again soon.
    initial: { assureBy: monthsFromToday(6, timeZone) },
    required: ['needs', 'assureBy'],
    change: service ? update : create,
    send: (input) => (service ? update.mutate({ id: service.id, input }) : create.mutate({ input })),
  });
  const { values, set } = form;
  const isKept = (part: Part) => values.confidentialParts.includes(part);
  const keep = (part: Part) => (
    <Checkbox
      mt={8}
      size="sm"
      label={labels.keep({ part: words.enums.confidentialPart[part] })}
      checked={isKept(part)}
      onChange={() =>
        set(
          'confidentialParts',
          isKept(part) ? values.confidentialParts.filter((one) => one !== part) : [...values.confidentialParts, part],
        )
      }
    />
  );
  return (
    <Stack maw={720}>
      {service?.isFictional && <Alert color="clay">{labels.fictionalText}</Alert>}
      <Form form={form} submitLabel={service ? labels.save : labels.submit} onCancel={back} autoComplete="off">
        <FormRow form={form} fields={['organizationName', 'name']} />
        <FormField form={form} name="needs" />
        <FormRow form={form} fields={['description', 'descriptionEs']} />
        <FormRow form={form} fields={['eligibility', 'eligibilityEs']} />
        <FormRow form={form} fields={['minimumAge', 'maximumAge']} />
        <FormRow form={form} fields={['fees', 'feesEs']} />
        <FormField form={form} name="languages" />
        <Fieldset legend={labels.place}>
          <Stack>
            <Text c="dimmed" size="sm">
              {labels.keepHint}
            </Text>
            <div>
              <FormRow form={form} fields={['address', 'postcode']} />
              {keep('ADDRESS')}
            </div>
            <div>
              <FormRow form={form} fields={['city', 'region']} />
              {keep('CITY')}
            </div>
            <FormField
              form={form}
              name="searchPostcode"
              description={isKept('ADDRESS') ? labels.searchKeptHint : labels.searchPostcodeHint}
            />
            <FormRow form={form} fields={['area', 'areaEs']} />
            <ServedAreasField
              {...form.list('servedAreas')}
              names={new Map(service?.servedAreas.map((code, i) => [code, service.servedAreaNames[i] ?? code]))}
            />
          </Stack>
        </Fieldset>
        <Fieldset legend={t.common.contact}>
          <Stack>
            <div>
              <FormField form={form} name="phone" />
              {keep('PHONE')}
            </div>
            <div>
              <FormField form={form} name="email" />
              {keep('EMAIL')}
            </div>
            <div>
              <FormField form={form} name="url" />
              {keep('URL')}
            </div>
            <div>
              <FormRow form={form} fields={['schedule', 'scheduleEs']} />
              {keep('SCHEDULE')}
            </div>
          </Stack>
        </Fieldset>
        <FormField form={form} name="assureBy" />
      </Form>
    </Stack>
  );
}

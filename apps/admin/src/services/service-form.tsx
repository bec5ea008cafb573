import { Alert, Checkbox, Fieldset, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { graphql } from '@upstander/api-client';
import { isoDay, limits } from '@upstander/web-kit';
import type { ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useChange, useRead } from '../api/use-api';
import { Form } from '../parts/forms/form';
import { useEntry } from '../parts/forms/use-entry';
import { Failure } from '../parts/ui/failure';
import { Loading } from '../parts/ui/loading';
import { PageHeader } from '../parts/ui/page-header';
import { useSettings } from '../parts/ui/settings';
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

/** A new service. */
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

/** What is said of a service, and what of it only staff see. */
export function ServiceEdit() {
  const { t } = useWords('services');
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead(serviceQuery, { id });
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading what={t.services.what} lines={8} />;
  const { managedService: service } = data;
  return (
    <div>
      <PageHeader title={service.name} lead={t.services.formLead} back={{ to: '/services', label: t.services.title }} />
      <ServiceForm service={service} />
    </div>
  );
}

/** What is no number is no age either: the server says so. */
const ageOf = (text: string) => (text.trim() === '' ? null : Number(text) || 0);
const listOf = (text: string) => text.split(/[\s,]+/).filter((part) => part !== '');
type Need = ServiceData['needs'][number];
type Part = ServiceData['keptConfidential'][number];

function ServiceForm({ service }: { service: ServiceData | null }) {
  const { t, words } = useWords('services');
  const say = t.services;
  const go = useNavigate();
  const { timeZone } = useSettings();
  const back = () => void go('/services');
  const create = useChange(createMutation, { quiet: true, success: () => say.added, onDone: back });
  const update = useChange(updateMutation, { quiet: true, success: () => say.saved, onDone: back });
  const form = useEntry({
    initial: valuesOf(service, timeZone),
    required: ['organizationName', 'name', 'needs', 'description', 'assureBy'],
    limits: { ...limits.Service, organizationName: 120, languages: 120, servedAreas: undefined, needs: undefined },
    change: service ? update : create,
    send: ({
      needs,
      keptConfidential,
      languages,
      servedAreas,
      phone,
      email,
      url,
      searchPostcode,
      minimumAge,
      maximumAge,
      ...texts
    }) => {
      const input = {
        ...texts,
        needs: listOf(needs) as Need[],
        keptConfidential: listOf(keptConfidential) as Part[],
        languages: listOf(languages),
        servedAreas: listOf(servedAreas),
        minimumAge: ageOf(minimumAge),
        maximumAge: ageOf(maximumAge),
        phone: phone || null,
        email: email || null,
        url: url || null,
        searchPostcode: searchPostcode || null,
      };
      if (service) update.mutate({ id: service.id, input });
      else create.mutate({ input });
    },
  });
  const { field, values, set } = form;
  const has = (name: 'needs' | 'keptConfidential', one: string) => listOf(values[name]).includes(one);
  const toggle = (name: 'needs' | 'keptConfidential', one: string) => {
    const now = listOf(values[name]);
    set(name, (now.includes(one) ? now.filter((each) => each !== one) : [...now, one]).join(','));
  };
  const keep = (part: Part) => (
    <Checkbox
      mt={4}
      size="sm"
      label={say.keep({ part: words.enums.confidentialPart[part] })}
      checked={has('keptConfidential', part)}
      onChange={() => toggle('keptConfidential', part)}
    />
  );
  const missing = field('needs').error;
  return (
    <Stack maw={720}>
      {service?.madeUp && <Alert color="clay">{say.madeUpText}</Alert>}
      <Form of={form} submit={service ? say.save : say.submit} working={say.saving} onCancel={back} autoComplete="off">
        <Beside>
          <TextInput label={say.organization} {...field('organizationName')} />
          <TextInput label={say.name} {...field('name')} />
        </Beside>
        <Checkbox.Group
          label={say.needs}
          error={missing}
          value={listOf(values.needs)}
          onChange={(chosen) => set('needs', chosen.join(','))}
        >
          <Group mt="xs">
            {Object.entries(words.enums.serviceNeed).map(([need, label]) => (
              <Checkbox key={need} value={need} label={label} />
            ))}
          </Group>
        </Checkbox.Group>
        <Beside>
          <Textarea
            label={say.description}
            description={say.descriptionHint}
            autosize
            minRows={3}
            {...field('description')}
          />
          <Textarea
            label={say.descriptionEs}
            description={say.inSpanishHint}
            autosize
            minRows={3}
            {...field('descriptionEs')}
          />
        </Beside>
        <Beside>
          <TextInput label={say.eligibility} {...field('eligibility')} />
          <TextInput label={say.eligibilityEs} {...field('eligibilityEs')} />
        </Beside>
        <Beside>
          <TextInput label={say.minimumAge} description={say.ageHint} inputMode="numeric" {...field('minimumAge')} />
          <TextInput label={say.maximumAge} description={say.ageHint} inputMode="numeric" {...field('maximumAge')} />
        </Beside>
        <Beside>
          <TextInput label={say.fees} {...field('fees')} />
          <TextInput label={say.feesEs} {...field('feesEs')} />
        </Beside>
        <TextInput label={say.languages} description={say.languagesHint} {...field('languages')} />
        <Fieldset legend={say.place}>
          <Text c="dimmed" size="sm">
            {say.keepHint}
          </Text>
          <Beside>
            <TextInput label={say.address} {...field('address')} />
            <TextInput label={say.postcode} {...field('postcode')} />
          </Beside>
          {keep('ADDRESS')}
          <Beside>
            <TextInput label={say.city} {...field('city')} />
            <TextInput label={say.region} {...field('region')} />
          </Beside>
          {keep('CITY')}
          <TextInput
            mt="sm"
            label={say.searchPostcode}
            description={has('keptConfidential', 'ADDRESS') ? say.searchKeptHint : say.searchPostcodeHint}
            {...field('searchPostcode')}
          />
          <Beside>
            <TextInput label={say.area} {...field('area')} />
            <TextInput label={say.areaEs} {...field('areaEs')} />
          </Beside>
          <ServedAreasField
            value={listOf(values.servedAreas)}
            onChange={(codes) => set('servedAreas', codes.join(','))}
            names={new Map(service?.servedAreas.map((code, i) => [code, service.servedAreaNames[i] ?? code]))}
            error={field('servedAreas').error}
          />
        </Fieldset>
        <Fieldset legend={say.contact}>
          <TextInput label={say.phone} type="tel" {...field('phone')} />
          {keep('PHONE')}
          <TextInput mt="sm" label={say.email} type="email" {...field('email')} />
          {keep('EMAIL')}
          <TextInput mt="sm" label={say.url} type="url" {...field('url')} />
          {keep('URL')}
          <Beside>
            <TextInput label={say.schedule} {...field('schedule')} />
            <TextInput label={say.scheduleEs} {...field('scheduleEs')} />
          </Beside>
          {keep('SCHEDULE')}
        </Fieldset>
        <TextInput label={say.assureBy} description={say.assureByHint} type="date" {...field('assureBy')} />
      </Form>
    </Stack>
  );
}

function Beside({ children }: { children: ReactNode }) {
  return (
    <Group grow align="flex-start" preventGrowOverflow={false} wrap="wrap">
      {children}
    </Group>
  );
}

/** What the form begins with. */
function valuesOf(service: ServiceData | null, timeZone: string) {
  const inSixMonths = new Date();
  inSixMonths.setUTCMonth(inSixMonths.getUTCMonth() + 6);
  return {
    organizationName: service?.organizationName ?? '',
    name: service?.name ?? '',
    needs: service?.needs.join(',') ?? '',
    description: service?.description ?? '',
    descriptionEs: service?.descriptionEs ?? '',
    eligibility: service?.eligibility ?? '',
    eligibilityEs: service?.eligibilityEs ?? '',
    minimumAge: service?.minimumAge?.toString() ?? '',
    maximumAge: service?.maximumAge?.toString() ?? '',
    fees: service?.fees ?? '',
    feesEs: service?.feesEs ?? '',
    languages: service?.languages.join(', ') ?? '',
    address: service?.address ?? '',
    city: service?.city ?? '',
    region: service?.region ?? '',
    postcode: service?.postcode ?? '',
    phone: service?.phone ?? '',
    email: service?.email ?? '',
    url: service?.url ?? '',
    schedule: service?.schedule ?? '',
    scheduleEs: service?.scheduleEs ?? '',
    area: service?.area ?? '',
    areaEs: service?.areaEs ?? '',
    servedAreas: service?.servedAreas.join(',') ?? '',
    searchPostcode: service?.searchPostcode ?? '',
    keptConfidential: service?.keptConfidential.join(',') ?? '',
    assureBy: isoDay(inSixMonths, timeZone),
  };
}

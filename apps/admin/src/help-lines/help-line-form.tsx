import { Stack } from '@mantine/core';
import { graphql } from '@upstander/api-client';
import { models, type FormValues } from '@upstander/web-kit';
import { useNavigate, useParams } from 'react-router';
import { useChange, useRead } from '../api/use-api';
import { Form, useModelForm } from '../parts/forms/form';
import { FormField, FormRow } from '../parts/forms/form-field';
import { Pending } from '../parts/ui/pending';
import { NotFound } from '../parts/ui/not-found';
import { PageHeader } from '../parts/ui/page-header';
import { useSettings } from '../session/settings';
import { monthsFromToday } from '../parts/ui/dates';
import { useWords } from '../words/words';
import { HelpLinePreview } from './help-line-preview';
import { helpLinesQuery, type HelpLineData } from './queries';

const createMutation = graphql(`
  mutation CreateHelpLine($input: HelpLineInput!) {
    createHelpLine(input: $input) {
      id
    }
  }
`);

const updateMutation = graphql(`
  mutation UpdateHelpLine($id: ID!, $input: HelpLineInput!) {
    updateHelpLine(id: $id, input: $input) {
      id
    }
  }
`);

export function HelpLinePage() {
  const { t, locale } = useWords('helpLines');
  const { id } = useParams();
  const { data, error, refetch } = useRead(helpLinesQuery, {});
  if (!data) return <Pending error={error} retry={refetch} noun={t.helpLines.what} lines={8} />;
  const line = data.allHelpLines.find((one) => one.id === id) ?? null;
  if (id !== undefined && !line) return <NotFound />;
  const title = line ? (locale === 'es' ? line.nameEs : line.name) : t.helpLines.add;
  return (
    <div>
      <PageHeader title={title} lead={t.helpLines.formLead} back={{ to: '/help-lines', label: t.helpLines.title }} />
      <HelpLineForm line={line} lines={data.allHelpLines} />
    </div>
  );
}

function HelpLineForm({ line, lines }: { line: HelpLineData | null; lines: readonly HelpLineData[] }) {
  const { t, labels } = useWords('helpLines');
  const navigate = useNavigate();
  const { timeZone } = useSettings();
  const back = () => void navigate('/help-lines');
  const create = useChange(createMutation, { quiet: true, success: () => labels.added, onDone: back });
  const update = useChange(updateMutation, { quiet: true, success: () => labels.saved, onDone: back });
  const form = useModelForm(models.HelpLineInput, line, {
    labels,
    // The user has just compared the line with its source, so it isn't due again soon.
    initial: { ...(!line && newLine), verifyBy: monthsFromToday(3, timeZone) },
    required: ['verifyBy'],
    change: line ? update : create,
    send: (input) => (line ? update.mutate({ id: line.id, input }) : create.mutate({ input })),
  });
  return (
    <Stack maw={720} gap={32}>
      <Form form={form} submitLabel={line ? labels.save : labels.submit} pendingLabel={t.common.saving} onCancel={back}>
        <FormRow form={form} fields={['name', 'nameEs']} />
        <FormRow form={form} fields={['about', 'aboutEs']} />
        <FormRow form={form} fields={['phoneKind', 'phone', 'phoneShown']} />
        <FormRow form={form} fields={['textKind', 'textNumber', 'textShown']} />
        <FormRow form={form} fields={['tty', 'chatUrl']} />
        <FormField form={form} name="allDay" />
        {!form.values.allDay && <FormRow form={form} fields={['hours', 'hoursEs']} />}
        <FormField form={form} name="confidential" />
        <FormField form={form} name="takesReports" />
        <FormField form={form} name="forEmergencies" />
        <FormRow form={form} fields={['languages', 'interpretedLanguages']} />
        <FormRow form={form} fields={['country', 'area', 'areaEs']} />
        <FormRow form={form} fields={['sourceName', 'sourceYear', 'sourceUrl']} />
        <FormRow form={form} fields={['verifyBy', 'position']} />
      </Form>
      <HelpLinePreview values={form.values} line={line} lines={lines} />
    </Stack>
  );
}

const newLine = {
  phoneKind: 'E164',
  textKind: 'SHORT_CODE',
  allDay: true,
  country: 'US',
  sourceYear: String(new Date().getFullYear()),
  position: '100',
} as const;

export type HelpLineValues = FormValues<typeof models.HelpLineInput>;

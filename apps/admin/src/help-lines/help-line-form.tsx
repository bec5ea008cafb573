import { Checkbox, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { graphql } from '@upstander/api-client';
import { isoDay, limits } from '@upstander/web-kit';
import { useNavigate, useParams } from 'react-router';
import { useChange, useRead } from '../api/use-api';
import { Form } from '../parts/forms/form';
import { useEntry } from '../parts/forms/use-entry';
import { Failure } from '../parts/ui/failure';
import { Loading } from '../parts/ui/loading';
import { NotThere } from '../parts/ui/not-there';
import { PageHeader } from '../parts/ui/page-header';
import { useSettings } from '../parts/ui/settings';
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

/** Adds or edits a help line; the user has just compared it with its source. */
export function HelpLinePage() {
  const { t, locale } = useWords('helpLines');
  const { id } = useParams();
  const { data, error, refetch } = useRead(helpLinesQuery, {});
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading what={t.helpLines.what} lines={8} />;
  const line = data.allHelpLines.find((one) => one.id === id) ?? null;
  if (id !== undefined && !line) return <NotThere />;
  const title = line ? (locale === 'es' ? line.nameEs : line.name) : t.helpLines.add;
  return (
    <div>
      <PageHeader title={title} lead={t.helpLines.formLead} back={{ to: '/help-lines', label: t.helpLines.title }} />
      <HelpLineForm line={line} lines={data.allHelpLines} />
    </div>
  );
}

const listOf = (text: string) => text.split(/[\s,]+/).filter((part) => part !== '');
const kindOf = (kind: string) => (kind === 'SHORT_CODE' ? ('SHORT_CODE' as const) : ('E164' as const));

function HelpLineForm({ line, lines }: { line: HelpLineData | null; lines: readonly HelpLineData[] }) {
  const { t, words } = useWords('helpLines');
  const say = t.helpLines;
  const go = useNavigate();
  const { timeZone } = useSettings();
  const back = () => void go('/help-lines');
  const create = useChange(createMutation, { quiet: true, success: () => say.added, onDone: back });
  const update = useChange(updateMutation, { quiet: true, success: () => say.saved, onDone: back });
  const form = useEntry({
    initial: valuesOf(line, timeZone),
    required: ['name', 'nameEs', 'about', 'aboutEs', 'phone', 'sourceName', 'sourceYear', 'sourceUrl', 'verifyBy'],
    limits: limits.HelpLine,
    change: line ? update : create,
    send: (values) => {
      const input = {
        ...pick(values, ['name', 'nameEs', 'about', 'aboutEs', 'phone', 'phoneShown', 'sourceName', 'sourceUrl']),
        ...pick(values, ['country', 'area', 'areaEs', 'verifyBy']),
        phoneKind: kindOf(values.phoneKind),
        textKind: kindOf(values.textKind),
        textNumber: values.textNumber || null,
        textShown: values.textShown || null,
        tty: values.tty || null,
        chatUrl: values.chatUrl || null,
        allDay: values.allDay === 'yes',
        hours: values.hours || null,
        hoursEs: values.hoursEs || null,
        confidential: values.confidential === 'yes',
        takesReports: values.takesReports === 'yes',
        forEmergencies: values.forEmergencies === 'yes',
        languages: listOf(values.languages),
        interpretedLanguages: values.interpretedLanguages === '' ? null : Number(values.interpretedLanguages),
        sourceYear: Number(values.sourceYear),
        position: Number(values.position) || 100,
      };
      if (line) update.mutate({ id: line.id, input });
      else create.mutate({ input });
    },
  });
  const { field, values, set } = form;
  const kinds = Object.entries(words.enums.numberKind).map(([value, label]) => ({ value, label }));
  const tick = (name: 'allDay' | 'confidential' | 'takesReports' | 'forEmergencies') => ({
    label: say[name],
    checked: values[name] === 'yes',
    onChange: (event: { currentTarget: { checked: boolean } }) => set(name, event.currentTarget.checked ? 'yes' : ''),
  });
  return (
    <Stack maw={720} gap={32}>
      <Form of={form} submit={line ? say.save : say.submit} working={say.saving} onCancel={back}>
        <Pair>
          <TextInput label={say.name} {...field('name')} />
          <TextInput label={say.nameEs} {...field('nameEs')} />
        </Pair>
        <Pair>
          <Textarea label={say.about} autosize minRows={2} {...field('about')} />
          <Textarea label={say.aboutEs} autosize minRows={2} {...field('aboutEs')} />
        </Pair>
        <Pair>
          <NativeSelect label={say.phoneKind} data={kinds} {...field('phoneKind')} />
          <TextInput label={say.phone} description={say.phoneHint} inputMode="tel" {...field('phone')} />
          <TextInput label={say.phoneShown} description={say.phoneShownHint} {...field('phoneShown')} />
        </Pair>
        <Pair>
          <NativeSelect label={say.textKind} data={kinds} {...field('textKind')} />
          <TextInput label={say.textNumber} description={say.textHint} inputMode="tel" {...field('textNumber')} />
          <TextInput label={say.textShown} description={say.phoneShownHint} {...field('textShown')} />
        </Pair>
        <Pair>
          <TextInput label={say.tty} {...field('tty')} />
          <TextInput label={say.chatUrl} type="url" {...field('chatUrl')} />
        </Pair>
        <Checkbox {...tick('allDay')} />
        {values.allDay !== 'yes' && (
          <Pair>
            <TextInput label={say.hours} {...field('hours')} />
            <TextInput label={say.hoursEs} {...field('hoursEs')} />
          </Pair>
        )}
        <Checkbox {...tick('confidential')} />
        <Checkbox {...tick('takesReports')} />
        <Checkbox {...tick('forEmergencies')} />
        <Pair>
          <TextInput label={say.languages} description={say.languagesHint} {...field('languages')} />
          <TextInput label={say.interpreted} inputMode="numeric" {...field('interpretedLanguages')} />
        </Pair>
        <Pair>
          <TextInput label={say.country} {...field('country')} />
          <TextInput label={say.area} description={say.areaHint} {...field('area')} />
          <TextInput label={say.areaEs} {...field('areaEs')} />
        </Pair>
        <Pair>
          <TextInput label={say.sourceName} {...field('sourceName')} />
          <TextInput label={say.sourceYear} inputMode="numeric" {...field('sourceYear')} />
          <TextInput label={say.sourceUrl} type="url" {...field('sourceUrl')} />
        </Pair>
        <Pair>
          <TextInput label={say.verifyBy} type="date" description={say.verifyByHint} {...field('verifyBy')} />
          <TextInput label={say.position} description={say.positionHint} inputMode="numeric" {...field('position')} />
        </Pair>
      </Form>
      <HelpLinePreview values={values} line={line} lines={lines} />
    </Stack>
  );
}

function Pair({ children }: { children: React.ReactNode }) {
  return (
    <Group grow align="flex-start" preventGrowOverflow={false} wrap="wrap">
      {children}
    </Group>
  );
}

type HelpLineValues = ReturnType<typeof valuesOf>;

function pick<Name extends keyof HelpLineValues>(values: HelpLineValues, names: readonly Name[]) {
  return Object.fromEntries(names.map((name) => [name, values[name]])) as Pick<HelpLineValues, Name>;
}

/** What the form begins with; a day that is over, or near, is not kept as the next one. */
function valuesOf(line: HelpLineData | null, timeZone: string) {
  const yes = (flag: boolean | undefined) => (flag ? 'yes' : '');
  const inThreeMonths = new Date();
  inThreeMonths.setUTCMonth(inThreeMonths.getUTCMonth() + 3);
  return {
    name: line?.name ?? '',
    nameEs: line?.nameEs ?? '',
    about: line?.about ?? '',
    aboutEs: line?.aboutEs ?? '',
    phoneKind: (line?.phoneKind ?? 'E164') as string,
    phone: line?.phone ?? '',
    phoneShown: line?.phoneShown ?? '',
    textKind: (line?.textKind ?? 'SHORT_CODE') as string,
    textNumber: line?.textNumber ?? '',
    textShown: line?.textShown ?? '',
    tty: line?.tty ?? '',
    chatUrl: line?.chatUrl ?? '',
    allDay: yes(line?.allDay ?? true),
    hours: line?.hours ?? '',
    hoursEs: line?.hoursEs ?? '',
    confidential: yes(line?.confidential),
    takesReports: yes(line?.takesReports),
    forEmergencies: yes(line?.forEmergencies),
    languages: line?.languages.join(', ') ?? '',
    interpretedLanguages: String(line?.interpretedLanguages ?? ''),
    country: line?.country ?? 'US',
    area: line?.area ?? '',
    areaEs: line?.areaEs ?? '',
    sourceName: line?.sourceName ?? '',
    sourceYear: String(line?.sourceYear ?? new Date().getFullYear()),
    sourceUrl: line?.sourceUrl ?? '',
    verifyBy: isoDay(inThreeMonths, timeZone),
    position: String(line?.position ?? 100),
  };
}

export type { HelpLineValues };

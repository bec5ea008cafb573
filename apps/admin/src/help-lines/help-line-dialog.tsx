import { Button, Group, Stack, Text } from '@mantine/core';
import { helpLineIn, type HelpLine } from '@upstander/web-kit';
import { ErrorAlert } from '../parts/ui/error-alert';
import { useChange } from '../api/use-api';
import { Changes, type Change } from '../parts/ui/changes';
import { Dialog } from '../parts/ui/dialog';
import { type AreaWords, useWords } from '../words/words';
import { FooterPreview } from './footer-preview';
import { approveChangeMutation, declineChangeMutation, publishMutation, type HelpLineData } from './queries';

export interface HelpLineDecision {
  line: HelpLineData;
  step: 'remove' | 'publish' | 'decide';
}

interface Props {
  decision: HelpLineDecision | null;
  lines: readonly HelpLineData[];
  onClose: () => void;
}

/** Shows what the footer will say. */
export function HelpLineDialog({ decision, lines, onClose }: Props) {
  const { t } = useWords('helpLines');
  const title = decision ? t.helpLines.dialogTitles[decision.step] : '';
  return (
    <Dialog opened={decision !== null} onClose={onClose} title={title} size="lg">
      {decision?.step === 'decide' ? (
        <Decide line={decision.line} lines={lines} onClose={onClose} />
      ) : (
        decision && <Request decision={decision} lines={lines} onClose={onClose} />
      )}
    </Dialog>
  );
}

/** The lines on the site once `line` is as given, or is gone. */
const linesWith = (lines: readonly HelpLineData[], id: string, line: HelpLine | null): readonly HelpLine[] =>
  lines
    .filter((otherLine) => otherLine.published || otherLine.id === id)
    .flatMap((otherLine): HelpLine[] => (otherLine.id === id ? (line ? [line] : []) : [otherLine]));

function Request({
  decision: { line, step },
  lines,
  onClose,
}: Omit<Props, 'decision'> & { decision: HelpLineDecision }) {
  const { t, labels, locale } = useWords('helpLines');
  const publishes = step === 'publish';
  const change = useChange(publishMutation, { quiet: true, success: () => labels.requested, onDone: onClose });
  return (
    <Stack>
      <Text>{(publishes ? labels.publishText : labels.removeText)({ name: helpLineIn(locale, line).name })}</Text>
      <FooterPreview lines={linesWith(lines, line.id, publishes ? line : null)} />
      <ErrorAlert error={change.error} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose} data-autofocus>
          {t.common.cancel}
        </Button>
        <Button
          color={publishes ? undefined : 'clay'}
          aria-disabled={change.isPending}
          onClick={() => !change.isPending && change.mutate({ id: line.id, published: publishes })}
        >
          {labels.request}
        </Button>
      </Group>
    </Stack>
  );
}

function Decide({ line, lines, onClose }: { line: HelpLineData } & Omit<Props, 'decision'>) {
  const { t, labels, locale } = useWords('helpLines');
  const approve = useChange(approveChangeMutation, { quiet: true, success: () => labels.approved, onDone: onClose });
  const isMine = line.change?.isMine === true;
  const decline = useChange(declineChangeMutation, {
    quiet: true,
    success: () => (isMine ? labels.withdrawn : labels.declined),
    onDone: onClose,
  });
  if (!line.change) return null;
  const { id, kind, proposed, requestedByName } = line.change;
  const error = approve.error ?? decline.error;
  const isPending = approve.isPending || decline.isPending;
  const name = helpLineIn(locale, line).name;
  return (
    <Stack>
      <Text>{labels.requestTexts[kind]({ name, by: requestedByName })}</Text>
      {kind === 'EDIT' && <Changes changes={changesOf(line, proposed, labels)} label={t.shared.changes} />}
      <FooterPreview lines={linesWith(lines, line.id, kind === 'REMOVE' ? null : proposed)} />
      {isMine && <Text>{labels.otherPerson}</Text>}
      <ErrorAlert error={error} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose} data-autofocus>
          {t.common.cancel}
        </Button>
        <Button variant="default" aria-disabled={isPending} onClick={() => !isPending && decline.mutate({ id })}>
          {isMine ? labels.withdraw : t.common.decline}
        </Button>
        {!isMine && (
          <Button
            color={kind === 'REMOVE' ? 'clay' : undefined}
            aria-disabled={isPending}
            onClick={() => !isPending && approve.mutate({ id })}
          >
            {t.common.approve}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

const visibleFields = [
  ...([
    'name',
    'nameEs',
    'about',
    'aboutEs',
    'phoneShown',
    'phone',
    'textShown',
    'textNumber',
    'tty',
    'chatUrl',
  ] as const),
  ...(['allDay', 'hours', 'hoursEs', 'confidential', 'takesReports', 'forEmergencies', 'languages'] as const),
  ...(['interpretedLanguages', 'area', 'areaEs'] as const),
];

function changesOf(line: HelpLine, proposed: HelpLine, labels: Words): Change[] {
  const textOf = (value: string | number | boolean | readonly string[] | null) =>
    typeof value === 'boolean' ? (value ? labels.yes : labels.no) : value === null ? '' : String(value);
  return visibleFields
    .map((field) => ({ field, label: labels[field], before: textOf(line[field]), after: textOf(proposed[field]) }))
    .filter(({ before, after }) => before !== after);
}

type Words = AreaWords<'helpLines'>['t']['helpLines'];

import { Checkbox, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useRead } from '../api/use-api';
import { Failure } from '../parts/ui/failure';
import { useWords } from '../words/words';
import { includesParticipants, participantKinds, volunteerKinds } from './audience-link';
import { audienceQuery, type Audience, type MessageEvent } from './queries';

interface AudienceChoiceProps {
  event: MessageEvent;
  /** True if the event takes registrations. */
  hasParticipants: boolean;
  audience: Audience;
  onChange: (audience: Audience) => void;
}

/** Chooses the people, and says how many get an email and who is left out. */
export function AudienceChoice({ event, hasParticipants, audience, onChange }: AudienceChoiceProps) {
  const { labels, words } = useWords('eventMessages');
  const { data } = useRead(audienceQuery, { eventId: event.id, audience });
  const sizes = new Map(data?.eventAudience.sizes.map(({ kind, people }) => [kind, people]));
  const names = words.enums.eventAudienceKind;
  const isSelection = audience.kind === 'SELECTED';
  const kinds = [
    ...(isSelection ? (['SELECTED'] as const) : []),
    ...volunteerKinds,
    ...(hasParticipants ? participantKinds : []),
  ];
  const nameOf = (kind: (typeof kinds)[number]) => {
    const count = kind === 'SELECTED' ? audience.signupIds?.length : sizes.get(kind);
    return count === undefined ? names[kind] : labels.size({ name: names[kind], count });
  };
  return (
    <Stack gap="sm">
      <NativeSelect
        label={labels.to}
        value={audience.kind}
        data={kinds.map((kind) => ({ value: kind, label: nameOf(kind) }))}
        onChange={({ currentTarget: { value } }) => {
          const kind = value as Audience['kind'];
          onChange({ kind, shiftIds: includesParticipants(kind) ? [] : (audience.shiftIds ?? []), signupIds: null });
        }}
      />
      {event.shifts.length > 1 && !isSelection && !includesParticipants(audience.kind) && (
        <Checkbox.Group
          label={labels.shifts}
          description={labels.shiftsHint}
          value={audience.shiftIds ?? []}
          onChange={(shiftIds) => onChange({ ...audience, shiftIds })}
        >
          <Group mt="xs">
            {event.shifts.map(({ id, role }) => (
              <Checkbox key={id} value={id} label={role} />
            ))}
          </Group>
        </Checkbox.Group>
      )}
      <AudiencePreview eventId={event.id} audience={audience} />
    </Stack>
  );
}

export function AudiencePreview({ eventId, audience }: { eventId: string; audience: Audience }) {
  const { labels, words } = useWords('eventMessages');
  const { data, error, refetch } = useRead(audienceQuery, { eventId, audience });
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return null;
  const { people, spanish, leftOutCount, leftOut } = data.eventAudience;
  return (
    <div>
      <Text role="status">
        {labels.people({ count: people })}
        {spanish > 0 && ` ${labels.spanish({ count: spanish })}`}
      </Text>
      {leftOutCount > 0 && (
        <details>
          <summary>{labels.leftOut({ count: leftOutCount })}</summary>
          <ul>
            {leftOut.map(({ signupId, registrationId, name, reason }) => (
              <li key={signupId ?? registrationId}>
                {name} · {words.enums.leftOutReason[reason]}
              </li>
            ))}
          </ul>
          {leftOutCount > leftOut.length && (
            <Text size="sm">{labels.more({ count: leftOutCount - leftOut.length })}</Text>
          )}
        </details>
      )}
    </div>
  );
}

import { Button, Text } from '@mantine/core';
import { hoursText } from '@upstander/web-kit';
import { useChange, useRead } from '../api/use-api';
import { Section } from '../parts/ui/section';
import { useWords } from '../words/words';
import { approveHoursMutation, eventHoursQuery } from './queries';

export function EventHours({ eventId, mayApprove }: { eventId: string; mayApprove: boolean }) {
  const { t, locale } = useWords('events');
  const labels = t.events.hours;
  const { data } = useRead(eventHoursQuery, { eventId });
  const approve = useChange(approveHoursMutation, { success: () => labels.approved });
  if (!data) return null;
  const { people, minutes, waiting, unmarked } = data.eventHours;
  return (
    <Section
      title={t.common.hours}
      hasSpaceAbove
      actions={
        waiting > 0 &&
        mayApprove && (
          <Button onClick={() => approve.mutate({ eventId })} aria-disabled={approve.isPending}>
            {approve.isPending ? t.common.approving : labels.approve}
          </Button>
        )
      }
    >
      <Text>
        {people === 0 ? labels.nobody : labels.given({ people, time: hoursText(locale, minutes) })}
        {people > 0 && waiting === 0 && ` ${labels.counts}`}
      </Text>
      {unmarked > 0 && <Text c="dimmed">{labels.unmarked({ count: unmarked })}</Text>}
    </Section>
  );
}

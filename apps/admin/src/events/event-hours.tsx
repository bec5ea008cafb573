import { Button, Text } from '@mantine/core';
import { hoursText } from '@upstander/web-kit';
import { useChange, useRead } from '../api/use-api';
import { Section } from '../parts/ui/section';
import { useWords } from '../words/words';
import { approveHoursMutation, eventHoursQuery } from './queries';

/** What the people of an event that is over gave, and the one press after which it counts. */
export function EventHours({ eventId }: { eventId: string }) {
  const { t, locale } = useWords('events');
  const say = t.events.hours;
  const { data } = useRead(eventHoursQuery, { eventId });
  const approve = useChange(approveHoursMutation, { success: () => say.approved });
  if (!data) return null;
  const { people, minutes, waiting, unmarked } = data.eventHours;
  return (
    <Section
      title={say.title}
      apart
      actions={
        waiting > 0 && (
          <Button onClick={() => approve.mutate({ eventId })} aria-disabled={approve.isPending}>
            {approve.isPending ? say.approving : say.approve}
          </Button>
        )
      }
    >
      <Text>
        {people === 0 ? say.nobody : say.given({ people, time: hoursText(locale, minutes) })}
        {people > 0 && waiting === 0 && ` ${say.counts}`}
      </Text>
      {unmarked > 0 && <Text c="dimmed">{say.unmarked({ count: unmarked })}</Text>}
    </Section>
  );
}

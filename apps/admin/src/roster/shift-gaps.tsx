import { Alert, Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useRead } from '../api/use-api';
import { ConfirmChange } from '../parts/ui/confirm';
import { AlertIcon } from '../parts/ui/icons';
import { formatDateTime, isPast } from '../parts/ui/when';
import { useWords } from '../words/words';
import { overrideMutation, shiftGapsQuery, type RosterEvent, type ShiftGap } from './queries';

/** What the shifts of an event lack: adults while minors are there, or a lead; and who answers for it. */
export function ShiftGaps({ event }: { event: RosterEvent }) {
  const { data } = useRead(shiftGapsQuery, { eventId: event.id });
  if (event.status !== 'PUBLISHED' || isPast(event)) return null;
  return (data?.shiftGaps ?? [])
    .filter((gap) => gap.adults < gap.adultsNeeded || (gap.needsLead && !gap.hasLead))
    .map((gap) => (
      <Gap key={gap.shiftId} gap={gap} role={event.shifts.find(({ id }) => id === gap.shiftId)?.role ?? ''} />
    ));
}

function Gap({ gap, role }: { gap: ShiftGap; role: string }) {
  const { t, locale } = useWords('roster');
  const say = t.roster.gaps;
  const [answering, answer] = useState(false);
  const { shiftId, adults, adultsNeeded, tooFewAdults, needsLead, hasLead, override } = gap;
  const short = adults < adultsNeeded;
  return (
    <Alert color={tooFewAdults ? 'clay' : 'amber'} icon={<AlertIcon />} title={role} mb="sm">
      {short && <Text size="sm">{say.adults({ adults, needed: adultsNeeded })}</Text>}
      {tooFewAdults && <Text size="sm">{say.blocked}</Text>}
      {short && !tooFewAdults && override && (
        <Text size="sm">
          {say.answered({ by: override.by, when: formatDateTime(locale, override.madeAt), reason: override.reason })}
        </Text>
      )}
      {needsLead && !hasLead && <Text size="sm">{say.noLead}</Text>}
      {tooFewAdults && (
        <Button size="xs" mt="xs" variant="default" onClick={() => answer(true)}>
          {say.answer}
        </Button>
      )}
      <ConfirmChange
        opened={answering}
        onClose={() => answer(false)}
        title={say.answerTitle}
        text={say.answerText}
        reason={{ label: say.reason, required: true }}
        submit={say.answerSubmit}
        working={say.answering}
        mutation={overrideMutation}
        variables={(reason) => ({ shiftId, reason })}
        done={say.answerDone}
      />
    </Alert>
  );
}

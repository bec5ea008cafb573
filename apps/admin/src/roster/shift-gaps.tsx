import { Alert, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { useChange, useRead } from '../api/use-api';
import { ConfirmChange } from '../parts/ui/confirm';
import { Dialog } from '../parts/ui/dialog';
import { AlertIcon } from '../parts/ui/icons';
import { formatDateTime, isPast } from '../parts/ui/dates';
import { useWords } from '../words/words';
import {
  askForAgesMutation,
  offerSpotsToAdultsMutation,
  overrideMutation,
  shiftGapsQuery,
  type RosterEvent,
  type ShiftGap,
} from './queries';
import { ShiftMessageForm } from './shift-message-form';

export function ShiftGaps({ event }: { event: RosterEvent }) {
  const { data } = useRead(shiftGapsQuery, { eventId: event.id });
  if (event.status !== 'PUBLISHED' || isPast(event)) return null;
  return (data?.shiftGaps ?? [])
    .filter((gap) => gap.adults < gap.adultsNeeded || (gap.needsLead && !gap.hasLead))
    .map((gap) => (
      <StaffingGap
        key={gap.shiftId}
        gap={gap}
        chapterId={event.chapter.id}
        role={event.shifts.find(({ id }) => id === gap.shiftId)?.role ?? ''}
      />
    ));
}

function StaffingGap({ gap, role, chapterId }: { gap: ShiftGap; role: string; chapterId: string }) {
  const { t, locale } = useWords('roster');
  const labels = t.roster.gaps;
  const [isExpanded, setIsExpanded] = useState(false);
  const { shiftId, adults, adultsNeeded, tooFewAdults, needsLead, hasLead, override } = gap;
  const isShort = adults < adultsNeeded;
  return (
    <Alert color={tooFewAdults ? 'clay' : 'amber'} icon={<AlertIcon />} title={role} mb="sm">
      {isShort && <Text size="sm">{labels.adults({ adults, needed: adultsNeeded })}</Text>}
      {tooFewAdults && <Text size="sm">{labels.blocked}</Text>}
      {isShort && !tooFewAdults && override && (
        <Text size="sm">
          {labels.answered({ by: override.by, when: formatDateTime(locale, override.madeAt), reason: override.reason })}
        </Text>
      )}
      {needsLead && !hasLead && <Text size="sm">{labels.noLead}</Text>}
      {isShort && <Solutions gap={gap} chapterId={chapterId} />}
      {tooFewAdults && (
        <Button size="xs" mt="xs" variant="subtle" color="gray" onClick={() => setIsExpanded(true)}>
          {labels.answer}
        </Button>
      )}
      <ConfirmChange
        opened={isExpanded}
        onClose={() => setIsExpanded(false)}
        title={labels.answerTitle}
        text={labels.answerText}
        reason={{ label: labels.reason, required: true }}
        submitLabel={labels.answerSubmit}
        pendingLabel={labels.answering}
        mutation={overrideMutation}
        variables={(reason) => ({ shiftId, reason })}
        successMessage={labels.answerDone}
      />
    </Alert>
  );
}

function Solutions({ gap, chapterId }: { gap: ShiftGap; chapterId: string }) {
  const { t } = useWords('roster');
  const labels = t.roster.gaps;
  const { shiftId, unknownAges, waitlistedAdults } = gap;
  const [writing, write] = useState(false);
  const requestAges = useChange(askForAgesMutation, {
    success: ({ askForAges }) => labels.asked({ count: askForAges }),
  });
  const offer = useChange(offerSpotsToAdultsMutation, {
    success: ({ offerSpotsToAdults }) => labels.offered({ count: offerSpotsToAdults }),
  });
  return (
    <Group gap="xs" mt="xs">
      {unknownAges > 0 && (
        <Button
          size="xs"
          aria-disabled={requestAges.isPending}
          onClick={() => requestAges.isPending || requestAges.mutate({ shiftId })}
        >
          {labels.askAges({ count: unknownAges })}
        </Button>
      )}
      {waitlistedAdults > 0 && (
        <Button size="xs" aria-disabled={offer.isPending} onClick={() => offer.isPending || offer.mutate({ shiftId })}>
          {labels.offerSpots({ count: waitlistedAdults })}
        </Button>
      )}
      <Button size="xs" variant="default" component={Link} to={`/volunteers?chapter=${chapterId}`}>
        {labels.invite}
      </Button>
      <Button size="xs" variant="default" onClick={() => write(true)}>
        {labels.message}
      </Button>
      <Dialog opened={writing} onClose={() => write(false)} title={labels.messageTitle}>
        <ShiftMessageForm shiftId={shiftId} onDone={() => write(false)} />
      </Dialog>
    </Group>
  );
}

import { Alert, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { useChange, useRead } from '../api/use-api';
import { messageLink } from '../event-messages/audience-link';
import { ConfirmChange } from '../parts/ui/confirm';
import { AlertIcon } from '../parts/ui/icons';
import { formatDateTime, isPast } from '../parts/ui/dates';
import { useEventAccess, type EventAccess } from '../session/use-event-access';
import { useWords } from '../words/words';
import {
  askForAgesMutation,
  offerSpotsToAdultsMutation,
  overrideMutation,
  shiftGapsQuery,
  type RosterEvent,
  type ShiftGap,
} from './queries';
import { findPeopleLink } from '../shift-requests/find-people-link';
import classes from './roster.module.css';

/** One box for all shifts that lack adults or a lead, so that the shifts and the roster stay in sight. */
export function ShiftGaps({ event }: { event: RosterEvent }) {
  const { t } = useWords('roster');
  const access = useEventAccess(event);
  const { data } = useRead(shiftGapsQuery, { eventId: event.id });
  if (event.status !== 'PUBLISHED' || isPast(event)) return null;
  const gaps = (data?.shiftGaps ?? []).filter(
    (gap) => gap.adults < gap.adultsNeeded || (gap.needsLead && !gap.hasLead),
  );
  if (gaps.length === 0) return null;
  const isBlocked = gaps.some(({ tooFewAdults }) => tooFewAdults);
  const labels = t.roster.gaps;
  return (
    <Alert
      color={isBlocked ? 'clay' : 'amber'}
      icon={<AlertIcon />}
      title={labels.title({ count: gaps.length })}
      mb="sm"
    >
      {isBlocked && <Text size="sm">{labels.blocked}</Text>}
      <ul className={classes.gaps}>
        {gaps.map((gap) => (
          <StaffingGap
            key={gap.shiftId}
            gap={gap}
            eventId={event.id}
            access={access}
            role={event.shifts.find(({ id }) => id === gap.shiftId)?.role ?? ''}
          />
        ))}
      </ul>
    </Alert>
  );
}

interface StaffingGapProps {
  gap: ShiftGap;
  role: string;
  eventId: string;
  access: EventAccess;
}

function StaffingGap({ gap, role, eventId, access }: StaffingGapProps) {
  const { t, locale } = useWords('roster');
  const labels = t.roster.gaps;
  const [isExpanded, setIsExpanded] = useState(false);
  const { shiftId, adults, adultsNeeded, tooFewAdults, needsLead, hasLead, override } = gap;
  const isShort = adults < adultsNeeded;
  const texts = [
    isShort && labels.adults({ adults, needed: adultsNeeded }),
    isShort &&
      !tooFewAdults &&
      override &&
      labels.answered({ by: override.by, when: formatDateTime(locale, override.madeAt), reason: override.reason }),
    needsLead && !hasLead && labels.noLead,
  ].filter(Boolean);
  return (
    <li className={classes.gap}>
      <p className={classes.gapText}>
        <strong>{role}</strong> {texts.join(' ')}
      </p>
      {access.canManage('ROSTER') && (
        <Group gap="xs">
          {isShort && <Solutions gap={gap} eventId={eventId} access={access} />}
          {tooFewAdults && (
            <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setIsExpanded(true)}>
              {labels.answer}
            </Button>
          )}
        </Group>
      )}
      <ConfirmChange
        opened={isExpanded}
        onClose={() => setIsExpanded(false)}
        title={labels.answerTitle}
        text={labels.answerText}
        reason={{ label: labels.reason, required: true }}
        submitLabel={labels.answerSubmit}
        mutation={overrideMutation}
        variables={(reason) => ({ shiftId, reason })}
        successMessage={labels.answerDone}
      />
    </li>
  );
}

function Solutions({ gap, eventId, access }: Omit<StaffingGapProps, 'role'>) {
  const { t } = useWords('roster');
  const labels = t.roster.gaps;
  const { shiftId, unknownAges, waitlistedAdults } = gap;
  const requestAges = useChange(askForAgesMutation, {
    success: ({ askForAges }) => labels.asked({ count: askForAges }),
  });
  const offer = useChange(offerSpotsToAdultsMutation, {
    success: ({ offerSpotsToAdults }) => labels.offered({ count: offerSpotsToAdults }),
  });
  return (
    <>
      {unknownAges > 0 && (
        <Button
          size="compact-sm"
          aria-disabled={requestAges.isPending}
          onClick={() => requestAges.isPending || requestAges.mutate({ shiftId })}
        >
          {labels.askAges({ count: unknownAges })}
        </Button>
      )}
      {waitlistedAdults > 0 && (
        <Button
          size="compact-sm"
          aria-disabled={offer.isPending}
          onClick={() => offer.isPending || offer.mutate({ shiftId })}
        >
          {labels.offerSpots({ count: waitlistedAdults })}
        </Button>
      )}
      {access.canManage('VOLUNTEERS') && (
        <Button size="compact-sm" variant="default" component={Link} to={findPeopleLink(eventId, shiftId, true)}>
          {labels.invite}
        </Button>
      )}
      {access.canManage('MESSAGES') && (
        <Button size="compact-sm" variant="default" component={Link} to={messageLink(eventId, 'WITH_SPOT', shiftId)}>
          {labels.message}
        </Button>
      )}
    </>
  );
}

import { Button, Group, NativeSelect, Text } from '@mantine/core';
import { isRefusal } from '@upstander/api-client';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useChange, useRead } from '../api/use-api';
import { EventMissing } from '../parts/ui/event-missing';
import { ListPage } from '../parts/lists/list-page';
import { useSearchState } from '../parts/lists/list-state';
import { ListTime } from '../parts/lists/column';
import { day, timesText } from '../parts/ui/dates';
import { PeopleIcon, SendIcon } from '../parts/ui/icons';
import { Pending } from '../parts/ui/pending';
import { useWords } from '../words/words';
import { AskedPeople } from './asked-people';
import { ReservedSpots } from './reserved-spots';
import { candidatesQuery, findPeopleQuery, requestVolunteersMutation, type FindPeopleEvent } from './queries';

export function FindPeople() {
  const { t } = useWords('shiftRequests');
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead(findPeopleQuery, { id });
  const event = data?.manageEvent;
  if ((data && !event) || isRefusal(error, 'NOT_FOUND')) return <EventMissing />;
  if (!event) return <Pending error={error} retry={refetch} noun={t.shiftRequests.what} />;
  return <Candidates event={event} />;
}

/** Maximum number of people asked at once. */
const maxAsked = 50;
const distances = [5, 10, 25, 50] as const;

function Candidates({ event }: { event: FindPeopleEvent }) {
  const { t, labels, locale } = useWords('shiftRequests');
  const state = useSearchState();
  const upcoming = event.shifts.filter(({ startsAt }) => new Date(startsAt) > new Date());
  const shifts = upcoming.length > 0 ? upcoming : event.shifts;
  const shift = shifts.find(({ id }) => id === state.get('shift')) ?? shifts[0];
  if (!shift) return <EventMissing />;
  const { role, placesLeft } = shift;
  const match = state.oneOf('match', ['skills', 'available', 'adults'] as const);
  const miles = distances.find((one) => String(one) === state.get('miles'));
  return (
    <ListPage
      name="shift-candidates"
      labels={{ ...labels, title: `${labels.title}: ${event.title}`, lead: undefined }}
      lead={
        <>
          <Text component="span" inherit display="block" fw={600}>
            {placesLeft + shift.reserved > 0
              ? labels.missing({ role, count: placesLeft + shift.reserved })
              : labels.enough({ role })}{' '}
            {day(locale, shift.startsAt, event.timeZone)}, {timesText(locale, shift, event.timeZone)}
          </Text>
          {labels.lead({ chapter: event.chapter.name })}
        </>
      }
      back={{ to: `/events/${event.id}`, label: t.common.backToEvent }}
      header={<AskedPeople shiftId={shift.id} reserved={<ReservedSpots shift={shift} />} />}
      document={candidatesQuery}
      variables={{
        shiftId: shift.id,
        filter: {
          text: state.text(),
          hasSkills: match === 'skills' || undefined,
          isAvailable: match === 'available' || undefined,
          isAdult: match === 'adults' || undefined,
          miles,
        },
      }}
      first={50}
      path="shiftCandidates"
      search={{ label: labels.searchLabel, hint: t.common.name }}
      filters={[
        shifts.length > 1 && {
          name: 'shift',
          label: t.common.shift,
          value: shift.id,
          emptyOption: false as const,
          options: shifts.map((one) => [one.id, one.role] as const),
        },
        {
          name: 'match',
          label: labels.match,
          emptyOption: labels.everyone,
          options: [
            ...(shift.skillIds.length > 0 ? [['skills', labels.skills] as const] : []),
            ['available', labels.available],
            ['adults', labels.adults],
          ],
        },
        !event.online && {
          name: 'miles',
          label: labels.distance,
          emptyOption: labels.anyDistance,
          options: distances.map((one) => [String(one), labels.within({ miles: one })] as const),
        },
      ]}
      emptyState={{ title: labels.noneTitle, text: labels.noneText, icon: <PeopleIcon size={26} /> }}
      csv={false}
      columns={[
        { key: 'name', header: labels.name, render: ({ id, name }) => <Link to={`/volunteers/${id}`}>{name}</Link> },
        {
          key: 'why',
          header: labels.why,
          mobile: 'plain',
          render: ({ hasSkills, isAvailable, isAdult, hasCredentials }) =>
            [
              shift.skillIds.length > 0 && hasSkills && labels.hasSkills,
              isAvailable === true && labels.isAvailable,
              isAvailable === false && labels.isNotAvailable,
              event.withMinors && isAdult && t.shiftRequests.adults,
              !hasCredentials && labels.needsCredential,
            ]
              .filter(Boolean)
              .join(', '),
        },
        !event.online && {
          key: 'miles',
          header: t.shiftRequests.distance,
          align: 'end',
          render: ({ miles: distance }) => distance !== null && labels.miles({ miles: distance }),
        },
        { key: 'activeAt', header: labels.lastSeen, render: ({ activeAt }) => <ListTime at={activeAt} /> },
      ]}
      bulk={{
        isSelectable: () => true,
        bar: ({ rows }, clear) => (
          <AskButton
            shiftId={shift.id}
            ids={rows.map(({ id }) => id)}
            canReserve={placesLeft > 0 && shift.waiting === 0}
            onDone={clear}
          />
        ),
      }}
    />
  );
}

interface AskButtonProps {
  shiftId: string;
  ids: readonly string[];
  /** True if spots are open that can be reserved for those who answer first. */
  canReserve: boolean;
  onDone: () => void;
}

/** Hours for which spots can be reserved. */
const reserveChoices = [24, 48, 72] as const;

function AskButton({ shiftId, ids, canReserve, onDone }: AskButtonProps) {
  const [hours, setHours] = useState('24');
  const { t, labels } = useWords('shiftRequests');
  const ask = useChange(requestVolunteersMutation, {
    success: ({ requestVolunteers }) => labels.asked({ count: requestVolunteers }),
    onDone,
  });
  if (ids.length > maxAsked) return <span>{labels.askMax({ max: maxAsked })}</span>;
  return (
    <Group gap="xs">
      {canReserve && (
        <NativeSelect
          size="xs"
          aria-label={labels.reserve}
          value={hours}
          onChange={(event) => setHours(event.currentTarget.value)}
          data={[
            { value: '', label: labels.reserveNone },
            ...reserveChoices.map((one) => ({ value: String(one), label: labels.reserveFor({ hours: one }) })),
          ]}
        />
      )}
      <Button
        size="xs"
        leftSection={<SendIcon size={14} />}
        aria-disabled={ask.isPending}
        onClick={() =>
          ask.isPending ||
          ask.mutate({ shiftId, volunteerIds: [...ids], reserveHours: canReserve && hours ? Number(hours) : null })
        }
      >
        {ask.isPending ? t.shared.asking : labels.ask({ count: ids.length })}
      </Button>
    </Group>
  );
}

import { Radio, Stack, Text } from '@mantine/core';
import { isRefusal } from '@upstander/api-client';
import type { FormEvent } from 'react';
import { useChange } from '../api/use-api';
import { FormFoot } from '../parts/forms/form-foot';
import { useFields } from '../parts/forms/use-fields';
import { times } from '../parts/ui/when';
import { useWords } from '../words/words';
import { OverlapReason } from './overlap-reason';
import { moveSignupMutation, type RosterEntry, type RosterEvent, type RosterShift } from './queries';

interface MoveFormProps {
  event: RosterEvent;
  entry: RosterEntry;
  onDone: () => void;
}

/** Another shift of the same event. */
export function MoveForm({ event, entry, onDone }: MoveFormProps) {
  const { t, locale } = useWords();
  const others = event.shifts.filter(({ id }) => id !== entry.shiftId);
  const move = useChange(moveSignupMutation, {
    quiet: true,
    success: () => t.roster.moved({ name: entry.name }),
    onDone,
  });
  const { values, set, field, complete, shown } = useFields(
    { toShiftId: '', overlapReason: '' },
    ['toShiftId'],
    move.error,
  );
  const overlap = isRefusal(move.error, 'OVERLAPPING_SHIFT') ? move.error : null;

  const submit = (submitted: FormEvent) => {
    submitted.preventDefault();
    if (!complete() || move.isPending) return;
    const reason = values.overlapReason.trim();
    move.mutate({ id: entry.id, toShiftId: values.toShiftId, overlapReason: reason === '' ? null : reason });
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Text c="dimmed">{t.roster.moveLead}</Text>
        <Radio.Group
          label={t.roster.moveTo}
          value={values.toShiftId}
          onChange={(value) => set('toShiftId', value)}
          error={field('toShiftId').error}
        >
          <Stack gap="xs" mt="xs">
            {others.map((shift) => (
              <Radio
                key={shift.id}
                value={shift.id}
                disabled={!isOpen(shift)}
                label={shift.role}
                description={`${times(locale, shift, event.timeZone)} · ${
                  begun(shift)
                    ? t.roster.begun
                    : shift.placesLeft > 0
                      ? t.roster.left({ count: shift.placesLeft })
                      : t.common.full
                }`}
              />
            ))}
          </Stack>
        </Radio.Group>
        {!others.some(isOpen) && <Text size="sm">{t.roster.noneToMoveTo}</Text>}
        {overlap && <OverlapReason refusal={overlap} {...field('overlapReason')} />}
        <FormFoot
          submit={overlap ? t.roster.moveAnyway : t.roster.moveSubmit}
          working={t.roster.moving}
          pending={move.isPending}
          error={overlap ? null : move.error}
          shown={shown}
          onCancel={onDone}
        />
      </Stack>
    </form>
  );
}

function begun({ startsAt }: RosterShift): boolean {
  return new Date(startsAt) <= new Date();
}

/** Whether somebody can be moved there. */
function isOpen(shift: RosterShift): boolean {
  return shift.placesLeft > 0 && !begun(shift);
}

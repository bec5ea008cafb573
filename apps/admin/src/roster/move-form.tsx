import { Radio, Stack, Text } from '@mantine/core';
import { isRefusal } from '@upstander/api-client';
import { useChange } from '../api/use-api';
import { Form } from '../parts/forms/form';
import { useMutationForm } from '../parts/forms/use-mutation-form';
import { times } from '../parts/ui/dates';
import { useWords } from '../words/words';
import { OverlapReason } from './overlap-reason';
import { moveSignupMutation, type RosterEvent, type RosterShift } from './queries';
import type { RosterEntry } from './roster';

interface MoveFormProps {
  event: RosterEvent;
  entry: RosterEntry;
  onDone: () => void;
}

export function MoveForm({ event, entry, onDone }: MoveFormProps) {
  const { t, locale } = useWords('roster');
  const others = event.shifts.filter(({ id }) => id !== entry.shiftId);
  const move = useChange(moveSignupMutation, {
    quiet: true,
    success: () => t.roster.moved({ name: entry.name }),
    onDone,
  });
  const overlap = isRefusal(move.error, 'OVERLAPPING_SHIFT') ? move.error : null;
  const form = useMutationForm({
    initial: { toShiftId: '', overlapReason: '' },
    required: ['toShiftId'],
    change: { isPending: move.isPending, error: overlap ? null : move.error },
    send: ({ toShiftId, overlapReason }) =>
      move.mutate({ id: entry.id, toShiftId, overlapReason: overlapReason || null }),
  });
  const { values, set, field } = form;

  return (
    <Form
      form={form}
      submitLabel={overlap ? t.roster.moveAnyway : t.roster.moveSubmit}
      pendingLabel={t.roster.moving}
      onCancel={onDone}
    >
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
    </Form>
  );
}

function begun({ startsAt }: RosterShift): boolean {
  return new Date(startsAt) <= new Date();
}

function isOpen(shift: RosterShift): boolean {
  return shift.placesLeft > 0 && !begun(shift);
}

import { Text } from '@mantine/core';
import { isRefusal } from '@upstander/api-client';
import { models } from '@upstander/web-kit';
import { useChange } from '../api/use-api';
import { Form, useModelForm } from '../parts/forms/form';
import { timesText } from '../parts/ui/dates';
import { type AreaWords, useWords } from '../words/words';
import { FormField } from '../parts/forms/form-field';
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
  const form = useModelForm(models.MoveSignupArguments, null, {
    omit: ['id'],
    labels: { toShiftId: t.roster.moveTo },
    change: { isPending: move.isPending, error: overlap ? null : move.error },
    send: (input) => move.mutate({ ...input, id: entry.id }),
  });

  return (
    <Form
      form={form}
      submitLabel={overlap ? t.roster.moveAnyway : t.roster.moveSubmit}
      pendingLabel={t.roster.moving}
      onCancel={onDone}
    >
      <Text c="dimmed">{t.roster.moveLead}</Text>
      <FormField form={form} name="toShiftId" as="radio" choices={shiftChoices(others, event, { t, locale })} />
      {!others.some(isOpen) && <Text size="sm">{t.roster.noneToMoveTo}</Text>}
      {overlap && <OverlapReason refusal={overlap} {...form.field('overlapReason')} />}
    </Form>
  );
}

type RosterWords = Pick<AreaWords<'roster'>, 't' | 'locale'>;

export function shiftChoices(shifts: readonly RosterShift[], event: RosterEvent, { t, locale }: RosterWords) {
  return shifts.map((shift) => ({
    value: shift.id,
    disabled: !isOpen(shift),
    label: shift.role,
    description: `${timesText(locale, shift, event.timeZone)} · ${
      begun(shift) ? t.roster.begun : shift.placesLeft > 0 ? t.roster.left({ count: shift.placesLeft }) : t.common.full
    }`,
  }));
}

function begun({ startsAt }: RosterShift): boolean {
  return new Date(startsAt) <= new Date();
}

function isOpen(shift: RosterShift): boolean {
  return shift.placesLeft > 0 && !begun(shift);
}

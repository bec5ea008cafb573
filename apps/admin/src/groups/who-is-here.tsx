import { Button, Checkbox, Group, NumberInput, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../words/words';
import { absentIfCame, membersOf, type Party } from './group-members';

interface WhoIsHereProps {
  party: Party;
  pending: boolean;
  onSave: (absentGuests: number[]) => void;
  onCancel: () => void;
}

/** Counts a group that is checked in: by number, or by name. */
export function WhoIsHere({ party, pending, onSave, onCancel }: WhoIsHereProps) {
  const { t, labels } = useWords('groups');
  const [absentGuests, setAbsent] = useState<readonly number[]>(party.absentGuests);
  const people = 1 + party.guests;
  const toggle = (number: number, isHere: boolean) =>
    setAbsent(isHere ? absentGuests.filter((one) => one !== number) : [...absentGuests, number]);
  return (
    <Stack>
      <Text c="dimmed">{labels.whoLead}</Text>
      <NumberInput
        label={labels.came}
        description={labels.cameHint({ people })}
        min={1}
        max={people}
        allowDecimal={false}
        clampBehavior="strict"
        value={people - absentGuests.length}
        onChange={(came) => {
          if (typeof came === 'number') setAbsent(absentIfCame({ ...party, absentGuests }, came));
        }}
      />
      <Stack gap="xs">
        {membersOf({ ...party, absentGuests }).map(({ number, name, isMinor, isAbsent }) => (
          <Checkbox
            key={number}
            checked={!isAbsent}
            label={name || labels.placeholder({ number: number + 1 })}
            description={isMinor ? t.shared.under18 : undefined}
            onChange={(event) => toggle(number, event.currentTarget.checked)}
          />
        ))}
      </Stack>
      <Group justify="flex-end">
        <Button variant="default" onClick={onCancel}>
          {t.common.cancel}
        </Button>
        <Button loading={pending} onClick={() => onSave([...absentGuests].sort((one, other) => one - other))}>
          {t.common.save}
        </Button>
      </Group>
    </Stack>
  );
}

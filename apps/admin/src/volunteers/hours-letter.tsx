import { Button, Group, NativeSelect, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../parts/ui/dialog';
import { useToday } from '../session/settings';
import { useWords } from '../words/words';
import type { VolunteerDetails } from './queries';

export function HoursLetter({ volunteer }: { volunteer: VolunteerDetails }) {
  const { t } = useWords('volunteers');
  const [isOpen, setIsOpen] = useState(false);
  const labels = t.volunteers.hours;
  return (
    <>
      <Button variant="default" size="compact-md" mb="sm" onClick={() => setIsOpen(true)}>
        {labels.letter}
      </Button>
      <Dialog opened={isOpen} onClose={() => setIsOpen(false)} title={labels.letter}>
        <Days volunteer={volunteer} onClose={() => setIsOpen(false)} />
      </Dialog>
    </>
  );
}

function Days({ volunteer, onClose }: { volunteer: VolunteerDetails; onClose: () => void }) {
  const { t } = useWords('volunteers');
  const labels = t.volunteers.hours;
  const today = useToday();
  const [from, setFrom] = useState(`${today.slice(0, 4)}-01-01`);
  const [to, setTo] = useState(today);
  const [lang, setLang] = useState<string>(volunteer.locale.toLowerCase());
  const approvedHours = volunteer.hours.filter(({ status }) => status === 'APPROVED' || status === 'DISPUTED');
  const isEmpty = !approvedHours.some(({ day }) => from <= day && day <= to);
  const fromError = from === '' ? t.shared.chooseADay : undefined;
  const toError =
    to === '' ? t.shared.chooseADay : from > to ? t.shared.lastDayAfterFirst : isEmpty ? labels.letterNone : undefined;
  const query = new URLSearchParams({ from, to, lang }).toString();
  return (
    <>
      <Text>{labels.letterText}</Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput
          type="date"
          label={t.common.from}
          value={from}
          error={fromError}
          onChange={({ currentTarget }) => setFrom(currentTarget.value)}
        />
        <TextInput
          type="date"
          label={labels.letterTo}
          value={to}
          error={toError}
          onChange={({ currentTarget }) => setTo(currentTarget.value)}
        />
      </SimpleGrid>
      <NativeSelect
        label={t.shared.language}
        value={lang}
        onChange={({ currentTarget }) => setLang(currentTarget.value)}
        data={[
          { value: 'en', label: 'English' },
          { value: 'es', label: 'Español' },
        ]}
      />
      <Group>
        {(fromError ?? toError) ? (
          <Button disabled>{labels.letterOpen}</Button>
        ) : (
          <Button
            component="a"
            href={`/exports/volunteers/${volunteer.id}/hours.pdf?${query}`}
            target="_blank"
            rel="noreferrer"
            onClick={onClose}
          >
            {labels.letterOpen}
          </Button>
        )}
      </Group>
    </>
  );
}

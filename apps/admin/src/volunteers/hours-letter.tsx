import { Button, Group, NativeSelect, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../parts/ui/dialog';
import { useToday } from '../session/settings';
import { useWords } from '../words/words';
import type { VolunteerDetails } from './queries';

export function HoursLetter({ volunteer }: { volunteer: VolunteerDetails }) {
  const { t } = useWords('volunteers');
  const [open, setOpen] = useState(false);
  const labels = t.volunteers.hours;
  return (
    <>
      <Button variant="default" size="compact-md" mb="sm" onClick={() => setOpen(true)}>
        {labels.letter}
      </Button>
      <Dialog opened={open} onClose={() => setOpen(false)} title={labels.letter}>
        <Days volunteer={volunteer} onClose={() => setOpen(false)} />
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
  const given = volunteer.hours.filter(({ status }) => status === 'APPROVED' || status === 'DISPUTED');
  const none = !given.some(({ day }) => from <= day && day <= to);
  const fromWrong = from === '' ? labels.letterDay : undefined;
  const toWrong = to === '' ? labels.letterDay : from > to ? labels.letterOrder : none ? labels.letterNone : undefined;
  const asked = new URLSearchParams({ from, to, lang }).toString();
  return (
    <>
      <Text>{labels.letterText}</Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput
          type="date"
          label={labels.letterFrom}
          value={from}
          error={fromWrong}
          onChange={({ currentTarget }) => setFrom(currentTarget.value)}
        />
        <TextInput
          type="date"
          label={labels.letterTo}
          value={to}
          error={toWrong}
          onChange={({ currentTarget }) => setTo(currentTarget.value)}
        />
      </SimpleGrid>
      <NativeSelect
        label={labels.letterIn}
        value={lang}
        onChange={({ currentTarget }) => setLang(currentTarget.value)}
        data={[
          { value: 'en', label: 'English' },
          { value: 'es', label: 'Español' },
        ]}
      />
      <Group>
        {(fromWrong ?? toWrong) ? (
          <Button disabled>{labels.letterOpen}</Button>
        ) : (
          <Button
            component="a"
            href={`/exports/volunteers/${volunteer.id}/hours.pdf?${asked}`}
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

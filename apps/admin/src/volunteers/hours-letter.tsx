import { Button, Group, NativeSelect, SimpleGrid, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '../parts/ui/dialog';
import { useToday } from '../parts/ui/settings';
import { useWords } from '../words/words';
import type { VolunteerDetails } from './queries';

/** The letter of hours of a volunteer, for the days that staff choose. */
export function HoursLetter({ volunteer }: { volunteer: VolunteerDetails }) {
  const { t } = useWords('volunteers');
  const [open, setOpen] = useState(false);
  const say = t.volunteers.hours;
  return (
    <>
      <Button variant="default" size="compact-md" mb="sm" onClick={() => setOpen(true)}>
        {say.letter}
      </Button>
      <Dialog opened={open} onClose={() => setOpen(false)} title={say.letter}>
        <Days volunteer={volunteer} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function Days({ volunteer, onClose }: { volunteer: VolunteerDetails; onClose: () => void }) {
  const { t } = useWords('volunteers');
  const say = t.volunteers.hours;
  const today = useToday();
  const [from, setFrom] = useState(`${today.slice(0, 4)}-01-01`);
  const [to, setTo] = useState(today);
  const [lang, setLang] = useState<string>(volunteer.locale.toLowerCase());
  const given = volunteer.hours.filter(({ status }) => status === 'APPROVED' || status === 'DISPUTED');
  const none = !given.some(({ day }) => from <= day && day <= to);
  const fromWrong = from === '' ? say.letterDay : undefined;
  const toWrong = to === '' ? say.letterDay : from > to ? say.letterOrder : none ? say.letterNone : undefined;
  const asked = new URLSearchParams({ from, to, lang }).toString();
  return (
    <>
      <Text>{say.letterText}</Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput
          type="date"
          label={say.letterFrom}
          value={from}
          error={fromWrong}
          onChange={({ currentTarget }) => setFrom(currentTarget.value)}
        />
        <TextInput
          type="date"
          label={say.letterTo}
          value={to}
          error={toWrong}
          onChange={({ currentTarget }) => setTo(currentTarget.value)}
        />
      </SimpleGrid>
      <NativeSelect
        label={say.letterIn}
        value={lang}
        onChange={({ currentTarget }) => setLang(currentTarget.value)}
        data={[
          { value: 'en', label: 'English' },
          { value: 'es', label: 'Español' },
        ]}
      />
      <Group>
        {(fromWrong ?? toWrong) ? (
          <Button disabled>{say.letterOpen}</Button>
        ) : (
          <Button
            component="a"
            href={`/exports/volunteers/${volunteer.id}/hours.pdf?${asked}`}
            target="_blank"
            rel="noreferrer"
            onClick={onClose}
          >
            {say.letterOpen}
          </Button>
        )}
      </Group>
    </>
  );
}

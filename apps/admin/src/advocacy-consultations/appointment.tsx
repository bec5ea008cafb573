import { Button, Group } from '@mantine/core';
import { dayAndTime, zoneName } from '@upstander/web-kit';
import { useState } from 'react';
import { Dialog } from '../parts/ui/dialog';
import { DownloadIcon } from '../parts/ui/icons';
import { canEdit } from '../parts/record/sealed-record';
import { Section } from '../parts/ui/section';
import { useWords } from '../words/words';
import { AppointmentForm } from './appointment-form';
import classes from './consultations.module.css';
import type { Consultation } from './queries';

interface AppointmentProps {
  consultation: Consultation;
  onChange: (consultation: Consultation) => void;
}

/** Appointment in both time zones, with a calendar entry that reveals nothing. */
export function Appointment({ consultation, onChange }: AppointmentProps) {
  const { t } = useWords('consultations');
  const words = t.consultations;
  const [opened, setOpened] = useState(false);
  const { id, appointmentAt } = consultation;
  return (
    <Section title={words.appointment}>
      {appointmentAt ? (
        <AppointmentTimes consultation={consultation} />
      ) : (
        <p className={classes.none}>{words.noAppointment}</p>
      )}
      <Group gap="xs">
        {canEdit(consultation) && (
          <Button variant="default" onClick={() => setOpened(true)}>
            {appointmentAt ? words.move : words.make}
          </Button>
        )}
        {appointmentAt && (
          <Button
            variant="default"
            leftSection={<DownloadIcon />}
            component="a"
            href={`/advocacy/appointments/${id}.ics`}
            download
          >
            {words.calendar}
          </Button>
        )}
      </Group>
      <Dialog opened={opened} onClose={() => setOpened(false)} title={appointmentAt ? words.move : words.make}>
        <AppointmentForm
          consultation={consultation}
          onDone={(changed) => {
            setOpened(false);
            onChange(changed);
          }}
          onCancel={() => setOpened(false)}
        />
      </Dialog>
    </Section>
  );
}

function AppointmentTimes({ consultation }: { consultation: Consultation }) {
  const { t, locale } = useWords('consultations');
  const words = t.consultations;
  const { appointmentAt, appointmentMinutes, timeZone } = consultation;
  if (!appointmentAt || !timeZone) return null;
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const at = new Date(appointmentAt);
  const theirs = dayAndTime(locale, at, timeZone);
  const mine = dayAndTime(locale, at, here);
  return (
    <div className={classes.when}>
      <strong>
        {theirs.charAt(0).toLocaleUpperCase(locale) + theirs.slice(1)}, {zoneName(locale, timeZone, at)}
      </strong>
      {appointmentMinutes !== null && <span>{words.minutes({ count: appointmentMinutes })}</span>}
      {mine !== theirs && <span>{words.forYou({ when: mine })}</span>}
    </div>
  );
}

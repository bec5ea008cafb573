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

/** The calendar entry reveals nothing. */
export function Appointment({ consultation, onChange }: AppointmentProps) {
  const { labels } = useWords('consultations');
  const [isOpen, setIsOpen] = useState(false);
  const { id, appointmentAt } = consultation;
  return (
    <Section title={labels.appointment}>
      {appointmentAt ? (
        <AppointmentTimes consultation={consultation} />
      ) : (
        <p className={classes.none}>{labels.noAppointment}</p>
      )}
      <Group gap="xs">
        {canEdit(consultation) && (
          <Button variant="default" onClick={() => setIsOpen(true)}>
            {appointmentAt ? labels.move : labels.make}
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
            {labels.calendar}
          </Button>
        )}
      </Group>
      <Dialog opened={isOpen} onClose={() => setIsOpen(false)} title={appointmentAt ? labels.move : labels.make}>
        <AppointmentForm
          consultation={consultation}
          onDone={(updated) => {
            setIsOpen(false);
            onChange(updated);
          }}
          onCancel={() => setIsOpen(false)}
        />
      </Dialog>
    </Section>
  );
}

function AppointmentTimes({ consultation }: { consultation: Consultation }) {
  const { labels, locale } = useWords('consultations');
  const { appointmentAt, appointmentMinutes, timeZone } = consultation;
  if (!appointmentAt || !timeZone) return null;
  const userTimeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const at = new Date(appointmentAt);
  const localTime = dayAndTime(locale, at, timeZone);
  const userTime = dayAndTime(locale, at, userTimeZone);
  return (
    <div className={classes.when}>
      <strong>
        {localTime.charAt(0).toLocaleUpperCase(locale) + localTime.slice(1)}, {zoneName(locale, timeZone, at)}
      </strong>
      {appointmentMinutes !== null && <span>{labels.minutes({ count: appointmentMinutes })}</span>}
      {userTime !== localTime && <span>{labels.forYou({ when: userTime })}</span>}
    </div>
  );
}

import { models } from '@upstander/web-kit';
import { useState } from 'react';
import { useChange, useRead } from '../api/use-api';
import { Form, useModelForm } from '../parts/forms/form';
import { IfMayChange } from '../parts/ui/page-access';
import { Section } from '../parts/ui/section';
import { dayTimesZone } from '../parts/ui/dates';
import { useWords } from '../words/words';
import { FormField } from '../parts/forms/form-field';
import { linkShiftMutation, shiftsQuery, type AskDetails } from './queries';
import { Removable } from './removable';
import classes from './schools.module.css';

/** Shifts that help, for example a class visit. Volunteers sign up as for any other shift. */
export function AskShifts({ ask: { id, shiftIds } }: { ask: AskDetails }) {
  const { labels, locale } = useWords('schools');
  const { data } = useRead(shiftsQuery, {});
  const [linkedCount, setLinkedCount] = useState(0);
  const unlink = useChange(linkShiftMutation, { success: () => labels.unlinked });
  const shifts = new Map(
    (data?.events.edges ?? []).flatMap(({ node: { title, timeZone, shifts: eventShifts } }) =>
      eventShifts.map(
        (shift) => [shift.id, `${title}, ${shift.role}, ${dayTimesZone(locale, { ...shift, timeZone })}`] as const,
      ),
    ),
  );
  const nameOf = (shiftId: string) => shifts.get(shiftId) ?? labels.aShift;
  return (
    <Section title={labels.shifts} lead={labels.shiftsLead} hasSpaceAbove>
      <IfMayChange>
        <LinkForm
          key={linkedCount}
          askId={id}
          shifts={[...shifts].filter(([shiftId]) => !shiftIds.includes(shiftId))}
          onDone={() => setLinkedCount((count) => count + 1)}
        />
      </IfMayChange>
      {shiftIds.length === 0 && <p className={classes.none}>{labels.noShifts}</p>}
      <ul className={classes.parts} aria-label={labels.shifts}>
        {shiftIds.map((shiftId) => (
          <Removable
            key={shiftId}
            label={labels.unlink({ name: nameOf(shiftId) })}
            onRemove={() => unlink.mutate({ id, shiftId, linked: false })}
          >
            {nameOf(shiftId)}
          </Removable>
        ))}
      </ul>
    </Section>
  );
}

interface LinkProps {
  askId: string;
  shifts: ReadonlyArray<readonly [id: string, name: string]>;
  onDone: () => void;
}

function LinkForm({ askId, shifts, onDone }: LinkProps) {
  const { common, schools: labels } = useWords('schools').t;
  const link = useChange(linkShiftMutation, { quiet: true, success: () => labels.linked, onDone });
  const form = useModelForm(models.LinkSchoolShiftArguments, null, {
    omit: ['id', 'linked'],
    labels: { shiftId: common.shift, shiftIdNone: labels.chooseEvent },
    change: link,
    send: ({ shiftId }) => link.mutate({ id: askId, shiftId, linked: true }),
  });
  return (
    <Form form={form} submitLabel={labels.linkShift} pendingLabel={labels.linking}>
      <FormField form={form} name="shiftId" choices={shifts.map(([value, label]) => ({ value, label }))} />
    </Form>
  );
}

import { ActionIcon, Button, Checkbox, Collapse, Group, MultiSelect, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useRead } from '../api/use-api';
import { useTypeOptions } from '../credentials/type-options';
import { FormField } from '../parts/forms/form-field';
import type { RowFields } from '../parts/forms/form-fields';
import { TermsField } from '../parts/forms/terms-field';
import { CloseIcon, PlusIcon } from '../parts/ui/icons';
import { useWords } from '../words/words';
import { newShift, type ShiftValues } from './event-form-values';
import classes from './event-form.module.css';
import { skillsQuery } from './queries';
import { TimeFields, type EventForm } from './event-form-sections';

export function FormShifts({ form }: { form: EventForm }) {
  const { eventForm } = useWords('eventForm').t;
  const shifts = form.rows('shifts', { ...eventForm.fields, ...eventForm.shifts, roleHint: undefined });
  return (
    <Stack>
      {shifts.map((shift, index) => (
        <FormShift key={shift.key} form={form} shift={shift} number={shifts.length === 1 ? null : index + 1} />
      ))}
      <div>
        <Button variant="default" leftSection={<PlusIcon />} onClick={() => form.addRow('shifts', newShift(''))}>
          {eventForm.shifts.add}
        </Button>
      </div>
    </Stack>
  );
}

interface FormShiftProps {
  form: EventForm;
  shift: RowFields<ShiftValues>;
  /** Null for the only shift. */
  number: number | null;
}

function FormShift({ form, shift, number }: FormShiftProps) {
  const { shifts } = useWords('eventForm').t.eventForm;
  const { values, set } = shift;
  const [more, { toggle }] = useDisclosure(
    values.minimumAge !== '' ||
      values.maxFirstTimers !== '' ||
      values.needsLead ||
      values.note !== '' ||
      values.skillIds.length + values.signUpCredentialIds.length + values.dayCredentialIds.length > 0,
  );

  return (
    <fieldset className={classes.shift}>
      <legend className={classes.legend}>{number === null ? shifts.one : shifts.numbered({ number })}</legend>
      {number !== null && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          className={classes.remove}
          aria-label={shifts.removeNumbered({ number })}
          title={shifts.remove}
          onClick={shift.remove}
        >
          <CloseIcon />
        </ActionIcon>
      )}
      <Stack gap="sm">
        <div className={classes.roleAndCapacity}>
          <FormField form={shift} name="role" placeholder={shifts.roleHint} required />
          <FormField form={shift} name="capacity" as="number" />
        </div>
        {Number(values.taken) > 0 && (
          <Text size="sm" c="dimmed">
            {shifts.taken({ count: Number(values.taken) })}
          </Text>
        )}
        <Checkbox
          label={shifts.sameTimes}
          checked={!values.ownTimes}
          onChange={(event) => {
            const own = !event.currentTarget.checked;
            if (own && values.time.start === '') set('time', form.values.time);
            set('ownTimes', own);
          }}
        />
        {values.ownTimes && (
          <TimeFields form={shift.nested('time')} zone={form.values.timeZone} defaultDate={form.values.time.date} />
        )}
        <Group>
          <Button variant="subtle" size="compact-sm" className={classes.quiet} aria-expanded={more} onClick={toggle}>
            {shifts.more}
          </Button>
        </Group>
        <Collapse expanded={more}>
          <Stack gap="sm">
            <div className={classes.rules}>
              <FormField form={shift} name="maxFirstTimers" as="number" />
              <FormField form={shift} name="needsLead" />
            </div>
            <div className={classes.ageAndNote}>
              <FormField form={shift} name="minimumAge" as="number" />
              <FormField form={shift} name="note" as="text" />
            </div>
            <SkillsAsked shift={shift} />
            <ShiftCredentials shift={shift} />
          </Stack>
        </Collapse>
      </Stack>
    </fieldset>
  );
}

function SkillsAsked({ shift }: Pick<FormShiftProps, 'shift'>) {
  const { t } = useWords('eventForm');
  const { data } = useRead(skillsQuery, {});
  return (
    <TermsField
      label={t.eventForm.shifts.skills}
      terms={data?.volunteerTerms ?? []}
      kept={[]}
      {...shift.list('skillIds')}
    />
  );
}

function ShiftCredentials({ shift }: Pick<FormShiftProps, 'shift'>) {
  const labels = useWords('eventForm').t.eventForm.shifts;
  const types = useTypeOptions();
  if (types.length === 0) return null;
  const options = (without: readonly string[]) => types.filter(({ value }) => !without.includes(value));
  return (
    <Stack gap="sm">
      <MultiSelect
        label={labels.strictCredentials}
        description={labels.strictCredentialsHint}
        data={options(shift.values.dayCredentialIds)}
        {...shift.list('signUpCredentialIds')}
      />
      <MultiSelect
        label={labels.dayCredentials}
        description={labels.dayCredentialsHint}
        data={options(shift.values.signUpCredentialIds)}
        {...shift.list('dayCredentialIds')}
      />
      {shift.values.dayCredentialIds.length > 0 && <FormField form={shift} name="credentialsDueHours" as="number" />}
    </Stack>
  );
}

import {
  ActionIcon,
  Button,
  Checkbox,
  Collapse,
  Group,
  MultiSelect,
  NumberInput,
  Stack,
  Text,
  TextInput,
} from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { graphql } from '@upstander/api-client';
import { limits } from '@upstander/web-kit';
import { useRead } from '../api/use-api';
import { TermsField } from '../parts/forms/terms-field';
import { CloseIcon, PlusIcon } from '../parts/ui/icons';
import { useWords } from '../words/words';
import { type EventFormValues, newShift, type ShiftValues } from './event-form-values';
import classes from './event-form.module.css';
import { skillsQuery } from './queries';
import { TimeFields } from './event-form-sections';

/** Shifts: one by default, more on request. */
export function FormShifts({ form }: { form: UseFormReturnType<EventFormValues> }) {
  const { t } = useWords('eventForm');
  return (
    <Stack>
      {form.values.shifts.map((shift, index) => (
        <FormShift key={shift.key} form={form} shift={shift} index={index} alone={form.values.shifts.length === 1} />
      ))}
      <div>
        <Button
          variant="default"
          leftSection={<PlusIcon />}
          onClick={() => form.insertListItem('shifts', newShift(''))}
        >
          {t.eventForm.shifts.add}
        </Button>
      </div>
    </Stack>
  );
}

interface FormShiftProps {
  form: UseFormReturnType<EventFormValues>;
  shift: ShiftValues;
  index: number;
  alone: boolean;
}

/** One shift: role and capacity. Own times, minimum age and note are optional. */
export function FormShift({ form, shift, index, alone }: FormShiftProps) {
  const { t } = useWords('eventForm');
  const { shifts } = t.eventForm;
  const path = `shifts.${index}`;
  const [more, { toggle }] = useDisclosure(
    shift.minimumAge !== '' ||
      shift.mostFirstTimers !== '' ||
      shift.needsLead ||
      shift.note !== '' ||
      shift.skillIds.length + shift.strictCredentialIds.length + shift.dayCredentialIds.length > 0,
  );

  return (
    <fieldset className={classes.shift}>
      <legend className={classes.legend}>{alone ? shifts.one : shifts.numbered({ number: index + 1 })}</legend>
      {!alone && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          className={classes.remove}
          aria-label={shifts.removeNumbered({ number: index + 1 })}
          title={shifts.remove}
          onClick={() => form.removeListItem('shifts', index)}
        >
          <CloseIcon />
        </ActionIcon>
      )}
      <Stack gap="sm">
        <div className={classes.roleAndCapacity}>
          <TextInput
            label={shifts.role}
            placeholder={shifts.roleHint}
            required
            maxLength={limits.Shift.role}
            {...form.getInputProps(`${path}.role`)}
          />
          <NumberInput
            label={shifts.capacity}
            required
            min={1}
            max={limits.Shift.capacity}
            {...form.getInputProps(`${path}.capacity`)}
          />
        </div>
        {shift.taken > 0 && (
          <Text size="sm" c="dimmed">
            {shifts.taken({ count: shift.taken })}
          </Text>
        )}
        <Checkbox
          label={shifts.sameTimes}
          checked={!shift.ownTimes}
          onChange={(event) => {
            const own = !event.currentTarget.checked;
            if (own && shift.time.start === '') form.setFieldValue(`${path}.time`, form.values.time);
            form.setFieldValue(`${path}.ownTimes`, own);
          }}
        />
        {shift.ownTimes && (
          <TimeFields form={form} path={`${path}.time`} time={shift.time} defaultDate={form.values.time.date} />
        )}
        <Group>
          <Button variant="subtle" size="compact-sm" className={classes.quiet} aria-expanded={more} onClick={toggle}>
            {shifts.more}
          </Button>
        </Group>
        <Collapse expanded={more}>
          <Stack gap="sm">
            <div className={classes.rules}>
              <NumberInput
                label={shifts.mostFirstTimers}
                description={shifts.mostFirstTimersHint}
                min={0}
                max={limits.Shift.mostFirstTimers}
                {...form.getInputProps(`${path}.mostFirstTimers`)}
              />
              <Checkbox
                label={shifts.needsLead}
                description={shifts.needsLeadHint}
                {...form.getInputProps(`${path}.needsLead`, { type: 'checkbox' })}
              />
            </div>
            <div className={classes.ageAndNote}>
              <NumberInput
                label={shifts.minimumAge}
                min={0}
                max={limits.Shift.minimumAge}
                {...form.getInputProps(`${path}.minimumAge`)}
              />
              <TextInput label={shifts.note} maxLength={limits.Shift.note} {...form.getInputProps(`${path}.note`)} />
            </div>
            <SkillsAsked form={form} path={path} chosen={shift.skillIds} />
            <ShiftCredentials form={form} path={path} shift={shift} />
          </Stack>
        </Collapse>
      </Stack>
    </fieldset>
  );
}

/** Skills that are useful for the shift. They are shown to volunteers. */
function SkillsAsked({ form, path, chosen }: Pick<FormShiftProps, 'form'> & { path: string; chosen: string[] }) {
  const { t } = useWords('eventForm');
  const { data } = useRead(skillsQuery, {});
  return (
    <TermsField
      label={t.eventForm.shifts.skills}
      terms={data?.volunteerTerms ?? []}
      kept={[]}
      value={chosen.join(',')}
      error={form.errors[`${path}.skillIds`]?.toString()}
      onChange={(ids) => form.setFieldValue(`${path}.skillIds`, ids === '' ? [] : ids.split(','))}
    />
  );
}

const typesQuery = graphql(`
  query CredentialTypes {
    credentialTypes {
      id
      kind
      name
      nameEs
    }
  }
`);

interface Props {
  form: UseFormReturnType<EventFormValues>;
  path: string;
  shift: ShiftValues;
}

/** Credentials a shift requires, and by when. */
export function ShiftCredentials({ form, path, shift }: Props) {
  const { t, locale } = useWords('eventForm');
  const labels = t.eventForm.shifts;
  const { data } = useRead(typesQuery, {});
  const types = data?.credentialTypes ?? [];
  if (types.length === 0) return null;
  const options = (without: readonly string[]) =>
    types
      .filter(({ id }) => !without.includes(id))
      .map(({ id, name, nameEs }) => ({ value: id, label: locale === 'es' ? nameEs : name }));
  return (
    <Stack gap="sm">
      <MultiSelect
        label={labels.strictCredentials}
        description={labels.strictCredentialsHint}
        data={options(shift.dayCredentialIds)}
        {...form.getInputProps(`${path}.strictCredentialIds`)}
      />
      <MultiSelect
        label={labels.dayCredentials}
        description={labels.dayCredentialsHint}
        data={options(shift.strictCredentialIds)}
        {...form.getInputProps(`${path}.dayCredentialIds`)}
      />
      {shift.dayCredentialIds.length > 0 && (
        <NumberInput
          label={labels.credentialsDueHours}
          description={labels.credentialsDueHoursHint}
          min={0}
          max={limits.Shift.credentialsDueHours}
          {...form.getInputProps(`${path}.credentialsDueHours`)}
        />
      )}
    </Stack>
  );
}

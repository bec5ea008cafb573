import type { UseFormReturnType } from '@mantine/form';
import { isRefusal } from '@upstander/api-client';
import { useState } from 'react';
import { ChangedMeanwhile } from './changed-meanwhile';
import { merge, type Merged } from './merge';

/** What the API says of a change that was written on an older version: the input's words, as they stand there now. */
interface Meanwhile<Input> {
  version: number;
  changedAt: string;
  changedBy: string | null;
  values: Input;
}

export type FoundConflict<Values> = Omit<Merged<Values>, 'values'> & { by: string | null; at: string };

export interface Opened<Values, Input> {
  /** The one that is changed; missing for something new. */
  version: number | undefined;
  /** What stands there now, as the form has it. */
  theirs: (input: Input, mine: Values) => Values;
  /** Leaves out what is nobody's change. */
  comparable?: (values: Values) => Values;
}

/**
 * The version a form is written on, and what to do when somebody else has saved since: their changes are brought in
 * where nothing was typed, and shown beside what was.
 */
export function useConflict<Values extends object, Input>(
  form: UseFormReturnType<Values>,
  { version, theirs: theirsOf, comparable = (values) => values }: Opened<Values, Input>,
) {
  const [base, setBase] = useState({ version, values: form.getInitialValues() });
  const [found, setFound] = useState<FoundConflict<Values> | null>(null);
  return {
    /** The one that was seen last. */
    version: base.version,
    found,
    /** Whether the refusal was this one, which is then shown. */
    show: (error: unknown): boolean => {
      if (!isRefusal(error, 'CHANGED_MEANWHILE')) return false;
      const meanwhile = error.details as unknown as Meanwhile<Input>;
      const mine = form.getValues();
      const theirs = theirsOf(meanwhile.values, mine);
      const { values, ...rest } = merge(comparable(base.values), comparable(mine), comparable(theirs));
      form.setValues(values);
      setBase({ version: meanwhile.version, values: theirs });
      setFound({ ...rest, by: meanwhile.changedBy, at: meanwhile.changedAt });
      return true;
    },
  };
}

interface ConflictProps<Values> {
  form: UseFormReturnType<Values>;
  found: FoundConflict<Values>;
  labelOf: (field: string) => string;
  textOf: (field: string, value: unknown) => string;
}

/** What the other changed, beside what is typed here; a field that was taken over is no longer one of them. */
export function Conflict<Values extends object>({ form, found, labelOf, textOf }: ConflictProps<Values>) {
  const open = found.conflicts.filter(
    ({ field, theirs }) => JSON.stringify(form.values[field as keyof Values]) !== JSON.stringify(theirs),
  );
  return (
    <ChangedMeanwhile
      by={found.by}
      at={found.at}
      taken={found.taken.map(labelOf)}
      conflicts={open.map(({ field, theirs, mine }) => ({
        field,
        label: labelOf(field),
        theirs: textOf(field, theirs),
        mine: textOf(field, mine),
        take: () => form.setFieldValue(field, theirs as never),
      }))}
    />
  );
}

import { isRefusal } from '@upstander/api-client';
import { useState } from 'react';
import { ConflictNotice } from './changed-meanwhile';
import type { FormFields } from './form-fields';
import { merge, type Merged } from './merge';

/** Details of a CHANGED_MEANWHILE refusal: the current values in the shape of the input. */
interface ConflictDetails<Input> {
  version: number;
  changedAt: string;
  changedBy: string | null;
  values: Input;
}

export type FoundConflict<Values> = Omit<Merged<Values>, 'values'> & { by: string | null; at: string };

export interface ConflictOptions<Values, Input> {
  version: number | undefined;
  theirs: (input: Input, mine: Values) => Values;
  /** Removes values that are not edits. */
  comparable?: (values: Values) => Values;
}

/**
 * Tracks the version a form is based on. After a conflicting save, the other user's changes are merged into untouched
 * fields and shown beside edited ones.
 */
export function useConflict<Values extends object, Input>(
  form: { started: Values; latestValues: () => Values; setValues: (values: Values) => void },
  { version, theirs: theirsOf, comparable = (values) => values }: ConflictOptions<Values, Input>,
) {
  const [base, setBase] = useState({ version, values: form.started });
  const [found, setFound] = useState<FoundConflict<Values> | null>(null);
  return {
    /** Last version the user saw. */
    version: base.version,
    found,
    show: (error: unknown): boolean => {
      if (!isRefusal(error, 'CHANGED_MEANWHILE')) return false;
      const meanwhile = error.details as unknown as ConflictDetails<Input>;
      const mine = form.latestValues();
      const theirs = theirsOf(meanwhile.values, mine);
      const { values, ...rest } = merge(
        ...([base.values, mine, theirs].map((one) => withStableKeys(comparable(one))) as [Values, Values, Values]),
      );
      form.setValues(values);
      setBase({ version: meanwhile.version, values: theirs });
      setFound({ ...rest, by: meanwhile.changedBy, at: meanwhile.changedAt });
      return true;
    },
  };
}

/** Rows from the API have the same key in all versions, so a key is never an edit. */
function withStableKeys<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((row: unknown, index) => withStableKeys(withKey(row, index))) as Value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withStableKeys(one)])) as Value;
}

function withKey(row: unknown, index: number): unknown {
  if (typeof row !== 'object' || row === null || !('key' in row)) return row;
  const id = 'id' in row && row.id !== '' ? row.id : index;
  return { ...row, key: String(id) };
}

interface ConflictProps<Values> {
  form: Pick<FormFields<Values>, 'values' | 'set'>;
  found: FoundConflict<Values>;
  labelOf: (field: string) => string;
  textOf: (field: string, value: unknown) => string;
}

/** A field disappears once it has the other user's value. */
export function Conflict<Values extends object>({ form, found, labelOf, textOf }: ConflictProps<Values>) {
  const open = found.conflicts.filter(
    ({ field, theirs }) => JSON.stringify(form.values[field as keyof Values]) !== JSON.stringify(theirs),
  );
  return (
    <ConflictNotice
      by={found.by}
      at={found.at}
      taken={found.taken.map(labelOf)}
      conflicts={open.map(({ field, theirs, mine }) => ({
        field,
        label: labelOf(field),
        theirs: textOf(field, theirs),
        mine: textOf(field, mine),
        take: () => form.set(field as never, theirs as never),
      }))}
    />
  );
}

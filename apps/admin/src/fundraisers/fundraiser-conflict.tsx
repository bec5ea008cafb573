import type { UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import { isRefusal } from '../api/answers';
import { ChangedMeanwhile } from '../parts/changed-meanwhile';
import { merge, type Merged } from '../parts/merge';
import { useWords } from '../words/words';
import { valuesOf, type FundraiserFormValues } from './form-values';
import type { Fundraiser } from './queries';

/** What the API says of a change that was written on an older version: the input's words, as they stand there now. */
interface Meanwhile {
  version: number;
  changedAt: string;
  changedBy: string | null;
  values: Pick<
    Fundraiser,
    | ('title' | 'summary' | 'story' | 'language' | 'goal' | 'timeZone' | 'startsOn' | 'endsOn')
    | ('organizerName' | 'organizerEmail' | 'eventIds')
  > & { beneficiaryId: string };
}

type FoundConflict = Omit<Merged<FundraiserFormValues>, 'values'> & { by: string | null; at: string };

/** The version the form is written on, and what to do when somebody else has saved since: as for an event. */
export function useFundraiserConflict(
  form: UseFormReturnType<FundraiserFormValues>,
  fundraiser: Fundraiser | undefined,
) {
  const [base, setBase] = useState({ version: fundraiser?.version, values: form.getInitialValues() });
  const [found, setFound] = useState<FoundConflict | null>(null);
  return {
    version: base.version,
    found,
    /** Whether the refusal was this one, which is then shown. */
    show: (error: unknown): boolean => {
      if (!fundraiser || !isRefusal(error, 'CHANGED_MEANWHILE')) return false;
      const { version, changedAt, changedBy, values } = error.details as unknown as Meanwhile;
      const beneficiary = { ...fundraiser.beneficiary, id: values.beneficiaryId };
      const saved = valuesOf({ ...fundraiser, ...values, currency: values.goal.currency, beneficiary });
      // The picture is saved by itself, so it is no part of this.
      const { cover, coverAlt, coverChanged } = form.getValues();
      const theirs = { ...saved, chapterId: base.values.chapterId, cover, coverAlt, coverChanged };
      const { values: merged, ...rest } = merge(base.values, form.getValues(), theirs);
      form.setValues(merged);
      setBase({ version, values: theirs });
      setFound({ ...rest, by: changedBy, at: changedAt });
      return true;
    },
  };
}

interface FundraiserConflictProps {
  form: UseFormReturnType<FundraiserFormValues>;
  found: FoundConflict;
  beneficiary: { id: string; name: string };
}

export function FundraiserConflict({ form, found, beneficiary }: FundraiserConflictProps) {
  const { t } = useWords();
  const words = t.fundraiserForm;
  const labels: Partial<Record<string, string>> = {
    title: words.title,
    summary: words.summary,
    story: words.story,
    language: words.language,
    goal: words.goal,
    currency: words.currency,
    startsOn: words.startsOn,
    endsOn: words.endsOn,
    timeZone: words.timeZone,
    beneficiaryId: words.beneficiary,
    organizerName: words.organizerName,
    organizerEmail: words.organizerEmail,
    eventIds: words.events,
  };
  const labelOf = (field: string) => labels[field] ?? field;
  const open = found.conflicts.filter(
    ({ field, theirs }) => JSON.stringify(form.values[field as keyof FundraiserFormValues]) !== JSON.stringify(theirs),
  );
  // Ids say nothing to a person: of a list only how many there are.
  const text = (field: string, value: unknown) => {
    if (field === 'beneficiaryId') return value === beneficiary.id ? beneficiary.name : String(value);
    return Array.isArray(value) ? String(value.length) : String(value);
  };
  return (
    <ChangedMeanwhile
      by={found.by}
      at={found.at}
      taken={found.taken.map(labelOf)}
      conflicts={open.map(({ field, theirs, mine }) => ({
        field,
        label: labelOf(field),
        theirs: text(field, theirs),
        mine: text(field, mine),
        take: () => form.setFieldValue(field, theirs as never),
      }))}
    />
  );
}

import type { UseFormReturnType } from '@mantine/form';
import { Conflict, useConflict, type FoundConflict } from '../parts/forms/conflict';
import { useWords } from '../words/words';
import { valuesOf, type FundraiserFormValues } from './form-values';
import type { CreateInput, Fundraiser } from './queries';

/** What somebody else has saved meanwhile, as the API's input has it. */
type Saved = Pick<Fundraiser, keyof Fundraiser & keyof CreateInput> & { beneficiaryId: string };

export function useFundraiserConflict(
  form: UseFormReturnType<FundraiserFormValues>,
  fundraiser: Fundraiser | undefined,
) {
  return useConflict(form, {
    version: fundraiser?.version,
    theirs: ({ beneficiaryId, ...saved }: Saved, mine) => {
      if (!fundraiser) return mine;
      const beneficiary = { ...fundraiser.beneficiary, id: beneficiaryId };
      // The picture is saved by itself, and the chapter stays: neither is part of this.
      const { chapterId, cover, coverAlt, coverChanged } = mine;
      const values = valuesOf({ ...fundraiser, ...saved, currency: saved.goal.currency, beneficiary });
      return { ...values, chapterId, cover, coverAlt, coverChanged };
    },
  });
}

interface FundraiserConflictProps {
  form: UseFormReturnType<FundraiserFormValues>;
  found: FoundConflict<FundraiserFormValues>;
  beneficiary: { id: string; name: string };
}

export function FundraiserConflict({ form, found, beneficiary }: FundraiserConflictProps) {
  const { t } = useWords();
  const words = t.fundraiserForm;
  const labels: Readonly<Record<string, unknown>> = {
    ...words,
    beneficiaryId: words.beneficiary,
    eventIds: words.events,
  };
  const labelOf = (field: string) => (typeof labels[field] === 'string' ? labels[field] : field);
  // Ids say nothing to a person: of a list only how many there are.
  const text = (field: string, value: unknown) => {
    if (field === 'beneficiaryId') return value === beneficiary.id ? beneficiary.name : String(value);
    return Array.isArray(value) ? String(value.length) : String(value);
  };
  return <Conflict form={form} found={found} labelOf={labelOf} textOf={text} />;
}

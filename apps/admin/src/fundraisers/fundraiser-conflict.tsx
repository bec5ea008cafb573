import type { UseFormReturnType } from '@mantine/form';
import { Conflict, type FoundConflict } from '../parts/forms/conflict';
import { useWords } from '../words/words';
import { valuesOf, type FundraiserFormValues } from './fundraiser-form-values';
import type { Fundraiser } from './queries';

/** What somebody else has saved meanwhile, as the API's input has it. */
type Saved = Omit<Fundraiser, 'beneficiary'> & { beneficiaryId: string };

/** How the form has what somebody else has saved. The picture is saved by itself, and the chapter stays: neither is part of it. */
export function savedFundraiser(fundraiser: Fundraiser | undefined) {
  return ({ beneficiaryId, ...saved }: Saved, mine: FundraiserFormValues): FundraiserFormValues => {
    if (!fundraiser) return mine;
    const beneficiary = { ...fundraiser.beneficiary, id: beneficiaryId };
    const { chapterId, cover, coverAlt, coverChanged } = mine;
    const values = valuesOf({ ...fundraiser, ...saved, currency: saved.goal.currency, beneficiary });
    return { ...values, chapterId, cover, coverAlt, coverChanged };
  };
}

interface FundraiserConflictProps {
  form: UseFormReturnType<FundraiserFormValues>;
  found: FoundConflict<FundraiserFormValues>;
  beneficiary: { id: string; name: string };
}

export function FundraiserConflict({ form, found, beneficiary }: FundraiserConflictProps) {
  const { fundraiserForm: words } = useWords('fundraiserForm').t;
  // The words of the form are called as its fields are, but for those of ids.
  const named: Record<string, unknown> = { ...words, beneficiaryId: words.beneficiary, eventIds: words.events };
  // Ids say nothing to a person: of a list only how many there are.
  const text = (field: string, value: unknown) => {
    if (field === 'beneficiaryId') return value === beneficiary.id ? beneficiary.name : String(value);
    return Array.isArray(value) ? String(value.length) : String(value);
  };
  return <Conflict form={form} found={found} labelOf={(field) => String(named[field] ?? field)} textOf={text} />;
}

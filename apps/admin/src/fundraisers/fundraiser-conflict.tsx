import { Conflict, type FoundConflict } from '../parts/forms/conflict';
import type { FormFields } from '../parts/forms/form-fields';
import { useWords } from '../words/words';
import { valuesOf, type FundraiserFormValues } from './fundraiser-form-values';
import type { Fundraiser } from './queries';

type SavedInput = Omit<Fundraiser, 'beneficiary'> & { beneficiaryId: string };

/** Excludes the cover image, which is saved separately, and the chapter, which can't change. */
export function savedFundraiser(fundraiser: Fundraiser | undefined) {
  return ({ beneficiaryId, ...savedInput }: SavedInput, formValues: FundraiserFormValues): FundraiserFormValues => {
    if (!fundraiser) return formValues;
    const beneficiary = { ...fundraiser.beneficiary, id: beneficiaryId };
    const { chapterId, coverFileId, coverUrl, coverAlt, coverChanged } = formValues;
    const values = valuesOf({ ...fundraiser, ...savedInput, currency: savedInput.goal.currency, beneficiary });
    return { ...values, chapterId, coverFileId, coverUrl, coverAlt, coverChanged };
  };
}

interface FundraiserConflictProps {
  form: FormFields<FundraiserFormValues>;
  conflict: FoundConflict<FundraiserFormValues>;
  beneficiary: { id: string; name: string };
}

export function FundraiserConflict({ form, conflict, beneficiary }: FundraiserConflictProps) {
  const { fundraiserForm: words } = useWords('fundraiserForm').t;
  // Labels have the same keys as the form fields, except for ID fields.
  const fieldNames: Record<string, unknown> = { ...words, beneficiaryId: words.beneficiary, eventIds: words.events };
  // IDs mean nothing to users, so lists of IDs show their count.
  const text = (field: string, value: unknown) => {
    if (field === 'beneficiaryId') return value === beneficiary.id ? beneficiary.name : String(value);
    return Array.isArray(value) ? String(value.length) : String(value);
  };
  return (
    <Conflict form={form} found={conflict} labelOf={(field) => String(fieldNames[field] ?? field)} textOf={text} />
  );
}

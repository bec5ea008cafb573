import { useState } from 'react';
import { useNavigate } from 'react-router';
import { request } from '../api/ask';
import { queryClient } from '../api/query-client';
import { useIdempotencyKey } from '../api/use-same-key';
import { notify } from '../parts/notifications/notify';
import { useWords } from '../words/words';
import { inputOf, type FundraiserFormValues } from './fundraiser-form-values';
import { createFundraiserMutation, setCoverMutation, updateFundraiserMutation } from './queries';
import { submitMutation } from './step-queries';

export type SaveMode = 'save' | 'submit' | null;

interface SaveFundraiser {
  saveMode: SaveMode;
  /** `version` is the last version the user saw. */
  save: (values: FundraiserFormValues, mode: Exclude<SaveMode, null>, version?: number) => Promise<void>;
}

/**
 * Throws refusals. A new fundraiser keeps its ID after the first step, so a later failure does not create a duplicate.
 */
export function useSaveFundraiser(existing: string | undefined, onSaved: () => void): SaveFundraiser {
  const { t } = useWords('fundraiserForm');
  const navigate = useNavigate();
  const [saveMode, setSaveMode] = useState<SaveMode>(null);
  const [createdId, setCreatedId] = useState<string | undefined>(existing);
  const keyFor = useIdempotencyKey();

  const write = async (values: FundraiserFormValues, version?: number): Promise<string> => {
    const { goal, ...words } = inputOf(values);
    const input = { ...words, goal };
    if (createdId) {
      // A general fund has no goal.
      const changes = { id: createdId, version, ...words, ...(!values.isGeneral && { goal }) };
      return (await request(updateFundraiserMutation, { input: changes })).updateCampaign.id;
    }
    const create = { ...input, chapterId: values.chapterId || null };
    const { createCampaign } = await request(createFundraiserMutation, {
      input: { ...create, idempotencyKey: keyFor(create) },
    });
    setCreatedId(createCampaign.id);
    return createCampaign.id;
  };

  const save = async (values: FundraiserFormValues, mode: Exclude<SaveMode, null>, version?: number): Promise<void> => {
    setSaveMode(mode);
    try {
      const id = await write(values, version);
      if (values.coverChanged) {
        const hasCover = values.coverUrl !== '';
        await request(setCoverMutation, {
          input: { id, fileId: hasCover ? values.coverFileId : null, alt: hasCover ? values.coverAlt.trim() : null },
        });
      }
      if (mode === 'submit') await request(submitMutation, { input: { id } });
      onSaved();
      notify.success(mode === 'submit' ? t.fundraiserForm.handedIn : t.fundraiserForm.saved);
      await queryClient.invalidateQueries();
      await navigate(`/fundraisers/${id}`);
    } finally {
      setSaveMode(null);
    }
  };
  return { saveMode, save };
}

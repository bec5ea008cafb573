import { graphql, type FragmentOf } from '@upstander/api-client';
import { useWords } from '../words/words';

/** Who runs a fundraiser, and whose it is. */
export const fundraiserOwner = graphql(`
  fragment FundraiserOwner on ManagedCampaign @_unmask {
    organizerName
    bySupporter
    chapterName
  }
`);

/** Both in words. */
export function useOwnerWords() {
  const words = useWords('fundraisers').t.fundraisers;
  return ({ organizerName, bySupporter, chapterName }: FragmentOf<typeof fundraiserOwner>) => ({
    name: organizerName,
    whose: bySupporter ? words.bySupporter : (chapterName ?? words.organization),
  });
}

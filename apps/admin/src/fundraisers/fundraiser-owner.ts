import { graphql, type FragmentOf } from '@upstander/api-client';
import { useWords } from '../words/words';

export const fundraiserOwner = graphql(`
  fragment FundraiserOwner on ManagedCampaign @_unmask {
    organizerName
    bySupporter
    chapterName
  }
`);

export function useOwnerText() {
  const words = useWords('fundraisers').t.fundraisers;
  return ({ organizerName, bySupporter, chapterName }: FragmentOf<typeof fundraiserOwner>) => ({
    name: organizerName,
    whose: bySupporter ? words.bySupporter : (chapterName ?? words.organization),
  });
}

import { TabLinks } from '../parts/ui/tab-links';
import { useWords } from '../words/words';

export function GiftTabs() {
  const { t } = useWords('gifts', 'offlineGifts');
  return (
    <TabLinks
      label={t.gifts.parts}
      tabs={[
        { to: '/gifts', label: t.common.gifts, end: true },
        { to: '/gifts/refunds', label: t.gifts.refunds },
        { to: '/gifts/pledges', label: t.gifts.pledges },
        { to: '/gifts/cash', label: t.offlineGifts.cash },
        { to: '/gifts/imports', label: t.gifts.fromFile },
      ]}
    />
  );
}

import { TabLinks } from '../parts/ui/tab-links';
import { useWords } from '../words/words';

/** The rooms around the gifts. */
export function DonationTabs() {
  const { t } = useWords('donations', 'offlineGifts');
  return (
    <TabLinks
      label={t.donations.parts}
      tabs={[
        { to: '/donations', label: t.donations.gifts, end: true },
        { to: '/donations/refunds', label: t.donations.refunds },
        { to: '/donations/pledges', label: t.donations.pledges },
        { to: '/donations/cash', label: t.offlineGifts.cash },
        { to: '/donations/imports', label: t.donations.fromFile },
      ]}
    />
  );
}

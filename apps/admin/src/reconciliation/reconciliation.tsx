import { Outlet } from 'react-router';
import { PageHeader } from '../parts/ui/page-header';
import { TabLinks } from '../parts/ui/tab-links';
import { useWords } from '../words/words';

export function Reconciliation() {
  const { t } = useWords('reconciliation');
  return (
    <div>
      <PageHeader title={t.reconciliation.title} lead={t.reconciliation.lead} />
      <TabLinks
        label={t.reconciliation.parts}
        tabs={[
          { to: '/reconciliation', label: t.reconciliation.payouts, end: true },
          { to: '/reconciliation/discrepancies', label: t.reconciliation.discrepancies },
          { to: '/reconciliation/cards', label: t.reconciliation.cards },
        ]}
      />
      <Outlet />
    </div>
  );
}

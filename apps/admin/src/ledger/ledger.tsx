import { Button } from '@mantine/core';
import { Outlet } from 'react-router';
import { exportAddress } from '../parts/lists/export-address';
import { PageHeader } from '../parts/ui/page-header';
import { TabLinks } from '../parts/ui/tab-links';
import { useWords } from '../words/words';

export function Ledger() {
  const { t } = useWords('ledger');
  return (
    <div>
      <PageHeader title={t.ledger.title} lead={t.ledger.lead} readOnlyActions>
        <Button component="a" href={exportAddress('gifts')} download variant="default">
          {t.ledger.exportGifts}
        </Button>
        <Button component="a" href={exportAddress('ledger')} download variant="default">
          {t.ledger.exportLedger}
        </Button>
      </PageHeader>
      <TabLinks
        label={t.ledger.parts}
        tabs={[
          { to: '/ledger', label: t.ledger.accounts, end: true },
          { to: '/ledger/transactions', label: t.ledger.transactions },
          { to: '/ledger/over-time', label: t.ledger.overTime },
          { to: '/ledger/check', label: t.shared.check },
        ]}
      />
      <Outlet />
    </div>
  );
}

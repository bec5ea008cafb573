import { useState } from 'react';
import { useRead } from '../api/use-api';
import { ListTime } from '../parts/lists/column';
import { List } from '../parts/lists/list';
import { useSearchState } from '../parts/lists/list-state';
import { RowButton } from '../parts/ui/row-button';
import { useWords } from '../words/words';
import { DeliveryDialog } from './delivery-dialog';
import { deliveriesQuery, typesQuery } from './queries';

export function Deliveries({ endpointId, isActive }: { endpointId: string; isActive: boolean }) {
  const { t, labels, words } = useWords('webhooks');
  const state = useSearchState();
  const { data } = useRead(typesQuery, {});
  const [openId, setOpenId] = useState<string | null>(null);
  const types = Object.fromEntries([...(data?.webhookTypes ?? []), 'test'].map((type) => [type, type]));
  const showDetails = ({ id, type }: { id: string; type: string }) => (
    <RowButton label={t.common.details} about={type} onClick={() => setOpenId(id)} />
  );
  return (
    <>
      <List
        name="webhook-deliveries"
        document={deliveriesQuery}
        variables={{
          endpointId,
          filter: { status: state.oneOf('status', words.enums.webhookDeliveryStatus), type: state.text('type') },
        }}
        first={30}
        path="webhookDeliveries"
        labels={{ ...labels, list: labels.log, what: labels.deliveries }}
        filters={[
          { name: 'status', label: t.common.status, options: words.enums.webhookDeliveryStatus },
          { name: 'type', label: labels.type, options: types },
        ]}
        emptyState={{ title: labels.noDeliveriesTitle, text: labels.noDeliveriesText }}
        columns={[
          { key: 'type', header: labels.type },
          { key: 'status', header: t.common.status, badge: 'webhookDeliveryStatus', mobile: 'corner' },
          { key: 'attempts', header: labels.attempts, align: 'end' },
          { key: 'occurredAt', header: labels.occurredAt, render: ({ occurredAt }) => <ListTime at={occurredAt} /> },
        ]}
        rowActions={showDetails}
        viewerActions={showDetails}
      />
      {openId && <DeliveryDialog id={openId} isActive={isActive} onClose={() => setOpenId(null)} />}
    </>
  );
}

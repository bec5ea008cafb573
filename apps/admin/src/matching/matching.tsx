import { Button } from '@mantine/core';
import { useState } from 'react';
import { moneyText } from '@upstander/web-kit';
import { useRead } from '../api/use-api';
import lists from '../parts/lists/list.module.css';
import { totalsOf } from '../parts/lists/sums';
import { ConfirmChange } from '../parts/ui/confirm';
import { Dialog } from '../parts/ui/dialog';
import { Empty } from '../parts/ui/empty';
import { MatchIcon, PlusIcon } from '../parts/ui/icons';
import { Pending } from '../parts/ui/pending';
import { PageHeader } from '../parts/ui/page-header';
import { useWords } from '../words/words';
import classes from './matching.module.css';
import { PaymentForm } from './payment-form';
import { PoolCard, type PoolDialog } from './pool-card';
import { PoolForm } from './pool-form';
import { closePoolMutation, poolsQuery, type Pool } from './queries';

export function Matching() {
  const { t, labels } = useWords('matching');
  const { data, error, refetch } = useRead(poolsQuery, {});
  const [dialog, setDialog] = useState<PoolDialog | null>(null);
  const pools = data?.matchingPools ?? [];
  const close = () => setDialog(null);
  const addButton = (
    <Button leftSection={<PlusIcon />} onClick={() => setDialog({ kind: 'new' })}>
      {labels.add}
    </Button>
  );
  return (
    <div>
      <PageHeader title={labels.title} lead={labels.lead}>
        {addButton}
      </PageHeader>
      {!data && <Pending error={error} retry={refetch} noun={labels.what} />}
      {data && pools.length === 0 && (
        <Empty title={labels.noneTitle} text={labels.noneText} icon={<MatchIcon size={26} />} />
      )}
      <Totals pools={pools} />
      <ul className={classes.pools} aria-label={labels.list}>
        {pools.map((pool) => (
          <PoolCard key={pool.id} pool={pool} onDialog={setDialog} />
        ))}
      </ul>
      <Dialog opened={dialog?.kind === 'new'} onClose={close} title={t.matching.add}>
        <PoolForm onDone={close} />
      </Dialog>
      {dialog && dialog.kind !== 'new' && <PoolDialogs dialog={dialog} onClose={close} />}
    </div>
  );
}

function Totals({ pools }: { pools: readonly Pool[] }) {
  const { t, locale } = useWords('matching');
  const receivedTotals = totalsOf(pools.map((pool) => pool.received));
  return (
    <ul className={lists.sums} aria-label={t.common.list.sums}>
      {totalsOf(pools.map((pool) => pool.matched)).map((total, at) => (
        <li key={total.currency}>
          {t.matching.sum({
            matched: moneyText(locale, total),
            received: moneyText(locale, receivedTotals[at] ?? total),
          })}
        </li>
      ))}
    </ul>
  );
}

function PoolDialogs({ dialog, onClose }: { dialog: Exclude<PoolDialog, { kind: 'new' }>; onClose: () => void }) {
  const words = useWords('matching').t.matching;
  const { kind, pool } = dialog;
  if (kind === 'close') return <ClosePool pool={pool} onClose={onClose} />;
  return (
    <Dialog onClose={onClose} title={kind === 'edit' ? words.form.editTitle : words.payFor({ name: pool.sponsorName })}>
      {kind === 'edit' ? <PoolForm pool={pool} onDone={onClose} /> : <PaymentForm pool={pool} onDone={onClose} />}
    </Dialog>
  );
}

function ClosePool({ pool, onClose }: { pool: Pool; onClose: () => void }) {
  const { common, matching: words } = useWords('matching').t;
  return (
    <ConfirmChange
      onClose={onClose}
      title={words.closeTitle}
      text={words.closeText}
      submitLabel={words.closeSubmit}
      pendingLabel={common.ending}
      mutation={closePoolMutation}
      variables={() => ({ input: { id: pool.id } })}
      successMessage={words.closed}
    />
  );
}

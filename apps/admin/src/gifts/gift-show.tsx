import { Button, Text } from '@mantine/core';
import { moneyText } from '@upstander/web-kit';
import { useParams } from 'react-router';
import { useRead } from '../api/use-api';
import { Columns } from '../parts/ui/columns';
import { NotFound } from '../parts/ui/not-found';
import { Pending } from '../parts/ui/pending';
import { isZero } from '../parts/money/money';
import { PageHeader } from '../parts/ui/page-header';
import { Section } from '../parts/ui/section';
import { StatusBadge } from '../parts/ui/status-badge';
import { useSearchState } from '../parts/lists/list-state';
import { useWords } from '../words/words';
import { GiftFacts } from './gift-facts';
import { GiftLedger } from './gift-ledger';
import { giftQuery, type GiftDetails } from './gift-query';
import { GiftReceipts } from './gift-receipts';
import { GiftTimeline } from './gift-timeline';
import { RefundForm } from './refund-form';

export function GiftShow() {
  const { t } = useWords('gifts');
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead(giftQuery, { id });
  if (!data) return <Pending error={error} retry={refetch} noun={t.gifts.one} lines={8} />;
  if (!data.manageGift) return <NotFound />;
  return <Gift gift={data.manageGift} />;
}

function Gift({ gift }: { gift: GiftDetails }) {
  const { t, locale } = useWords('gifts');
  const state = useSearchState();
  const requestedRefund = state.get('refund');
  const setRefunding = (isOn: boolean) => state.set({ refund: isOn ? 'yes' : '' });
  const mayRefund = gift.canSeeDonor && !isZero(gift.refundable);
  const name = gift.name ?? t.gifts.hiddenName;
  const giftText = gift.method === 'IN_KIND' ? gift.inKindDescription : moneyText(locale, gift.charged);
  return (
    <div>
      <PageHeader
        title={t.gifts.oneTitle({ amount: giftText, name })}
        back={{ to: '/gifts', label: t.common.gifts }}
        badge={<StatusBadge kind="giftStatus" status={gift.status} />}
      >
        {mayRefund && (
          <Button variant="default" onClick={() => setRefunding(true)}>
            {t.common.refund}
          </Button>
        )}
      </PageHeader>
      <Columns ratio={1}>
        <GiftFacts gift={gift} />
        <Section title={t.shared.timeline}>
          <GiftTimeline gift={gift} />
        </Section>
      </Columns>
      <Section title={t.gifts.receiptsTitle} hasSpaceAbove>
        {gift.receipts.length === 0 ? (
          <Text c="dimmed">{t.gifts.noReceipt}</Text>
        ) : (
          <GiftReceipts receipts={gift.receipts} />
        )}
      </Section>
      <Section title={t.gifts.ledgerTitle}>
        {gift.ledger.length === 0 ? <Text c="dimmed">{t.gifts.noLedger}</Text> : <GiftLedger entries={gift.ledger} />}
      </Section>
      {mayRefund && requestedRefund !== '' && (
        <RefundForm
          gift={gift}
          name={name}
          because={requestedRefund === 'fraud' ? 'FRAUD' : undefined}
          onClose={() => setRefunding(false)}
        />
      )}
    </div>
  );
}

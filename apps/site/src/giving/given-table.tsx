import { moneyText, shortDate } from '@upstander/web-kit';
import { ownFile } from '../frame/own-file';
import { RowTable } from '../frame/row-table';
import { usePage } from '../request/page-context';
import type { MyGivingData } from './queries';

type GiftRow = MyGivingData['gifts']['edges'][number]['node'];

export function GivenTable({ gifts }: { gifts: readonly GiftRow[] }) {
  const { words, locale } = usePage();
  const t = words.site.giving;
  const row = (gift: GiftRow) => {
    const day = shortDate(locale, new Date(gift.paidAt), gift.timeZone);
    return [
      day,
      <Campaign key="campaign" gift={gift} day={day} />,
      <Receipt key="receipt" receipt={gift.receipt} />,
      gift.inKindDescription === '' ? moneyText(locale, gift.charged) : gift.inKindDescription,
    ];
  };
  return (
    <RowTable
      columns={[t.date, t.campaign, t.receipt, t.amount]}
      rows={gifts.map((gift) => ({ key: gift.id, cells: row(gift) }))}
    />
  );
}

function Campaign({ gift, day }: { gift: GiftRow; day: string }) {
  const { words } = usePage();
  return (
    <>
      <a
        href={`/thanks/${encodeURIComponent(gift.token)}`}
        aria-label={words.site.giving.detailsOf({ campaign: gift.campaignTitle, date: day })}
      >
        {gift.campaignTitle}
      </a>
      {gift.status !== 'PAID' && (
        <>
          {' '}
          <span className="badge">{words.enums.giftStatus[gift.status]}</span>
        </>
      )}
    </>
  );
}

function Receipt({ receipt }: Pick<GiftRow, 'receipt'>) {
  const t = usePage().words.site.giving;
  const file = ownFile(receipt?.pdfUrl);
  if (receipt === null || file === undefined) return t.noReceipt;
  return (
    <a href={file} aria-label={t.receiptOf({ number: receipt.number })}>
      {receipt.number}
    </a>
  );
}

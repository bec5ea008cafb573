import { moneyText, shortDate } from '@upstander/web-kit';
import { ownFile } from '../frame/own-file';
import { usePage } from '../request/page-context';
import type { MyGivingData } from './queries';

type Given = MyGivingData['gifts']['edges'][number]['node'];

/** Every gift with its receipt, the latest first. */
export function GivenTable({ gifts }: { gifts: readonly Given[] }) {
  const { words } = usePage();
  const t = words.site.giving;
  return (
    <table className="rows">
      <thead>
        <tr>
          <th scope="col">{t.date}</th>
          <th scope="col">{t.campaign}</th>
          <th scope="col">{t.receipt}</th>
          <th scope="col" className="figure">
            {t.amount}
          </th>
        </tr>
      </thead>
      <tbody>
        {gifts.map((gift) => (
          <GivenRow key={gift.id} gift={gift} />
        ))}
      </tbody>
    </table>
  );
}

function GivenRow({ gift }: { gift: Given }) {
  const { words, locale } = usePage();
  const t = words.site.giving;
  const day = shortDate(locale, new Date(gift.paidAt), gift.timeZone);
  const receipt = ownFile(gift.receipt?.pdfUrl);
  return (
    <tr>
      <td data-label={t.date}>{day}</td>
      <td data-label={t.campaign}>
        <a href={`/thanks/${encodeURIComponent(gift.token)}`} aria-label={t.detailsOf(gift.campaignTitle, day)}>
          {gift.campaignTitle}
        </a>
        {gift.status !== 'PAID' && (
          <>
            {' '}
            <span className="badge">{words.enums.giftStatus[gift.status]}</span>
          </>
        )}
      </td>
      <td data-label={t.receipt}>
        {gift.receipt === null || receipt === undefined ? (
          t.noReceipt
        ) : (
          <a href={receipt} aria-label={t.receiptOf(gift.receipt.number)}>
            {gift.receipt.number}
          </a>
        )}
      </td>
      <td data-label={t.amount} className="figure">
        {gift.inKindDescription === '' ? moneyText(locale, gift.charged) : gift.inKindDescription}
      </td>
    </tr>
  );
}

import type { Catalog } from '@upstander/web-kit';
import { Day, Hours } from '../events/event-times';
import { usePage } from '../request/page-context';
import type { MySignupData } from './my-signup';

export function RelatedSignups({ signups }: { signups: MySignupData['relatedSignups'] }) {
  const t = usePage().words.site.manage;
  if (signups.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="made-with">
      <h2 id="made-with">{t.relatedSignups}</h2>
      <ul>
        {signups.map(({ id, role, status, addressConfirmed, token, ...span }) => (
          <li key={id}>
            <a href={`/s/${token}`}>{role}</a>, <Day span={span} />, <Hours span={span} />.{' '}
            {hasStateText(status, addressConfirmed, t)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function hasStateText(
  status: MySignupData['status'],
  addressConfirmed: boolean,
  t: Catalog['site']['manage'],
): string | null {
  switch (status) {
    case 'CONFIRMED':
      return addressConfirmed ? t.madeWithPlace : t.madeWithToConfirm;
    case 'WAITLISTED':
      return t.madeWithWaits;
    case 'OFFERED':
      return t.madeWithOffer;
    case 'CANCELLED':
    case 'EXPIRED':
      return t.madeWithEnded;
    default:
      return null;
  }
}

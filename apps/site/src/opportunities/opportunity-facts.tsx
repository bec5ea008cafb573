import { languageName, listText } from '@upstander/web-kit';
import type { ReactNode } from 'react';
import { Icon } from '../frame/icons';
import { calendarDay } from '../money/money-format';
import { usePage } from '../request/page-context';
import { payText, whereText } from './pay';
import type { OfferWords } from './queries';

export function OpportunityFacts({ offer }: { offer: OfferWords }) {
  const { words, locale } = usePage();
  const t = words.site.opportunities;
  return (
    <dl className="facts">
      <Fact icon="coins" name={t.pay}>
        <b>{payText(offer, locale, words) ?? t.noPay}</b>
      </Fact>
      {(offer.hoursPerWeek !== null || offer.schedule !== '') && (
        <Fact icon="clock" name={t.hours}>
          {offer.hoursPerWeek !== null && <b>{t.hoursPerWeek({ n: offer.hoursPerWeek })}</b>}
          {offer.hoursPerWeek !== null && offer.schedule !== '' && <br />}
          {offer.schedule}
        </Fact>
      )}
      <Fact icon="place" name={t.where}>
        {whereText(offer, words)}
      </Fact>
      {offer.startsOn !== null && (
        <Fact icon="calendar" name={t.starts}>
          {calendarDay(locale, offer.startsOn)}
        </Fact>
      )}
      {offer.languages.length > 0 && (
        <Fact icon="speech" name={t.languages}>
          {listText(
            locale,
            offer.languages.map((code) => languageName(locale, code)),
          )}
        </Fact>
      )}
      <Fact icon="person" name={t.supervisor}>
        {offer.supervisorName}
      </Fact>
    </dl>
  );
}

interface FactProps {
  icon: Parameters<typeof Icon>[0]['name'];
  name: string;
  children: ReactNode;
}

function Fact({ icon, name, children }: FactProps) {
  return (
    <div>
      <dt>
        <Icon name={icon} />
        {name}
      </dt>
      <dd>{children}</dd>
    </div>
  );
}

import { addressLines, intlTag, phoneText } from '@upstander/web-kit';
import cells from '../parts/lists/cells.module.css';
import { Facts } from '../parts/ui/facts';
import { Section } from '../parts/ui/section';
import { calendarDay, formatDateTime } from '../parts/ui/dates';
import { useWords } from '../words/words';
import classes from './businesses.module.css';
import type { Business } from './queries';

export function BusinessFacts({ business }: { business: Business }) {
  const { t, locale } = useWords('businesses');
  const { facts, fields } = t.businesses;
  return (
    <Section title={facts.title}>
      <Facts
        facts={[
          { label: fields.registrationNumber, value: business.registrationNumber },
          {
            label: facts.address,
            value: (
              <address className={classes.address}>
                {addressLines(intlTag(locale), business).map((line) => (
                  <span key={line}>{line}</span>
                ))}
              </address>
            ),
          },
          {
            label: fields.website,
            value: (
              <a href={business.website} target="_blank" rel="noopener noreferrer nofollow">
                {business.website}
              </a>
            ),
          },
          {
            label: facts.supervisor,
            value: (
              <>
                {business.supervisorName}
                <span className={cells.longMeta}>{business.supervisorTitle}</span>
                <span className={cells.longMeta}>{phoneText(business.supervisorPhone)}</span>
                <span className={cells.longMeta}>{facts.phoneHint}</span>
              </>
            ),
          },
          { label: fields.offers, value: <span className={classes.reason}>{business.offers}</span> },
          { label: facts.submitted, value: formatDateTime(locale, business.submittedAt) },
          { label: facts.vetted, value: business.vettedAt && formatDateTime(locale, business.vettedAt) },
          { label: facts.until, value: business.approvedUntil && calendarDay(locale, business.approvedUntil) },
          { label: facts.round, value: business.round > 1 && facts.roundText({ round: business.round }) },
        ]}
      />
    </Section>
  );
}

import { languageName } from '@upstander/web-kit';
import { useWords } from '../../words/words';
import { Facts, type Fact } from '../ui/facts';
import { Section } from '../ui/section';
import { calendarDay, formatDateTime } from '../ui/dates';
import classes from './record.module.css';
import { shortNumber, type SealedRecord } from './sealed-record';

export function RecordFacts({ record, extraFacts = [] }: { record: SealedRecord; extraFacts?: readonly Fact[] }) {
  const { t, locale } = useWords('advocacy');
  const labels = t.advocacy.record;
  return (
    <Section title={t.shared.details}>
      <Facts
        facts={[
          ...extraFacts,
          { label: labels.asked, value: formatDateTime(locale, record.createdAt) },
          { label: labels.language, value: languageName(locale, record.language.toLowerCase()) },
          {
            label: labels.code,
            value: (
              <>
                {shortNumber(record.id)}
                <span className={classes.soft}>{labels.codeHint}</span>
              </>
            ),
          },
          record.legalHold
            ? { label: labels.held, value: <LegalHoldFact record={record} /> }
            : { label: labels.erasedOn, value: record.purgeOn && calendarDay(locale, record.purgeOn) },
        ]}
      />
    </Section>
  );
}

function LegalHoldFact({ record: { legalHoldReason, legalHoldUntil } }: { record: SealedRecord }) {
  const { t, locale } = useWords('advocacy');
  const labels = t.advocacy.record;
  return (
    <>
      {legalHoldReason ?? labels.heldText}
      {legalHoldUntil && (
        <span className={classes.soft}>{labels.legalHoldUntil({ day: calendarDay(locale, legalHoldUntil) })}</span>
      )}
    </>
  );
}

import { languageName } from '@upstander/web-kit';
import { useWords } from '../../words/words';
import { Facts, type Fact } from '../ui/facts';
import { Section } from '../ui/section';
import { calendarDay, formatDateTime } from '../ui/dates';
import classes from './record.module.css';
import { shortNumber, type SealedRecord } from './sealed-record';

/** When the record was created, in which language, and when it will be deleted. */
export function RecordFacts({ record, more = [] }: { record: SealedRecord; more?: readonly Fact[] }) {
  const { t, locale } = useWords('advocacy');
  const words = t.advocacy.record;
  return (
    <Section title={words.about}>
      <Facts
        facts={[
          ...more,
          { label: words.asked, value: formatDateTime(locale, record.createdAt) },
          { label: words.language, value: languageName(locale, record.language.toLowerCase()) },
          {
            label: words.code,
            value: (
              <>
                {shortNumber(record.id)}
                <span className={classes.soft}>{words.codeHint}</span>
              </>
            ),
          },
          record.legalHold
            ? { label: words.held, value: <Hold record={record} /> }
            : { label: words.erasedOn, value: record.purgeOn && calendarDay(locale, record.purgeOn) },
        ]}
      />
    </Section>
  );
}

function Hold({ record: { holdReason, heldUntil } }: { record: SealedRecord }) {
  const { t, locale } = useWords('advocacy');
  const words = t.advocacy.record;
  return (
    <>
      {holdReason ?? words.heldText}
      {heldUntil && <span className={classes.soft}>{words.heldUntil({ day: calendarDay(locale, heldUntil) })}</span>}
    </>
  );
}

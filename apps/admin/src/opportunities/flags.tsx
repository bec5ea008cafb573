import { Section } from '../parts/ui/section';
import { useWords } from '../words/words';
import { useFieldName } from './fields';
import classes from './opportunities.module.css';
import { FlaggedText } from './flagged-text';
import type { Flag } from './queries';

export function Flags({ flags }: { flags: readonly Flag[] }) {
  const { t } = useWords('opportunities');
  const labels = t.opportunities.review;
  if (flags.length === 0) return null;
  return (
    <Section title={labels.flagsTitle({ count: flags.length })} lead={labels.flagsLead}>
      <ol className={classes.flags} aria-label={t.common.warningSigns}>
        {flags.map((flag, index) => (
          <FlagItem key={`${flag.rule}${flag.field}`} flag={flag} number={index + 1} />
        ))}
      </ol>
    </Section>
  );
}

function FlagItem({ flag, number }: { flag: Flag; number: number }) {
  const { words: catalog, t } = useWords('opportunities');
  const fieldName = useFieldName();
  const rules: Record<string, string> = catalog.enums.redFlag;
  const reason = Object.hasOwn(rules, flag.rule) ? rules[flag.rule] : t.opportunities.review.unknownFlag;
  return (
    <li id={`flag-${number}`} tabIndex={-1}>
      <span className={classes.flagNumber} aria-hidden="true">
        {number}
      </span>
      <div>
        <p className={classes.why}>{reason}</p>
        <p className={classes.meta}>
          {fieldName(flag.field)}
          {flag.excerpt !== '' && (
            <>
              {': '}
              <q className={classes.excerpt}>
                <FlaggedText field="" text={flag.excerpt} flags={[]} />
              </q>
            </>
          )}
        </p>
      </div>
    </li>
  );
}

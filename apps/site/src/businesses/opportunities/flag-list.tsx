import { Icon } from '../../frame/icons';
import { usePage } from '../../request/page-context';
import type { Flag } from './queries';

/** Uses neutral words. Staff decide about the flags. */
export function FlagList({ flags }: { flags: readonly Flag[] }) {
  const { words } = usePage();
  const t = words.site.business.opportunities;
  if (flags.length === 0) {
    return (
      <p className="note green">
        <Icon name="check" />
        {t.flagsNone}
      </p>
    );
  }
  const flagTexts: Partial<Record<string, string>> = words.enums.redFlag;
  const labels: Partial<Record<string, unknown>> = words.site.business.opportunityForm;
  return (
    <section className="note amber flags" aria-labelledby="flags">
      <h2 id="flags">{t.flags}</h2>
      <p>{t.flagsText}</p>
      <ul>
        {flags.map(({ rule, field, excerpt }, index) => {
          const label = labels[field];
          return (
            <li key={index}>
              <b>{flagTexts[rule] ?? t.flagOther}</b>
              {typeof label === 'string' && <span className="small"> {t.flagAt({ field: label })}</span>}
              {excerpt !== '' && <q className="as-written">{excerpt}</q>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

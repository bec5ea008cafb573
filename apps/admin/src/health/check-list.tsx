import { DataTable } from '../parts/lists/data-table';
import { useWords } from '../words/words';
import classes from './health.module.css';
import { jobName } from './job-name';
import type { Check } from './queries';
import { timeText } from './time-text';

const linkOf: Record<string, string> = {
  'mail-leaves': '/mail?status=DUE',
  'mail-arrives': '/mail?status=trouble',
  'webhooks-leave': '/settings/webhooks',
  'webhooks-are-accepted': '/settings/webhooks',
  'ledger-is-checked': '/ledger/check',
  'ledger-is-read-whole': '/ledger/check',
  'ledger-agrees': '/reconciliation/discrepancies',
  'erasures-finish': '/peoples-data',
  'trail-is-whole': '/trail',
};

export function CheckList({ checks }: { checks: readonly Check[] }) {
  const { t, labels } = useWords('health');
  return (
    <DataTable
      label={labels.checks}
      rows={checks}
      idOf={({ name }) => name}
      columns={[
        {
          key: 'name',
          header: t.shared.check,
          render: ({ name }) => <strong>{checkWordsOf(labels.check, name)?.title ?? name}</strong>,
          linkTo: ({ name, state }) => (state === 'FINE' ? null : (linkOf[name] ?? null)),
          secondary: ({ area }) => labels.areas[area],
        },
        { key: 'state', header: labels.state, badge: 'healthState', mobile: 'corner' },
        {
          key: 'says',
          header: t.common.details,
          mobile: 'plain',
          wraps: true,
          render: (check) => <CheckText {...check} />,
        },
      ]}
    />
  );
}

interface CheckWords {
  title: string;
  fine: string;
  trouble: string | ((facts: { of: string; time: string; count: number }) => string);
}

function CheckText({ name, state, value, worstItem }: Check) {
  const { labels } = useWords('health');
  const words = checkWordsOf(labels.check, name);
  if (state === 'UNKNOWN' || !words) return <span className={classes.says}>{labels.unknown}</span>;
  if (state === 'FINE') return <span className={classes.says}>{words.fine}</span>;
  const seconds = value ?? 0;
  const facts = { of: jobName(labels, worstItem ?? ''), time: timeText(labels, seconds), count: Math.round(seconds) };
  const text = typeof words.trouble === 'string' ? words.trouble : words.trouble(facts);
  return <span className={classes.says}>{text}</span>;
}

/** The message key of `mail-leaves` is `mailLeaves`. */
function checkWordsOf(checkWords: object, name: string): CheckWords | undefined {
  const key = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return Object.hasOwn(checkWords, key) ? (checkWords as Record<string, CheckWords>)[key] : undefined;
}

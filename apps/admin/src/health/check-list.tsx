import { DataTable } from '../parts/lists/data-table';
import { StatusBadge } from '../parts/ui/status-badge';
import { useWords } from '../words/words';
import classes from './health.module.css';
import { jobName } from './job-name';
import type { Check } from './queries';
import { timeText } from './time-text';

/** Where somebody goes on who reads that something is wrong. */
const leadsTo: Record<string, string> = {
  'mail-leaves': '/mail?status=DUE',
  'mail-arrives': '/mail?status=trouble',
  'ledger-is-checked': '/ledger/check',
  'ledger-is-read-whole': '/ledger/check',
  'ledger-agrees': '/reconciliation/discrepancies',
  'erasures-finish': '/peoples-data',
  'trail-is-whole': '/trail',
};

/** What is checked, the worst first, each with what to do where it is not in order. */
export function CheckList({ checks }: { checks: readonly Check[] }) {
  const { t } = useWords('health');
  const say = t.health;
  return (
    <DataTable
      label={say.checks}
      rows={checks}
      idOf={({ name }) => name}
      columns={[
        {
          key: 'name',
          header: say.checkName,
          width: '26%',
          cell: ({ name }) => <strong>{wordsOf(say.check, name)?.title ?? name}</strong>,
          to: ({ name, state }) => (state === 'FINE' ? null : (leadsTo[name] ?? null)),
          under: ({ area }) => say.areas[area],
        },
        {
          key: 'state',
          header: say.state,
          onCard: 'corner',
          width: '22%',
          cell: ({ state }) => <StatusBadge kind="healthState" status={state} />,
        },
        { key: 'says', header: say.says, onCard: 'plain', cell: (check) => <Says {...check} /> },
      ]}
    />
  );
}

interface CheckWords {
  title: string;
  fine: string;
  trouble: string | ((facts: { of: string; time: string; count: number }) => string);
}

function Says({ name, state, value, of }: Check) {
  const { t } = useWords('health');
  const say = t.health;
  const words = wordsOf(say.check, name);
  if (state === 'UNKNOWN' || !words) return <span className={classes.says}>{say.unknown}</span>;
  if (state === 'FINE') return <span className={classes.says}>{words.fine}</span>;
  const seconds = value ?? 0;
  const facts = { of: jobName(say, of ?? ''), time: timeText(say, seconds), count: Math.round(seconds) };
  const text = typeof words.trouble === 'string' ? words.trouble : words.trouble(facts);
  return <span className={classes.says}>{text}</span>;
}

/** `mail-leaves` is `mailLeaves` among the words. */
function wordsOf(all: object, name: string): CheckWords | undefined {
  const key = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return Object.hasOwn(all, key) ? (all as Record<string, CheckWords>)[key] : undefined;
}

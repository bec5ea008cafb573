import { SegmentedControl } from '@mantine/core';
import { useWords } from '../../words/words';
import classes from './views.module.css';

export interface ViewsProps {
  /** The first one is the default. */
  views: readonly string[];
  labels: Readonly<Record<string, string>>;
  value: string;
  /** Gets the URL value, which is empty for the first view. */
  onChange: (view: string) => void;
}

export function Views({ views, labels, value, onChange }: ViewsProps) {
  const { t } = useWords();
  return (
    <div className={classes.views}>
      <SegmentedControl
        aria-label={t.shared.view}
        value={value}
        onChange={(view) => onChange(view === views[0] ? '' : view)}
        data={views.map((view) => ({ value: view, label: labels[view] ?? view }))}
      />
    </div>
  );
}

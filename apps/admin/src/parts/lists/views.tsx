import { SegmentedControl } from '@mantine/core';
import classes from './views.module.css';

export interface ViewsProps {
  /** In their order; the first is the one a list opens with. */
  views: readonly string[];
  /** Of each view, and of all of them together. */
  names: Readonly<Record<string, string>> & { label: string };
  value: string;
  /** Gets what the address says: nothing for the first view. */
  onChoose: (view: string) => void;
}

/** The views of a list, side by side; they scroll where there is no room. */
export function Views({ views, names, value, onChoose }: ViewsProps) {
  return (
    <div className={classes.views}>
      <SegmentedControl
        aria-label={names.label}
        value={value}
        onChange={(view) => onChoose(view === views[0] ? '' : view)}
        data={views.map((view) => ({ value: view, label: names[view] ?? view }))}
      />
    </div>
  );
}

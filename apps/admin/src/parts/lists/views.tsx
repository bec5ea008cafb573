import { SegmentedControl } from '@mantine/core';
import classes from './views.module.css';

interface ViewsProps<View extends string> {
  label: string;
  views: readonly View[];
  names: Readonly<Record<View, string>>;
  value: View;
  /** Gets what the address says: nothing for the first view, which is the one a list opens with. */
  onChoose: (view: string) => void;
}

/** The views of a list, side by side; they scroll where there is no room. */
export function Views<View extends string>({ label, views, names, value, onChoose }: ViewsProps<View>) {
  return (
    <div className={classes.views}>
      <SegmentedControl
        aria-label={label}
        value={value}
        onChange={(view) => onChoose(view === views[0] ? '' : view)}
        data={views.map((view) => ({ value: view, label: names[view] }))}
      />
    </div>
  );
}

import { Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import classes from './section.module.css';

interface SectionProps {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  /** Adds space above if the previous element is not a section. */
  hasSpaceAbove?: boolean;
  /** True while another step of a form is shown. Fields keep their state. */
  isHidden?: boolean;
  children: ReactNode;
}

export function Section({ title, lead, actions, hasSpaceAbove, isHidden, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={classes.section} data-apart={hasSpaceAbove || undefined} hidden={isHidden}>
      <div className={classes.top}>
        <div className={classes.words}>
          <Title order={2} id={id}>
            {title}
          </Title>
          {lead && <div className={classes.lead}>{lead}</div>}
        </div>
        {actions && <div className={classes.actions}>{actions}</div>}
      </div>
      {children}
    </section>
  );
}

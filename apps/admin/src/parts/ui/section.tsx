import { Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import classes from './section.module.css';

interface SectionProps {
  title: string;
  lead?: ReactNode;
  /** Beside the heading. */
  actions?: ReactNode;
  /** Keeps its distance from what stands above, where that is no section. */
  apart?: boolean;
  children: ReactNode;
}

/** A part of a screen with a heading of its own. */
export function Section({ title, lead, actions, apart, children }: SectionProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={classes.section} data-apart={apart || undefined}>
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

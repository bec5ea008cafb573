import { Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { usePageAccess } from './page-access';
import classes from './section.module.css';

interface SectionProps {
  title: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  /** True if the actions change nothing, for example downloads. */
  readOnlyActions?: boolean;
  /** Adds space above if the previous element is not a section. */
  hasSpaceAbove?: boolean;
  /** True while another step of a form is shown. Fields keep their state. */
  isHidden?: boolean;
  children: ReactNode;
}

export function Section(props: SectionProps) {
  const { title, lead, actions, readOnlyActions = false, hasSpaceAbove, isHidden, children } = props;
  const id = useId();
  const { mayChange } = usePageAccess();
  return (
    <section aria-labelledby={id} className={classes.section} data-apart={hasSpaceAbove || undefined} hidden={isHidden}>
      <div className={classes.top}>
        <div className={classes.words}>
          <Title order={2} id={id}>
            {title}
          </Title>
          {lead && <div className={classes.lead}>{lead}</div>}
        </div>
        {actions && (mayChange || readOnlyActions) && <div className={classes.actions}>{actions}</div>}
      </div>
      {children}
    </section>
  );
}

import { Title } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useStartWords } from '../../words/start-words';
import { BackIcon } from './icons';
import { usePageAccess } from './page-access';
import classes from './page-header.module.css';

interface PageHeaderProps {
  title: string;
  /** Window title, if the heading must not appear in histories or tabs. */
  windowTitle?: string;
  lead?: ReactNode;
  back?: { to: string; label: string };
  badge?: ReactNode;
  /** True if the actions change nothing, for example downloads. */
  readOnlyActions?: boolean;
  children?: ReactNode;
}

/**
 * Sets the window title and takes the focus on navigation, so that screen readers announce the page and keyboard users
 * start at the top.
 */
export function PageHeader({
  title,
  windowTitle = title,
  lead,
  back,
  badge,
  readOnlyActions = false,
  children,
}: PageHeaderProps) {
  const { t } = useStartWords();
  const { mayChange } = usePageAccess();
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    document.title = `${windowTitle} · ${t.common.product}`;
  }, [windowTitle, t]);

  useEffect(() => {
    // The first page of a visit keeps the browser's focus.
    if (window.history.state?.idx > 0 && document.activeElement === document.body) {
      heading.current?.focus({ preventScroll: true });
    }
  }, []);

  return (
    <header className={classes.header}>
      <div className={classes.words}>
        {back && (
          <Link to={back.to} className={classes.back}>
            <BackIcon size={16} />
            {back.label}
          </Link>
        )}
        <div className={classes.title}>
          <Title order={1} ref={heading} tabIndex={-1} className={classes.heading}>
            {title}
          </Title>
          {badge}
        </div>
        {lead && <div className={classes.lead}>{lead}</div>}
      </div>
      {children && (mayChange || readOnlyActions) && <div className={classes.actions}>{children}</div>}
    </header>
  );
}

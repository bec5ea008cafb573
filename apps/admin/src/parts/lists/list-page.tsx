import type { ReactNode } from 'react';
import { PageHeader } from '../ui/page-header';
import { List, type ListProps } from './list';

interface ListPageProps<Data, Variables, Path extends string> extends ListProps<Data, Variables, Path> {
  labels: ListProps<Data, Variables, Path>['labels'] & { title: string; lead?: string };
  /** Replaces the lead from the labels. */
  lead?: ReactNode;
  back?: { to: string; label: string };
  buttons?: ReactNode;
  /** Shown between title and list, for example tabs or a notice. */
  header?: ReactNode;
  /** Shown after the list, for example dialogs. */
  children?: ReactNode;
}

export function ListPage<Data, Variables, Path extends string>(props: ListPageProps<Data, Variables, Path>) {
  const { labels, lead = labels.lead, back, buttons, header, children, ...list } = props;
  return (
    <div data-wide>
      <PageHeader title={labels.title} lead={lead} {...(back && { back })}>
        {buttons}
      </PageHeader>
      {header}
      <List labels={labels} {...list} />
      {children}
    </div>
  );
}

import type { ReactNode } from 'react';
import { PageHeader } from '../ui/page-header';
import { List, type ListProps } from './list';

interface ListPageProps<Data, Variables, Path extends string> extends ListProps<Data, Variables, Path> {
  title: string;
  lead?: ReactNode;
  /** The way up, where it is a room of another screen. */
  back?: { to: string; label: string };
  /** Beside the title. */
  buttons?: ReactNode;
  /** Between the title and the list, such as the rooms around it or what has to be said first. */
  above?: ReactNode;
  /** After the list, and its dialogs. */
  children?: ReactNode;
}

/** A screen that is a list: everything a person expects of one is here, and a screen says only what is its own. */
export function ListPage<Data, Variables, Path extends string>(props: ListPageProps<Data, Variables, Path>) {
  const { title, lead, back, buttons, above, children, ...list } = props;
  return (
    <div data-wide>
      <PageHeader title={title} lead={lead} {...(back && { back })}>
        {buttons}
      </PageHeader>
      {above}
      <List {...list} />
      {children}
    </div>
  );
}

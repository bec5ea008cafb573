import { Button, Text } from '@mantine/core';
import { Link, useLocation } from 'react-router';
import { useWords } from '../../words/words';
import { BackIcon, ForwardIcon } from '../ui/icons';
import classes from './pager.module.css';
import { usePreviousCursors } from './list-state';

interface PagerProps {
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount: number;
  totalIsCapped: boolean;
}

export function Pager({ pageInfo, totalCount, totalIsCapped }: PagerProps) {
  const { t, locale } = useWords();
  const { search } = useLocation();
  const { previousCursors } = usePreviousCursors();
  const currentCursor = new URLSearchParams(search).get('after') ?? '';
  const number = new Intl.NumberFormat(locale === 'es' ? 'es-US' : 'en-US').format(totalCount);
  const count = t.common.count({
    count: totalIsCapped ? `${number}+` : number,
    one: totalCount === 1 && !totalIsCapped,
  });
  const hasSeveralPages = currentCursor !== '' || pageInfo.hasNextPage;

  return (
    <div className={classes.pager}>
      <Text size="sm" c="dimmed" role="status">
        {count}
      </Text>
      {hasSeveralPages && (
        <nav aria-label={t.common.pages} className={classes.links}>
          {currentCursor !== '' && previousCursors.length === 0 && (
            <Button variant="default" component={Link} to={to(search, '')}>
              {t.common.firstPage}
            </Button>
          )}
          {previousCursors.length > 0 && (
            <Button
              variant="default"
              leftSection={<BackIcon size={16} />}
              component={Link}
              to={to(search, previousCursors.at(-1) ?? '')}
              state={{ trail: previousCursors.slice(0, -1) }}
            >
              {t.common.previousPage}
            </Button>
          )}
          {pageInfo.hasNextPage && pageInfo.endCursor && (
            <Button
              variant="default"
              rightSection={<ForwardIcon size={16} />}
              component={Link}
              to={to(search, pageInfo.endCursor)}
              state={{ trail: [...previousCursors, currentCursor] }}
            >
              {t.common.nextPage}
            </Button>
          )}
        </nav>
      )}
    </div>
  );
}

function to(search: string, after: string): { search: string } {
  const params = new URLSearchParams(search);
  if (after === '') params.delete('after');
  else params.set('after', after);
  return { search: params.toString() };
}

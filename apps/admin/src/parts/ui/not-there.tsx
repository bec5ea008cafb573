import { Button } from '@mantine/core';
import { Link, useLocation } from 'react-router';
import { useWords } from '../../words/words';
import { PageHeader } from './page-header';

/** In place of a screen whose thing is not there, or another chapter's: a heading, and the way on. */
export function NotThere() {
  const { t } = useWords();
  const [, section = '', ...below] = useLocation().pathname.split('/');
  // Of a thing in a section the way leads to its list, of anything else home.
  const [to, label] = below.length > 0 ? [`/${section}`, t.common.goBack] : ['/', t.common.goHome];
  return (
    <div>
      <PageHeader title={t.common.notThereTitle} lead={t.common.notThereText} />
      <Button component={Link} to={to} variant="default">
        {label}
      </Button>
    </div>
  );
}

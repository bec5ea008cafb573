import { Button } from '@mantine/core';
import { Link, useLocation } from 'react-router';
import { useWords } from '../../words/words';
import { PageHeader } from './page-header';

/** Shown if a record does not exist or belongs to another chapter. */
export function NotFound() {
  const { t } = useWords();
  const [, section = '', ...segments] = useLocation().pathname.split('/');
  const [to, label] = segments.length > 0 ? [`/${section}`, t.common.goBack] : ['/', t.common.goHome];
  return (
    <div>
      <PageHeader title={t.common.notThereTitle} lead={t.common.notThereText} />
      <Button component={Link} to={to} variant="default">
        {label}
      </Button>
    </div>
  );
}

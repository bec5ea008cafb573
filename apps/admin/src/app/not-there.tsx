import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { PageHeader } from '../parts/page-header';
import { useWords } from '../words/words';

export function NotThere() {
  const { t } = useWords();
  return (
    <div>
      <PageHeader title={t.common.notThereTitle} lead={t.common.notThereText} />
      <Button component={Link} to="/" variant="default">
        {t.common.goHome}
      </Button>
    </div>
  );
}

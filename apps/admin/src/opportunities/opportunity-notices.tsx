import { Alert, Text } from '@mantine/core';
import { AlertIcon, InfoIcon } from '../parts/ui/icons';
import { formatDateTime } from '../parts/ui/dates';
import { useWords } from '../words/words';
import classes from './opportunities.module.css';
import type { Opportunity } from './queries';

const onSite: ReadonlyArray<Opportunity['status']> = ['PUBLISHED', 'EXPIRING'];

export function OpportunityNotices({ opportunity }: { opportunity: Opportunity }) {
  const { t, locale } = useWords('opportunities');
  const labels = t.opportunities.notices;
  const { status, statusReason, isShown, expiresAt, renewals, renewalNeedsReview } = opportunity;
  return (
    <>
      {statusReason !== '' && (
        <Alert color="amber" icon={<InfoIcon />} mb="md" title={labels.said}>
          <Text size="sm" className={classes.reason}>
            {statusReason}
          </Text>
        </Alert>
      )}
      {onSite.includes(status) && (
        <Alert color={isShown ? 'evergreen' : 'amber'} icon={isShown ? <InfoIcon /> : <AlertIcon />} mb="md">
          {isShown && expiresAt ? labels.isShown({ when: formatDateTime(locale, expiresAt) }) : labels.notShown}
        </Alert>
      )}
      {status === 'IN_REVIEW' && renewalNeedsReview && (
        <Alert color="amber" icon={<InfoIcon />} mb="md">
          {labels.renewed({ count: renewals })}
        </Alert>
      )}
    </>
  );
}

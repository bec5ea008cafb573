import { Alert, Button, Text } from '@mantine/core';
import { intlTag } from '@upstander/web-kit';
import { useState } from 'react';
import { useRead } from '../api/use-api';
import { Failure } from '../parts/ui/failure';
import { AlertIcon, CheckIcon } from '../parts/ui/icons';
import { formatDateTime } from '../parts/ui/dates';
import { useWords } from '../words/words';
import { chainQuery, lastCheckQuery } from './queries';
import classes from './trail.module.css';

/** Runs only on request, because it reads the whole trail. */
export function Chain() {
  const { t, locale } = useWords('audit');
  const labels = t.audit.chain;
  const [isRequested, setIsRequested] = useState(false);
  const { data, error, isFetching, refetch } = useRead(chainQuery, {}, { enabled: isRequested, gcTime: 0 });
  const check = () => (isRequested ? void refetch() : setIsRequested(true));
  const nightlyCheck = useRead(lastCheckQuery, {}).data?.lastAuditCheck;
  // Shows last night's result until the user runs a check.
  const chain = data?.auditChain ?? nightlyCheck;
  return (
    <section className={classes.chain} aria-labelledby="chain-title">
      <div>
        <h2 id="chain-title" className={classes.chainTitle}>
          {labels.title}
        </h2>
        <Text size="sm" c="dimmed">
          {labels.lead}
        </Text>
      </div>
      <Button variant="default" onClick={check} aria-disabled={isFetching}>
        {isFetching ? labels.checking : labels.check}
      </Button>
      <div className={classes.chainAnswer} role="status">
        {!isFetching && error && <Failure error={error} retry={check} />}
        {chain && !isFetching && (
          <Alert
            color={chain.ok ? 'evergreen' : 'clay'}
            icon={chain.ok ? <CheckIcon /> : <AlertIcon />}
            title={
              chain.ok
                ? labels.ok({ rows: new Intl.NumberFormat(intlTag(locale)).format(chain.rows) })
                : labels.broken({ number: chain.firstInvalidRow ?? '?' })
            }
          >
            {labels.checkedAt({ when: formatDateTime(locale, chain.checkedAt) })}
          </Alert>
        )}
      </div>
    </section>
  );
}

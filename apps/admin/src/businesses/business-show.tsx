import { Alert, Button, Text } from '@mantine/core';
import { Link, useParams } from 'react-router';
import { useRead } from '../api/use-api';
import { Columns } from '../parts/ui/columns';
import { Changes } from '../parts/ui/changes';
import { NotFound } from '../parts/ui/not-found';
import { AlertIcon, BriefcaseIcon, InfoIcon } from '../parts/ui/icons';
import { Pending } from '../parts/ui/pending';
import { PageHeader } from '../parts/ui/page-header';
import { Section } from '../parts/ui/section';
import { StatusBadge } from '../parts/ui/status-badge';
import { useQueueReturn } from '../parts/ui/use-queue-return';
import { useWords } from '../words/words';
import { BusinessActions } from './business-actions';
import { BusinessFacts } from './business-facts';
import { BusinessHistory } from './business-history';
import classes from './businesses.module.css';
import { Checklist } from './checklist';
import { DecisionBox } from './decision-box';
import { Members } from './members';
import { businessQuery, type Business } from './queries';

export function BusinessShow() {
  const { t } = useWords('businesses');
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead(businessQuery, { id });
  const business = data?.manageBusiness;
  if (data && !business) return <NotFound />;
  if (!business || business.id !== id) return <Pending error={error} retry={refetch} noun={t.businesses.oneWhat} />;
  return <BusinessDetails business={business} />;
}

function BusinessDetails({ business }: { business: Business }) {
  const { t, labels } = useWords('businesses');
  const backLink = useQueueReturn({ to: '/businesses', label: labels.title });
  const { changes } = business;
  return (
    <div>
      <PageHeader
        title={business.legalName}
        lead={`${business.city}, ${business.region}`}
        back={backLink}
        badge={<StatusBadge kind="businessStatus" status={business.status} />}
      >
        {business.opportunitiesTotal === 0 ? (
          <Text c="dimmed">{labels.seeOpportunities({ count: 0 })}</Text>
        ) : (
          <Button
            variant="default"
            leftSection={<BriefcaseIcon />}
            component={Link}
            to={`/opportunities?business=${business.id}&view=all`}
          >
            {labels.seeOpportunities({ count: business.opportunitiesTotal })}
          </Button>
        )}
        <BusinessActions business={business} />
      </PageHeader>
      <Notices business={business} />
      <DecisionBox business={business} />
      <Columns ratio={1.35}>
        <div>
          <Checklist business={business} />
          {changes.length > 0 && (
            <Section title={t.shared.changedSinceApproval} lead={labels.changes.lead}>
              <Changes
                label={t.shared.changedSinceApproval}
                changes={changes.map(({ field, before, after }) => ({
                  field,
                  label: fieldName(labels.fields, field),
                  before,
                  after,
                }))}
              />
            </Section>
          )}
          <Members business={business} />
        </div>
        <div>
          <BusinessFacts business={business} />
          <BusinessHistory business={business} />
        </div>
      </Columns>
    </div>
  );
}

function Notices({ business }: { business: Business }) {
  const { notices } = useWords('businesses').t.businesses;
  const { status, statusReason, previousRefusals, renewing } = business;
  const showsReason = statusReason !== '' && (status !== 'APPROVED' || renewing);
  return (
    <>
      {previousRefusals > 0 && (
        <Alert color="clay" icon={<AlertIcon />} mb="md">
          {notices.previousRefusals({ count: previousRefusals })}
        </Alert>
      )}
      {showsReason && (
        <Alert color="amber" icon={<InfoIcon />} mb="md" title={notices.said}>
          <Text size="sm" className={classes.reason}>
            {statusReason}
          </Text>
        </Alert>
      )}
    </>
  );
}

/** A newer API may send an unknown field. */
export function fieldName(names: Record<string, string>, field: string): string {
  return Object.hasOwn(names, field) ? (names[field] ?? field) : field;
}

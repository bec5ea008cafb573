import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useRead } from '../api/use-api';
import { Columns } from '../parts/ui/columns';
import { Changes } from '../parts/ui/changes';
import { NotFound } from '../parts/ui/not-found';
import { Pending } from '../parts/ui/pending';
import { MarkdownText } from '../parts/forms/markdown-field';
import { IfMayChange } from '../parts/ui/page-access';
import { PageHeader } from '../parts/ui/page-header';
import { Section } from '../parts/ui/section';
import { StatusBadge } from '../parts/ui/status-badge';
import { useQueueReturn } from '../parts/ui/use-queue-return';
import { formatDateTime } from '../parts/ui/dates';
import { useSettings } from '../session/settings';
import { useWords } from '../words/words';
import { useChangeWords, useFieldName } from './fields';
import { Flags } from './flags';
import { FlaggedText } from './flagged-text';
import classes from './opportunities.module.css';
import { OpportunityActions } from './opportunity-actions';
import { OpportunityFacts } from './opportunity-facts';
import { OpportunityHistory } from './opportunity-history';
import { OpportunityNotices } from './opportunity-notices';
import { opportunityQuery, type Opportunity } from './queries';
import { StaffBox } from './staff-box';

export function OpportunityReview() {
  const { t } = useWords('opportunities');
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead(opportunityQuery, { id });
  const opportunity = data?.manageOpportunity;
  if (data && !opportunity) return <NotFound />;
  if (!opportunity || opportunity.id !== id)
    return <Pending error={error} retry={refetch} noun={t.opportunities.oneWhat} />;
  return <OpportunityDetails opportunity={opportunity} />;
}

function OpportunityDetails({ opportunity }: { opportunity: Opportunity }) {
  const { labels, words: catalog } = useWords('opportunities');
  const backLink = useQueueReturn({ to: '/opportunities', label: labels.title });
  const { businessId, businessName, businessStatus } = opportunity;
  return (
    <div>
      <PageHeader
        title={opportunity.title}
        lead={
          <>
            <Link to={`/businesses/${businessId}`}>{businessName}</Link> ·{' '}
            {labels.businessIs({ state: catalog.enums.businessStatus[businessStatus] })}
          </>
        }
        back={backLink}
        badge={<StatusBadge kind="opportunityStatus" status={opportunity.status} />}
      >
        <OpportunityActions opportunity={opportunity} />
      </PageHeader>
      <OpportunityNotices opportunity={opportunity} />
      <Columns ratio={1.5}>
        <div>
          <Flags flags={opportunity.flags} />
          <WhatChanged opportunity={opportunity} />
          <Description opportunity={opportunity} />
          <OpportunityFacts opportunity={opportunity} />
        </div>
        <div>
          {/* Resets the input when the version changes. */}
          <IfMayChange>
            <StaffBox key={opportunity.version} opportunity={opportunity} />
          </IfMayChange>
          <OpportunityHistory opportunity={opportunity} />
        </div>
      </Columns>
    </div>
  );
}

function Description({ opportunity: { title, description, flags } }: { opportunity: Opportunity }) {
  const { t } = useWords('opportunities');
  const labels = t.opportunities.review;
  const [view, setView] = useState('written');
  const titleFlagged = flags.some(({ field }) => field === 'title');
  return (
    <Section
      title={t.shared.description}
      readOnlyActions
      actions={
        <SegmentedControl
          size="xs"
          aria-label={labels.view}
          value={view}
          onChange={setView}
          data={[
            { value: 'written', label: labels.asWritten },
            { value: 'shown', label: labels.asShown },
          ]}
        />
      }
    >
      <div className={classes.text}>
        {titleFlagged && (
          <p className={classes.textTitle}>
            <FlaggedText field="title" text={title} flags={flags} />
          </p>
        )}
        {view === 'shown' ? (
          <MarkdownText text={description} />
        ) : (
          <p className={classes.written}>
            <FlaggedText field="description" text={description} flags={flags} />
          </p>
        )}
      </div>
    </Section>
  );
}

function WhatChanged({ opportunity }: { opportunity: Opportunity }) {
  const { t, locale } = useWords('opportunities');
  const labels = t.opportunities.review;
  const fieldName = useFieldName();
  const settings = useSettings();
  const changeText = useChangeWords(opportunity.pay?.min.currency ?? settings.currency);
  const { changes, approvedAt, approvedBy } = opportunity;
  if (changes.length === 0) return null;
  return (
    <Section
      title={t.shared.changedSinceApproval}
      lead={
        approvedAt &&
        labels.changedLead({ when: formatDateTime(locale, approvedAt), who: approvedBy ?? labels.somebody })
      }
    >
      <Changes
        label={t.shared.changedSinceApproval}
        changes={changes.map(({ field, before, after }) => ({
          field,
          label: fieldName(field),
          before: changeText(field, before),
          after: changeText(field, after),
        }))}
      />
    </Section>
  );
}

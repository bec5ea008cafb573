import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { graphql } from '@upstander/api-client';
import { RecordList } from '../parts/record/record-list';
import { shortNumber } from '../parts/record/sealed-record';
import { InboxIcon, PlusIcon } from '../parts/ui/icons';
import { Badge } from '../parts/ui/status-badge';
import { useWords } from '../words/words';

const applicationsQuery = graphql(`
  query SealedApplications($filter: SealedRecordFilter, $first: Int, $after: String) {
    records: sealedApplications(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          status
          createdAt
          opportunityTitle
          businessName
          language
          takenBy
          takenByMe
          unread
          liveConsent
          needsAttention
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
      totalIsCapped
    }
  }
`);

export function ApplicationList() {
  const { common, applications: labels, advocacy } = useWords('advocacy', 'applications').t;
  return (
    <RecordList
      name="applications"
      document={applicationsQuery}
      icon={<InboxIcon size={26} />}
      attentionText={{ title: common.caughtUp, text: labels.noneAttentionText }}
      buttons={
        <Button component={Link} to="/applications/new" variant="default" leftSection={<PlusIcon />}>
          {labels.forPerson}
        </Button>
      }
      header={labels.application}
      title={({ opportunityTitle }) => opportunityTitle}
      secondary={({ id, businessName }) => [businessName, advocacy.list.number({ short: shortNumber(id) })]}
      columns={[
        {
          key: 'status',
          header: common.status,
          mobile: 'corner',
          badge: 'recordStatus',
          secondary: ({ liveConsent, needsAttention, status }) => [
            needsAttention && <Badge tone="bad">{advocacy.list.views.attention}</Badge>,
            liveConsent && status !== 'INTRODUCED' && <Badge tone="good">{labels.consentLive}</Badge>,
          ],
        },
      ]}
    />
  );
}

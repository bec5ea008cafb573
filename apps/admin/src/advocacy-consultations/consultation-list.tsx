import { graphql } from '@upstander/api-client';
import { RecordList } from '../parts/record/record-list';
import { shortNumber } from '../parts/record/sealed-record';
import { TalkIcon } from '../parts/ui/icons';
import { useWords } from '../words/words';

const consultationsQuery = graphql(`
  query SealedConsultations($filter: SealedRecordFilter, $first: Int, $after: String) {
    records: sealedConsultations(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          id
          status
          createdAt
          language
          interpreter
          takenBy
          takenByMe
          unread
          appointmentAt
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

export function ConsultationList() {
  const { common, consultations: labels, advocacy } = useWords('advocacy', 'consultations').t;
  return (
    <RecordList
      name="consultations"
      document={consultationsQuery}
      icon={<TalkIcon size={26} />}
      header={labels.consultation}
      title={({ id }) => advocacy.list.number({ short: shortNumber(id) })}
      secondary={({ interpreter }) => [interpreter && labels.interpreterWanted]}
      columns={[
        { key: 'appointmentAt', header: labels.appointment },
        { key: 'status', header: common.status, badge: 'recordStatus', mobile: 'corner' },
      ]}
    />
  );
}

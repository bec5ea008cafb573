import { useState } from 'react';
import { ListPage } from '../parts/lists/list-page';
import { Dialog } from '../parts/ui/dialog';
import { ScaleIcon } from '../parts/ui/icons';
import { Badge } from '../parts/ui/status-badge';
import { RowButton } from '../parts/ui/row-button';
import { useWords } from '../words/words';
import { ArticlesToReview } from './articles-to-review';
import { timeLimitsQuery, type TimeLimitRow } from './queries';
import { TimeLimitForm } from './time-limit-form';

export function LegalPage() {
  const { t, labels, words, locale } = useWords('legal');
  const [limitToReview, setLimitToReview] = useState<TimeLimitRow | null>(null);
  const close = () => setLimitToReview(null);
  return (
    <ListPage
      name="time-limits"
      labels={{ ...labels, list: labels.limits }}
      header={<ArticlesToReview />}
      document={timeLimitsQuery}
      variables={{}}
      path="timeLimits"
      emptyState={{ title: labels.noneTitle, text: labels.noneText, icon: <ScaleIcon size={26} /> }}
      columns={[
        {
          key: 'rule',
          header: labels.limit,
          render: (limit) => words.enums.legalRemedy[limit.remedy],
          secondary: (limit) => (locale === 'es' ? limit.ruleEs : limit.rule),
        },
        { key: 'place', header: labels.place, render: ({ jurisdiction }) => words.enums.jurisdiction[jurisdiction] },
        { key: 'state', header: labels.state, mobile: 'corner', render: (limit) => <State limit={limit} /> },
        { key: 'reviewedOn', header: labels.reviewedOn },
        { key: 'reviewBy', header: labels.reviewBy },
        {
          key: 'source',
          header: t.shared.source,
          render: ({ sourceTitle, sourceYear, sourceUrl }) => (
            <a href={sourceUrl} rel="noreferrer" target="_blank">
              {sourceTitle}, {sourceYear}
            </a>
          ),
        },
      ]}
      rowActions={(limit) => (
        <RowButton
          label={labels.record}
          about={`${words.enums.jurisdiction[limit.jurisdiction]}, ${words.enums.legalRemedy[limit.remedy]}`}
          onClick={() => setLimitToReview(limit)}
        />
      )}
    >
      <Dialog opened={limitToReview !== null} onClose={close} title={labels.recordTitle} size="lg">
        {limitToReview && <TimeLimitForm limit={limitToReview} onDone={close} />}
      </Dialog>
    </ListPage>
  );
}

function State({ limit: { reviewedOn, stale } }: { limit: TimeLimitRow }) {
  const { labels } = useWords('legal');
  if (reviewedOn === null) return <Badge tone="bad">{labels.notReviewed}</Badge>;
  return <Badge tone={stale ? 'bad' : 'good'}>{stale ? labels.due : labels.reviewed}</Badge>;
}

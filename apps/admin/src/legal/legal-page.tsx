import { Button } from '@mantine/core';
import { useState } from 'react';
import { ListPage } from '../parts/lists/list-page';
import { useSearchState } from '../parts/lists/list-state';
import { Dialog } from '../parts/ui/dialog';
import { ScaleIcon } from '../parts/ui/icons';
import { Badge } from '../parts/ui/status-badge';
import { useWords } from '../words/words';
import { ArticlesToReview } from './articles-to-review';
import { timeLimitsQuery, type TimeLimitRow } from './queries';
import { TimeLimitForm } from './time-limit-form';

/** Legal content of the site, with the parts that need a lawyer's review. */
export function LegalPage() {
  const { t, words, locale } = useWords('legal');
  const say = t.legal;
  const state = useSearchState();
  const [reviewing, setReviewing] = useState<TimeLimitRow | null>(null);
  const close = () => setReviewing(null);
  return (
    <ListPage
      name="time-limits"
      title={say.title}
      lead={say.lead}
      above={<ArticlesToReview />}
      document={timeLimitsQuery}
      state={state}
      variables={{}}
      of="timeLimits"
      label={say.limits}
      what={say.what}
      none={{ title: say.noneTitle, text: say.noneText, icon: <ScaleIcon size={26} /> }}
      columns={[
        {
          key: 'rule',
          header: say.limit,
          cell: (limit) => words.enums.legalRemedy[limit.remedy],
          under: (limit) => (locale === 'es' ? limit.ruleEs : limit.rule),
        },
        { key: 'place', header: say.place, cell: ({ jurisdiction }) => words.enums.jurisdiction[jurisdiction] },
        { key: 'state', header: say.state, onCard: 'corner', cell: (limit) => <State limit={limit} /> },
        { key: 'reviewedOn', header: say.reviewedOn },
        { key: 'reviewBy', header: say.reviewBy },
        {
          key: 'source',
          header: say.source,
          cell: ({ sourceTitle, sourceYear, sourceUrl }) => (
            <a href={sourceUrl} rel="noreferrer" target="_blank">
              {sourceTitle}, {sourceYear}
            </a>
          ),
        },
      ]}
      rowActions={(limit) => (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`${say.record}: ${words.enums.jurisdiction[limit.jurisdiction]}, ${words.enums.legalRemedy[limit.remedy]}`}
          onClick={() => setReviewing(limit)}
        >
          {say.record}
        </Button>
      )}
    >
      <Dialog opened={reviewing !== null} onClose={close} title={say.recordTitle} size="lg">
        {reviewing && <TimeLimitForm limit={reviewing} onDone={close} />}
      </Dialog>
    </ListPage>
  );
}

function State({ limit: { reviewedOn, stale } }: { limit: TimeLimitRow }) {
  const say = useWords('legal').t.legal;
  if (reviewedOn === null) return <Badge tone="bad">{say.notReviewed}</Badge>;
  return <Badge tone={stale ? 'bad' : 'good'}>{stale ? say.due : say.reviewed}</Badge>;
}

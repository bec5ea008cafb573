import { Button, Text, Title } from '@mantine/core';
import { useRead } from '../api/use-api';
import { Failure } from '../parts/ui/failure';
import { useSearchState } from '../parts/lists/list-state';
import { useWords } from '../words/words';
import classes from './event-feedback.module.css';
import { eventFeedbackQuery } from './queries';

/** Anonymous feedback from attendees. The feedback form promises that names are not shown. */
export function EventFeedback({ eventId }: { eventId: string }) {
  const { t, locale } = useWords('events');
  const state = useSearchState();
  const afterCursor = state.get('answers');
  const { data, error, refetch } = useRead(eventFeedbackQuery, { eventId, first: 20, after: afterCursor || null });
  const { feedback } = t.events;
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return null;
  const { average, minimumAnswers, totalCount, ratings, edges, pageInfo } = data.eventFeedback;
  const names = feedback.ratings;
  const nameOf: Record<number, string> = { 5: names.five, 4: names.four, 3: names.three, 2: names.two, 1: names.one };
  return (
    <section aria-labelledby="feedback" className={classes.feedback}>
      <Title order={2} id="feedback" mb="xs">
        {feedback.title}
      </Title>
      {totalCount === 0 ? (
        <Text c="dimmed">{feedback.none}</Text>
      ) : (
        <>
          {average === null ? (
            <Text>{feedback.few({ count: totalCount, fewest: minimumAnswers })}</Text>
          ) : (
            <Text>
              <strong>
                {feedback.average({ average: average.toLocaleString(locale, { maximumFractionDigits: 1 }) })}
              </strong>{' '}
              {feedback.count({ count: totalCount })}
            </Text>
          )}
          {ratings && (
            <Text size="sm" c="dimmed">
              {ratings.map(({ rating, count }) => `${nameOf[rating] ?? rating}: ${count}`).join(' · ')}
            </Text>
          )}
          <ul className={classes.answers}>
            {edges.map(
              ({ node, cursor }) =>
                node.comment !== null && (
                  <li key={cursor}>
                    {node.rating !== null && <span className={classes.rating}>{nameOf[node.rating]}</span>}
                    <span className={classes.comment}>{node.comment}</span>
                  </li>
                ),
            )}
          </ul>
          {pageInfo.hasNextPage && (
            <Button
              variant="default"
              size="compact-sm"
              onClick={() => state.set({ answers: pageInfo.endCursor ?? '' })}
            >
              {feedback.more}
            </Button>
          )}
          <Text size="sm" c="dimmed">
            {feedback.noNames}
          </Text>
        </>
      )}
    </section>
  );
}

import { Title } from '@mantine/core';
import { Link } from 'react-router';
import { useWords } from '../words/words';
import classes from './home.module.css';
import type { ChapterTasks } from './queries';

export function Feedback({ feedback }: Pick<ChapterTasks, 'feedback'>) {
  const { t, locale } = useWords('home');
  if (feedback.length === 0) return null;
  return (
    <section aria-labelledby="feedback">
      <Title order={2} id="feedback" mb="sm">
        {t.home.feedback}
      </Title>
      <ul className={classes.quietLines}>
        {feedback.map(({ event, count, average }) => (
          <li key={event.id}>
            <Link to={`/events/${event.id}`}>
              {average === null
                ? t.home.feedbackFew({ title: event.title, count })
                : t.home.feedbackAt({ title: event.title, count, average: average.toLocaleString(locale) })}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Empty } from '../parts/ui/empty';
import { Failure } from '../parts/ui/failure';
import { CheckIcon, KeyboardIcon } from '../parts/ui/icons';
import { keysHelp } from '../parts/ui/keys-help';
import { Loading } from '../parts/ui/loading';
import { PageHeader } from '../parts/ui/page-header';
import { relativeTime } from '../parts/ui/dates';
import { useWords } from '../words/words';
import classes from './inbox.module.css';
import { oldestOf, type Queue } from './queue';
import { QueueItems } from './queue-items';
import { useQueues } from './use-queues';

/** `?queue=` selects a queue; by default, the first that isn't empty. */
export function Inbox() {
  const { labels } = useWords('inbox');
  const [params] = useSearchParams();
  const queues = useQueues();
  const isLoading = queues.some((queue) => queue.isLoading);
  const first = isLoading ? undefined : queues.find(({ count }) => count > 0);
  const selected = queues.find(({ name }) => name === params.get('queue')) ?? first;
  const next = queues.find((queue) => queue !== selected && queue.count > 0);
  return (
    <div data-wide>
      <PageHeader title={labels.title} lead={labels.lead}>
        <Button variant="default" visibleFrom="sm" leftSection={<KeyboardIcon />} onClick={() => keysHelp.open()}>
          {labels.shortcuts}
        </Button>
      </PageHeader>
      {isLoading && !selected && <Loading noun={labels.what} lines={6} />}
      {!isLoading && !selected && (
        <Empty title={labels.allDone} text={labels.allDoneText} icon={<CheckIcon size={26} />} />
      )}
      {selected && (
        <div className={classes.inbox}>
          <QueueList queues={queues} selected={selected} />
          <section aria-labelledby="queue" className={classes.items}>
            <div className={classes.top}>
              <h2 id="queue">{labels.queues[selected.name]}</h2>
              <Link to={selected.list}>{labels.openList}</Link>
            </div>
            {selected.isLoading && <Loading noun={labels.what} lines={4} />}
            {selected.error && <Failure error={selected.error} retry={selected.retry} />}
            {!selected.isLoading && !selected.error && selected.items.length === 0 && (
              <Empty
                title={labels.queueDone}
                text={next ? labels.queueDoneText : labels.allDoneText}
                icon={<CheckIcon size={26} />}
              >
                {next && (
                  <Button component={Link} to={`/inbox?queue=${next.name}`}>
                    {labels.nextQueue({ queue: labels.queues[next.name], count: next.count })}
                  </Button>
                )}
              </Empty>
            )}
            <QueueItems key={selected.name} queue={selected} />
          </section>
        </div>
      )}
    </div>
  );
}

function QueueList({ queues, selected }: { queues: readonly Queue[]; selected: Queue }) {
  const { labels, locale } = useWords('inbox');
  const nav = useRef<HTMLElement>(null);
  const counts = queues.map(({ count }) => count).join();
  // On a phone the queues are in one row, so the selected one is scrolled into view.
  useEffect(() => {
    const link = nav.current?.querySelector<HTMLElement>('[aria-current="page"]');
    if (nav.current && link) nav.current.scrollLeft = link.offsetLeft - 16;
  }, [selected.name, counts]);
  return (
    <nav aria-label={labels.queueList} className={classes.queues} ref={nav}>
      <ul>
        {queues.map((queue) => {
          const oldest = oldestOf(queue);
          return (
            <li key={queue.name} data-empty={(queue.count === 0 && queue !== selected) || undefined}>
              <Link
                to={`/inbox?queue=${queue.name}`}
                className={classes.queue}
                aria-current={queue === selected ? 'page' : undefined}
              >
                <span className={classes.queueName}>{labels.queues[queue.name]}</span>
                <span className={classes.count}>
                  {queue.count.toLocaleString(locale)}
                  {queue.isCapped && '+'}
                </span>
                {oldest && (
                  <span className={classes.oldest}>{labels.oldest({ when: relativeTime(locale, oldest) })}</span>
                )}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

import { Alert, Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useRead } from '../api/use-api';
import { Changes } from '../parts/ui/changes';
import { Facts } from '../parts/ui/facts';
import { Failure } from '../parts/ui/failure';
import { Loading } from '../parts/ui/loading';
import { PageHeader } from '../parts/ui/page-header';
import { Section } from '../parts/ui/section';
import { StatusBadge } from '../parts/ui/status-badge';
import { Timeline } from '../parts/ui/timeline';
import { calendarDay, formatDateTime } from '../parts/ui/when';
import { useWords } from '../words/words';
import { ArticleActions } from './article-actions';
import { ArticleApproval } from './article-approval';
import { ArticlePreview } from './article-preview';
import classes from './articles.module.css';
import { articleQuery, type Article, type Version } from './queries';
import { useVersionChanges } from './version-changes';

/** An article with what was ever written of it: what would change on the site, and who says so. */
export function ArticleShow() {
  const { t } = useWords('articles');
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead(articleQuery, { id });
  const article = data?.manageArticle;
  if (!article || article.id !== id) {
    return error ? (
      <Failure error={error} retry={() => void refetch()} />
    ) : (
      <Loading what={t.articles.oneWhat} lines={6} />
    );
  }
  return <Whole key={article.version} article={article} />;
}

function Whole({ article }: { article: Article }) {
  const { t } = useWords('articles');
  const say = t.articles;
  const latest = article.versions[0];
  if (!latest) return null;
  return (
    <div>
      <PageHeader
        title={article.title || say.untitled}
        lead={say.address({ slug: article.slug })}
        back={{ to: '/articles', label: say.title }}
        badge={<StatusBadge kind="articleStatus" status={article.status} />}
      >
        <Button component={Link} to={`/articles/${article.id}/edit`} variant="default">
          {say.edit}
        </Button>
        <ArticleActions article={article} />
      </PageHeader>
      {article.reviewDue && (
        <Alert color="amber" mb="md" title={say.due}>
          {say.dueText}
        </Alert>
      )}
      {article.withdrawnReason && (
        <Alert color="clay" mb="md" title={say.withdrawnTitle}>
          {article.withdrawnReason}
        </Alert>
      )}
      {article.withdrawalRequestedAt && (
        <Alert color="amber" mb="md" title={say.withdrawalTitle({ who: article.withdrawalRequester ?? say.somebody })}>
          {article.withdrawalReason}
        </Alert>
      )}
      {latest.status === 'DRAFT' && latest.reason && (
        <Alert color="amber" mb="md" title={say.returnedTitle({ who: latest.decider ?? say.somebody })}>
          {latest.reason}
        </Alert>
      )}
      <LatestFacts article={article} latest={latest} />
      <Compare versions={article.versions} published={article.publishedVersion} />
      <Read version={latest} />
      {article.waitsForMe && <ArticleApproval article={article} latest={latest} />}
      <Versions versions={article.versions} />
    </div>
  );
}

function LatestFacts({ article, latest }: { article: Article; latest: Version }) {
  const { t, words, locale } = useWords('articles');
  const say = t.articles;
  return (
    <Section title={say.latest({ number: latest.number })}>
      <Facts
        facts={[
          { label: say.status, value: <StatusBadge kind="articleVersionStatus" status={latest.status} /> },
          { label: say.audience, value: words.enums.audience[latest.audience] },
          { label: say.spanish, value: <StatusBadge kind="articleLanguage" status={article.language} /> },
          { label: say.publishAt, value: latest.publishAt && formatDateTime(locale, latest.publishAt) },
          { label: say.reviewedOn, value: article.status !== 'DRAFT' && calendarDay(locale, article.reviewedOn) },
          { label: say.form.reviewedBy, value: latest.reviewedBy },
          { label: say.reviewBy, value: calendarDay(locale, latest.reviewBy) },
          {
            label: say.form.sources,
            value: latest.sources.map(({ publisher, year }) => `${publisher}, ${year}`).join('; '),
          },
        ]}
      />
    </Section>
  );
}

/** The latest version in both languages, side by side, as visitors will read it. */
function Read({ version }: { version: Version }) {
  const { t } = useWords('articles');
  const { read, form } = t.articles;
  return (
    <Section title={read}>
      <div className={classes.languages}>
        {(['en', 'es'] as const).map((locale) => (
          <section key={locale} className={classes.language} aria-label={form.languages[locale]}>
            <strong>{form.languages[locale]}</strong>
            <div lang={locale}>
              <ArticlePreview words={version[locale]} />
            </div>
          </section>
        ))}
      </div>
    </Section>
  );
}

/** Two versions, field by field and word by word: what stands on the site and the latest, unless others are chosen. */
function Compare({ versions, published }: { versions: readonly Version[]; published: number | null }) {
  const { t } = useWords('articles');
  const say = t.articles;
  const latest = versions[0]?.number ?? 0;
  // Whoever approves reads what is new; what is on the site alone has nothing before it that matters.
  const begin = published !== latest ? (published ?? 0) : Math.max(latest - 1, 1);
  const [from, setFrom] = useState(begin);
  const [to, setTo] = useState(latest);
  const named = (number: number) => versions.find((one) => one.number === number);
  const changes = useVersionChanges(named(from), named(to));
  const data = versions.map(({ number }) => ({ value: String(number), label: say.versionName({ number }) }));
  return (
    <Section title={say.compare}>
      <div className={classes.compare}>
        <NativeSelect
          label={say.compareFrom}
          value={String(from)}
          onChange={(event) => setFrom(Number(event.currentTarget.value))}
          data={[{ value: '0', label: say.nothingBefore }, ...data]}
        />
        <NativeSelect
          label={say.compareTo}
          value={String(to)}
          onChange={(event) => setTo(Number(event.currentTarget.value))}
          data={data}
        />
      </div>
      {changes.length === 0 ? <p>{say.noChanges}</p> : <Changes label={say.compare} changes={changes} />}
    </Section>
  );
}

function Versions({ versions }: { versions: readonly Version[] }) {
  const { t, words, locale } = useWords('articles');
  const say = t.articles;
  return (
    <Section title={say.versions}>
      <Timeline
        label={say.versions}
        entries={versions.map(({ number, status, writer, writtenAt, decider, decidedAt }) => ({
          key: String(number),
          title: `${say.versionName({ number })}: ${words.enums.articleVersionStatus[status]}`,
          when: say.writtenBy({ who: writer ?? say.release, when: formatDateTime(locale, writtenAt) }),
          text: decidedAt && say.decidedBy({ who: decider ?? say.somebody, when: formatDateTime(locale, decidedAt) }),
          tone: status === 'PUBLISHED' ? 'good' : status === 'SUPERSEDED' ? 'calm' : 'warn',
        }))}
      />
    </Section>
  );
}

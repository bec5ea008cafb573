import { Alert, Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useRead } from '../api/use-api';
import { PagePhoto } from '../parts/photos/page-photo';
import { Changes } from '../parts/ui/changes';
import { Facts } from '../parts/ui/facts';
import { Pending } from '../parts/ui/pending';
import { IfMayChange } from '../parts/ui/page-access';
import { PageHeader } from '../parts/ui/page-header';
import { Section } from '../parts/ui/section';
import { StatusBadge } from '../parts/ui/status-badge';
import { Timeline } from '../parts/ui/timeline';
import { calendarDay, formatDateTime } from '../parts/ui/dates';
import { useWords } from '../words/words';
import { ArticleActions } from './article-actions';
import { ArticleApproval } from './article-approval';
import { ArticlePreview } from './article-preview';
import classes from './articles.module.css';
import { articleQuery, type Article, type Version } from './queries';
import { useVersionChanges } from './version-changes';

export function ArticleShow() {
  const { t } = useWords('articles');
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead(articleQuery, { id });
  const article = data?.manageArticle;
  if (!article || article.id !== id)
    return <Pending error={error} retry={refetch} noun={t.articles.oneWhat} lines={6} />;
  return <ArticleDetails key={article.version} article={article} />;
}

function ArticleDetails({ article }: { article: Article }) {
  const { t, labels } = useWords('articles');
  const latest = article.versions[0];
  if (!latest) return null;
  return (
    <div>
      <PageHeader
        title={article.title || labels.untitled}
        lead={labels.address({ slug: article.slug })}
        back={{ to: '/articles', label: labels.title }}
        badge={<StatusBadge kind="articleStatus" status={article.status} />}
      >
        <Button component={Link} to={`/articles/${article.id}/edit`} variant="default">
          {t.common.edit}
        </Button>
        <ArticleActions article={article} />
      </PageHeader>
      {article.reviewDue && (
        <Alert color="amber" mb="md" title={labels.due}>
          {labels.dueText}
        </Alert>
      )}
      {article.withdrawnReason && (
        <Alert color="clay" mb="md" title={labels.withdrawnTitle}>
          {article.withdrawnReason}
        </Alert>
      )}
      {article.withdrawalRequestedAt && (
        <Alert
          color="amber"
          mb="md"
          title={labels.withdrawalTitle({ who: article.withdrawalRequester ?? labels.somebody })}
        >
          {article.withdrawalReason}
        </Alert>
      )}
      {latest.status === 'DRAFT' && latest.reason && (
        <Alert color="amber" mb="md" title={labels.returnedTitle({ who: latest.decider ?? labels.somebody })}>
          {latest.reason}
        </Alert>
      )}
      <LatestFacts article={article} latest={latest} />
      <VersionComparison versions={article.versions} published={article.publishedVersion} />
      <VersionText version={latest} />
      <PagePhoto page={`/learn/${article.slug}`} />
      {article.awaitsMyApproval && (
        <IfMayChange>
          <ArticleApproval article={article} latest={latest} />
        </IfMayChange>
      )}
      <Versions versions={article.versions} />
    </div>
  );
}

function LatestFacts({ article, latest }: { article: Article; latest: Version }) {
  const { t, labels, words, locale } = useWords('articles');
  return (
    <Section title={labels.latest({ number: latest.number })}>
      <Facts
        facts={[
          { label: t.common.status, value: <StatusBadge kind="articleVersionStatus" status={latest.status} /> },
          { label: labels.audience, value: words.enums.audience[latest.audience] },
          { label: t.common.spanish, value: <StatusBadge kind="articleLanguage" status={article.language} /> },
          { label: labels.publishAt, value: latest.publishAt && formatDateTime(locale, latest.publishAt) },
          { label: labels.reviewedOn, value: article.status !== 'DRAFT' && calendarDay(locale, article.reviewedOn) },
          { label: labels.form.reviewedBy, value: latest.reviewedBy },
          { label: labels.reviewBy, value: calendarDay(locale, latest.reviewBy) },
          {
            label: labels.form.sources,
            value: latest.sources.map(({ publisher, year }) => `${publisher}, ${year}`).join('; '),
          },
        ]}
      />
    </Section>
  );
}

function VersionText({ version }: { version: Version }) {
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

/** Defaults to the published and the latest version. */
function VersionComparison({ versions, published }: { versions: readonly Version[]; published: number | null }) {
  const { t, labels } = useWords('articles');
  const latest = versions[0]?.number ?? 0;
  // Approvers need the changes since publication. If the latest version is published, compare it with the one before.
  const initialFrom = published !== latest ? (published ?? 0) : Math.max(latest - 1, 1);
  const [from, setFrom] = useState(initialFrom);
  const [to, setTo] = useState(latest);
  const versionByNumber = (number: number) => versions.find((version) => version.number === number);
  const changes = useVersionChanges(versionByNumber(from), versionByNumber(to));
  const data = versions.map(({ number }) => ({ value: String(number), label: t.articles.latest({ number }) }));
  return (
    <Section title={labels.compare}>
      <div className={classes.compare}>
        <NativeSelect
          label={labels.compareFrom}
          value={String(from)}
          onChange={(event) => setFrom(Number(event.currentTarget.value))}
          data={[{ value: '0', label: labels.nothingBefore }, ...data]}
        />
        <NativeSelect
          label={labels.compareTo}
          value={String(to)}
          onChange={(event) => setTo(Number(event.currentTarget.value))}
          data={data}
        />
      </div>
      {changes.length === 0 ? <p>{labels.noChanges}</p> : <Changes label={labels.compare} changes={changes} />}
    </Section>
  );
}

function Versions({ versions }: { versions: readonly Version[] }) {
  const { t, labels, words, locale } = useWords('articles');
  return (
    <Section title={labels.versions}>
      <Timeline
        label={labels.versions}
        entries={versions.map(({ number, status, writer, writtenAt, decider, decidedAt }) => ({
          key: String(number),
          title: `${t.articles.latest({ number })}: ${words.enums.articleVersionStatus[status]}`,
          when: labels.writtenBy({ who: writer ?? labels.release, when: formatDateTime(locale, writtenAt) }),
          text:
            decidedAt && labels.decidedBy({ who: decider ?? labels.somebody, when: formatDateTime(locale, decidedAt) }),
          tone: status === 'PUBLISHED' ? 'good' : status === 'SUPERSEDED' ? 'calm' : 'warn',
        }))}
      />
    </Section>
  );
}

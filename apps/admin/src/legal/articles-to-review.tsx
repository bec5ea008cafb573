import { Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useRead } from '../api/use-api';
import { ConfirmChange } from '../parts/ui/confirm';
import { Pending } from '../parts/ui/pending';
import { IfMayChange } from '../parts/ui/page-access';
import { Section } from '../parts/ui/section';
import { RowButton } from '../parts/ui/row-button';
import { useWords } from '../words/words';
import { articlesToReviewQuery, reviewArticleMutation, type ArticleRow } from './queries';

/** Legal articles with a current version that no lawyer has reviewed. */
export function ArticlesToReview() {
  const { t, labels, locale } = useWords('legal');
  const titleOf = ({ title, titleEs }: ArticleRow) => (locale === 'es' && titleEs) || title;
  const [articleToReview, setArticleToReview] = useState<ArticleRow | null>(null);
  const { data, error, refetch } = useRead(articlesToReviewQuery, {});
  return (
    <Section title={labels.articles}>
      {!data && <Pending error={error} retry={refetch} noun={labels.articles} lines={2} />}
      {data?.articlesToReview.length === 0 && <Text>{labels.articlesNone}</Text>}
      {data?.articlesToReview.map((article) => (
        <Group key={article.id} justify="space-between" py="xs">
          <a href={`/learn/${article.slug}`} target="_blank" rel="noreferrer">
            {titleOf(article)}
          </a>
          <IfMayChange>
            <RowButton label={labels.record} about={titleOf(article)} onClick={() => setArticleToReview(article)} />
          </IfMayChange>
        </Group>
      ))}
      <ConfirmChange
        opened={articleToReview !== null}
        onClose={() => setArticleToReview(null)}
        title={labels.recordTitle}
        text={labels.recordArticle({ title: articleToReview ? titleOf(articleToReview) : '' })}
        reason={{ label: labels.reviewedBy, required: true, maxLength: 100 }}
        submitLabel={labels.record}
        tone="good"
        mutation={reviewArticleMutation}
        variables={(reviewedBy) => ({ id: articleToReview?.id ?? '', reviewedBy })}
        successMessage={t.shared.recorded}
      />
    </Section>
  );
}

import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useRead } from '../api/use-api';
import { ConfirmChange } from '../parts/ui/confirm';
import { Failure } from '../parts/ui/failure';
import { Loading } from '../parts/ui/loading';
import { Section } from '../parts/ui/section';
import { useWords } from '../words/words';
import { articlesToReviewQuery, reviewArticleMutation, type ArticleRow } from './queries';

/** The pages about the law that no lawyer has reviewed in their present wording. */
export function ArticlesToReview() {
  const { t, locale } = useWords('legal');
  const say = t.legal;
  const titleOf = ({ title, titleEs }: ArticleRow) => (locale === 'es' && titleEs) || title;
  const [reviewing, setReviewing] = useState<ArticleRow | null>(null);
  const { data, error, refetch } = useRead(articlesToReviewQuery, {});
  return (
    <Section title={say.articles}>
      {error && !data && <Failure error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading what={say.articles} lines={2} />}
      {data?.articlesToReview.length === 0 && <Text>{say.articlesNone}</Text>}
      {data?.articlesToReview.map((article) => (
        <Group key={article.id} justify="space-between" py="xs">
          <a href={`/learn/${article.slug}`} target="_blank" rel="noreferrer">
            {titleOf(article)}
          </a>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`${say.record}: ${titleOf(article)}`}
            onClick={() => setReviewing(article)}
          >
            {say.record}
          </Button>
        </Group>
      ))}
      <ConfirmChange
        opened={reviewing !== null}
        onClose={() => setReviewing(null)}
        title={say.recordTitle}
        text={say.recordArticle({ title: reviewing ? titleOf(reviewing) : '' })}
        reason={{ label: say.reviewedBy, required: true, most: 100 }}
        submit={say.record}
        working={say.saving}
        tone="good"
        mutation={reviewArticleMutation}
        variables={(reviewedBy) => ({ id: reviewing?.id ?? '', reviewedBy })}
        done={say.saved}
      />
    </Section>
  );
}

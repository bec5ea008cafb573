import { useParams } from 'react-router';
import { useRead } from '../api/use-api';
import { draftKey } from '../parts/forms/draft-store';
import { Failure } from '../parts/ui/failure';
import { Loading } from '../parts/ui/loading';
import { PageHeader } from '../parts/ui/page-header';
import { StatusBadge } from '../parts/ui/status-badge';
import { useMe } from '../session/use-me';
import { useWords } from '../words/words';
import { ArticleForm } from './article-form';
import { articleDraft, articleOf, valuesOf } from './form-values';
import { articleQuery } from './queries';

export function ArticleEdit() {
  const { t } = useWords('articles');
  const me = useMe();
  const { id = '' } = useParams();
  const { data, error, refetch, isPending } = useRead(articleQuery, { id });
  const article = data?.manageArticle;
  const latest = articleOf(article);
  return (
    <div data-wide>
      <PageHeader
        title={article?.title || t.articles.editTitle}
        lead={t.articles.editLead}
        back={{ to: `/articles/${id}`, label: t.articles.back }}
        badge={article && <StatusBadge kind="articleStatus" status={article.status} />}
      />
      {error && <Failure error={error} retry={() => void refetch()} />}
      {isPending && <Loading noun={t.articles.oneWhat} lines={6} />}
      {article && latest && (
        <ArticleForm initial={valuesOf(latest)} draftKey={draftKey(articleDraft, me.id, id)} article={article} />
      )}
    </div>
  );
}

import { draftKey } from '../parts/forms/draft-store';
import { PageHeader } from '../parts/ui/page-header';
import { useToday } from '../session/settings';
import { useMe } from '../session/use-me';
import { useWords } from '../words/words';
import { ArticleForm } from './article-form';
import { articleDraft, emptyValues } from './form-values';

export function ArticleCreate() {
  const { t } = useWords('articles');
  const me = useMe();
  return (
    <div data-wide>
      <PageHeader
        title={t.articles.add}
        lead={t.articles.newLead}
        back={{ to: '/articles', label: t.articles.title }}
      />
      <ArticleForm initial={emptyValues(useToday())} draftKey={draftKey(articleDraft, me.id)} />
    </div>
  );
}

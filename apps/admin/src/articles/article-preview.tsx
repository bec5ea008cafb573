import { useDebouncedValue } from '@mantine/hooks';
import { useRead } from '../api/use-api';
import { Failure } from '../parts/ui/failure';
import { Loading } from '../parts/ui/loading';
import { useWords } from '../words/words';
import classes from './articles.module.css';
import { previewQuery, type Version } from './queries';

/** The API renders it with the code of the public site. */
export function ArticlePreview({ words }: { words: Version['en'] }) {
  const { t } = useWords('articles');
  const [body] = useDebouncedValue(words.body, 400);
  const { data, error, refetch } = useRead(previewQuery, { body });
  return (
    <div className={classes.preview}>
      <h3>{words.title}</h3>
      <p>{words.summary}</p>
      <p className={classes.note}>{words.note}</p>
      {error && <Failure error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading noun={t.articles.form.previewWhat} lines={4} />}
      {data && <div dangerouslySetInnerHTML={{ __html: data.articlePreview }} />}
    </div>
  );
}

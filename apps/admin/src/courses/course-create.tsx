import { useRead } from '../api/use-api';
import { draftKey } from '../parts/forms/draft-store';
import { Pending } from '../parts/ui/pending';
import { PageHeader } from '../parts/ui/page-header';
import { useMe } from '../session/use-me';
import { useWords } from '../words/words';
import { CourseForm } from './course-form';
import { courseDraft, emptyValues } from './course-values';
import { choicesQuery } from './queries';

export function CourseCreate() {
  const { t } = useWords('courses');
  const me = useMe();
  const { data, error, refetch } = useRead(choicesQuery, {});
  return (
    <div data-wide>
      <PageHeader title={t.courses.add} back={{ to: '/courses', label: t.courses.title }} />
      {!data && <Pending error={error} retry={refetch} noun={t.courses.oneWhat} lines={6} />}
      {data && <CourseForm initial={emptyValues()} draftKey={draftKey(courseDraft, me.id)} choices={data} />}
    </div>
  );
}

import { Alert, Button } from '@mantine/core';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useRead } from '../api/use-api';
import { draftKey } from '../parts/forms/draft-store';
import { ConfirmChange } from '../parts/ui/confirm';
import { Failure } from '../parts/ui/failure';
import { Loading } from '../parts/ui/loading';
import { PageHeader } from '../parts/ui/page-header';
import { StatusBadge } from '../parts/ui/status-badge';
import { hasCustomArea, mayModerate, useMe } from '../session/use-me';
import { useWords } from '../words/words';
import { CourseForm } from './course-form';
import { courseDraft, valuesOf } from './course-values';
import { choicesQuery, courseQuery, publishCourseMutation, type Course } from './queries';

export function CourseEdit() {
  const { labels } = useWords('courses');
  const me = useMe();
  const { id = '' } = useParams();
  const mayEdit = mayModerate(me) || hasCustomArea(me, 'COURSES', ['MODERATOR'], 'manage');
  const courseRead = useRead(courseQuery, { id });
  const choices = useRead(choicesQuery, {}, { enabled: mayEdit });
  const course = courseRead.data?.manageCourse;
  const failedRead = [courseRead, choices].find(({ data, error }) => error && !data);
  if (failedRead) return <Failure error={failedRead.error} retry={() => void failedRead.refetch()} />;
  if (!course || course.id !== id || (mayEdit && !choices.data)) return <Loading noun={labels.oneWhat} lines={6} />;
  return (
    <div data-wide>
      <PageHeader
        title={course.en.title}
        lead={labels.finishedTimes({ count: course.completions })}
        back={{ to: '/courses', label: labels.title }}
        badge={<StatusBadge kind="courseStatus" status={course.status} />}
      >
        {mayEdit && <Publish course={course} />}
      </PageHeader>
      {course.status === 'PUBLISHED' && course.lessons.some(({ onSite }) => !onSite) && (
        <Alert color="amber" mb="md" title={labels.broken}>
          {labels.brokenText}
        </Alert>
      )}
      {choices.data ? (
        <CourseForm
          key={course.edition}
          initial={valuesOf(course)}
          draftKey={draftKey(courseDraft, me.id, id)}
          choices={choices.data}
          course={course}
        />
      ) : (
        <p>{labels.onlyRead}</p>
      )}
    </div>
  );
}

function Publish({ course: { id, status } }: { course: Course }) {
  const { t } = useWords('courses');
  const [isConfirming, setIsConfirming] = useState(false);
  const published = status !== 'PUBLISHED';
  const labels = published ? t.courses.publish : t.courses.withdraw;
  return (
    <>
      <Button variant={published ? 'filled' : 'default'} onClick={() => setIsConfirming(true)}>
        {t.shared.publish}
      </Button>
      <ConfirmChange
        opened={isConfirming}
        onClose={() => setIsConfirming(false)}
        title={labels.title}
        text={labels.text}
        submitLabel={t.shared.publish}
        pendingLabel={t.courses.working}
        successMessage={labels.done}
        tone={published ? 'good' : 'warn'}
        mutation={publishCourseMutation}
        variables={() => ({ id, published })}
      />
    </>
  );
}

import { Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { request } from '../api/ask';
import { queryClient } from '../api/query-client';
import { useTypeOptions } from '../credentials/type-options';
import { FormField } from '../parts/forms/form-field';
import { FormPage } from '../parts/forms/form-page';
import { useDraftForm } from '../parts/forms/use-draft-form';
import { notify } from '../parts/notifications/notify';
import { Section } from '../parts/ui/section';
import { useWords } from '../words/words';
import classes from './courses.module.css';
import { courseModel, inputOf, type CourseFormValues } from './course-values';
import { LessonFields } from './lesson-fields';
import { createCourseMutation, updateCourseMutation, type Choices, type Course } from './queries';

interface CourseFormProps {
  initial: CourseFormValues;
  draftKey: string;
  choices: Choices;
  course?: Course;
}

export function CourseForm({ initial, draftKey, choices, course }: CourseFormProps) {
  const { t } = useWords('courses');
  const labels = t.courses.form;
  const navigate = useNavigate();
  const [saving, setSaving] = useState(false);
  const form = useDraftForm(courseModel, initial, {
    labels: {
      ...labels,
      title: labels.name,
      credentialTypeId: labels.credential,
      credentialTypeIdHint: labels.credentialHint,
      credentialTypeIdNone: labels.noCredential,
    },
    draftKey,
    problems: ({ slug }) => ({ slug: course || slug.trim() !== '' ? undefined : t.fieldReasons.required }),
    version: undefined,
    theirs: (saved: CourseFormValues) => saved,
  });
  const save = () =>
    form.submit(null, async (_, __, values) => {
      setSaving(true);
      try {
        const input = inputOf(values);
        const id = course
          ? (await request(updateCourseMutation, { id: course.id, input })).updateCourse.id
          : (await request(createCourseMutation, { slug: values.slug.trim(), input })).createCourse.id;
        form.draft.finish();
        notify.success(labels.saved);
        await queryClient.invalidateQueries();
        await navigate(`/courses/${id}`);
      } finally {
        setSaving(false);
      }
    });
  const trainings = useTypeOptions('TRAINING');

  return (
    <FormPage
      wide
      form={form}
      draftHeading={course ? t.shared.youHaveUnsavedChanges : labels.draftTitle}
      titleOf={({ en }) => en.title}
      errorsTitle={(count) => t.shared.checkFields({ count })}
      actions={
        <Button onClick={() => void (saving || save())} aria-disabled={saving} data-saves>
          {saving ? t.common.saving : t.common.save}
        </Button>
      }
    >
      <Section title={labels.about}>
        <div className={classes.both}>
          {(['en', 'es'] as const).map((one) => (
            <Stack key={one}>
              <FormField
                form={form.nested(one)}
                name="title"
                lang={one}
                label={`${labels.name} (${labels.languages[one]})`}
              />
              <FormField
                form={form.nested(one)}
                name="summary"
                lang={one}
                label={`${labels.summary} (${labels.languages[one]})`}
              />
            </Stack>
          ))}
        </div>
        <Stack maw={520} mt="md">
          {!course && <FormField form={form} name="slug" required />}
          <FormField form={form} name="audience" />
          <FormField form={form} name="minutes" />
          <FormField form={form} name="credentialTypeId" choices={trainings} />
        </Stack>
      </Section>
      <Section title={t.courses.lessons} lead={course ? labels.lessonsEditLead : labels.lessonsLead}>
        <LessonFields form={form} articles={choices.manageArticles.edges.map(({ node }) => node)} />
      </Section>
    </FormPage>
  );
}

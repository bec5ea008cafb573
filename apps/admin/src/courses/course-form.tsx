import { Button, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { request } from '../api/ask';
import { queryClient } from '../api/query-client';
import { refusedProblems } from '../articles/form-values';
import { termName } from '../parts/forms/terms-field';
import { FormPage } from '../parts/forms/form-page';
import { useFormPage } from '../parts/forms/use-form-page';
import { notify } from '../parts/notifications/notify';
import { Section } from '../parts/ui/section';
import { useWords } from '../words/words';
import classes from './courses.module.css';
import { inputOf, isComplete, type CourseFormValues } from './course-values';
import { LessonFields } from './lesson-fields';
import { createCourseMutation, updateCourseMutation, type Choices, type Course } from './queries';

interface CourseFormProps {
  initial: CourseFormValues;
  draftKey: string;
  choices: Choices;
  course?: Course;
}

export function CourseForm({ initial, draftKey, choices, course }: CourseFormProps) {
  const { t, words, locale } = useWords('articles', 'courses');
  const labels = t.courses.form;
  const navigate = useNavigate();
  const [saving, setSaving] = useState(false);
  const page = useFormPage({
    initial,
    draftKey,
    isComplete,
    problemsOf: (values: CourseFormValues): Record<string, string> =>
      course || values.slug.trim() !== '' ? {} : { slug: t.fieldReasons.required },
    refusedProblems: (error) => refusedProblems(error, t),
    version: undefined,
    theirs: (saved: CourseFormValues) => saved,
  });
  const { form } = page;
  const save = () =>
    page.submit(null, async (values) => {
      setSaving(true);
      try {
        const input = inputOf(values);
        const id = course
          ? (await request(updateCourseMutation, { id: course.id, input })).updateCourse.id
          : (await request(createCourseMutation, { slug: values.slug.trim(), input })).createCourse.id;
        page.draft.finish();
        notify.success(labels.saved);
        await queryClient.invalidateQueries();
        await navigate(`/courses/${id}`);
      } finally {
        setSaving(false);
      }
    });
  const trainings = choices.credentialTypes.filter(({ kind }) => kind === 'TRAINING');

  return (
    <FormPage
      wide
      page={page}
      draftHeading={course ? labels.draftEditTitle : labels.draftTitle}
      titleOf={({ en }) => en.title}
      errorsTitle={(count) => labels.errorsTitle({ count })}
      actions={
        <Button onClick={() => void (saving || save())} aria-disabled={saving} data-saves>
          {saving ? labels.saving : labels.save}
        </Button>
      }
    >
      <Section title={labels.about}>
        <div className={classes.both}>
          {(['en', 'es'] as const).map((one) => (
            <Stack key={one}>
              <TextInput
                required
                lang={one}
                label={`${labels.name} (${labels.languages[one]})`}
                maxLength={100}
                {...form.getInputProps(`${one}.title`)}
              />
              <Textarea
                required
                autosize
                minRows={2}
                lang={one}
                label={`${labels.summary} (${labels.languages[one]})`}
                maxLength={300}
                {...form.getInputProps(`${one}.summary`)}
              />
            </Stack>
          ))}
        </div>
        <Stack maw={520} mt="md">
          {!course && (
            <TextInput
              required
              label={labels.slug}
              description={labels.slugHint}
              maxLength={60}
              {...form.getInputProps('slug')}
            />
          )}
          <NativeSelect
            label={labels.audience}
            data={Object.entries(words.enums.audience).map(([value, label]) => ({ value, label }))}
            {...form.getInputProps('audience')}
          />
          <TextInput label={labels.minutes} inputMode="numeric" maxLength={3} {...form.getInputProps('minutes')} />
          <NativeSelect
            label={labels.credential}
            description={labels.credentialHint}
            data={[
              { value: '', label: labels.noCredential },
              ...trainings.map((type) => ({ value: type.id, label: termName(locale, type) })),
            ]}
            {...form.getInputProps('credentialTypeId')}
          />
        </Stack>
      </Section>
      <Section title={labels.lessons} lead={course ? labels.lessonsEditLead : labels.lessonsLead}>
        <LessonFields form={form} articles={choices.manageArticles.edges.map(({ node }) => node)} />
      </Section>
    </FormPage>
  );
}

import { Stack } from '@mantine/core';
import { models } from '@upstander/web-kit';
import { useNavigate, useParams } from 'react-router';
import { useChange, useRead } from '../api/use-api';
import { TermsField } from '../parts/forms/terms-field';
import { Form, useModelForm } from '../parts/forms/form';
import { isEmailLike } from '../parts/forms/email-like';
import { Failure } from '../parts/ui/failure';
import { Loading } from '../parts/ui/loading';
import { PageHeader } from '../parts/ui/page-header';
import { useChapters } from '../session/chapters';
import { useWords } from '../words/words';
import { FormField } from '../parts/forms/form-field';
import { AvailabilityField } from './availability-field';
import { updateVolunteerMutation, volunteerChoicesQuery, volunteerQuery, type VolunteerDetails } from './queries';
import { languageNames } from './availability-text';

export function VolunteerEdit() {
  const { t } = useWords('volunteers');
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead(volunteerQuery, { id });
  const { isPending: pending } = useChapters();
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />;
  if (!data || pending) return <Loading noun={t.volunteers.one} lines={8} />;
  const { volunteer } = data;
  return (
    <div>
      <PageHeader
        title={t.volunteers.editTitle({ name: volunteer.name })}
        lead={t.volunteers.editLead}
        back={{ to: `/volunteers/${id}`, label: volunteer.name }}
      />
      <EditForm volunteer={volunteer} />
    </div>
  );
}

function EditForm({ volunteer }: { volunteer: VolunteerDetails }) {
  const { t, labels, locale } = useWords('volunteers', 'roster');
  const navigate = useNavigate();
  const { data: choices } = useRead(volunteerChoicesQuery, {});
  const { allChapters, myChapters } = useChapters();
  const goBack = () => void navigate(`/volunteers/${volunteer.id}`);
  const update = useChange(updateVolunteerMutation, { quiet: true, success: () => t.common.saved, onDone: goBack });
  const form = useModelForm(models.VolunteerInput, volunteer, {
    omit: ['version'],
    labels: {
      ...labels,
      phoneHint: t.roster.phoneHint,
      languages: labels.spoken,
      homeChapterId: labels.homeChapter,
      homeChapterIdNone: t.volunteers.notYet,
      accessibilityNeeds: labels.accessibility,
    },
    problems: ({ email }) => ({
      email: email === '' || isEmailLike(email) ? undefined : t.fieldReasons['not-an-address'],
    }),
    change: update,
    send: ({ email, ...input }) =>
      update.mutate({
        id: volunteer.id,
        input: { ...input, ...(!volunteer.addressConfirmed && { email }), version: volunteer.version },
      }),
  });
  const chapters = allChapters.filter(
    ({ id }) => id === volunteer.homeChapterId || myChapters.some((chapter) => chapter.id === id),
  );
  return (
    <Stack maw={640}>
      <Form form={form} submitLabel={t.common.save} onCancel={goBack}>
        <FormField form={form} name="name" autoComplete="off" />
        <FormField form={form} name="preferredName" autoComplete="off" />
        {!volunteer.addressConfirmed && <FormField form={form} name="email" autoComplete="off" />}
        <FormField form={form} name="phone" autoComplete="off" />
        <FormField
          form={form}
          name="locale"
          choices={['EN', 'ES'].map((value) => ({ value, label: languageNames(locale, [value.toLowerCase()]) }))}
        />
        <FormField form={form} name="languages" />
        <FormField
          form={form}
          name="homeChapterId"
          choices={chapters.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <FormField form={form} name="postcode" autoComplete="off" />
        <TermsField
          label={labels.skills}
          terms={choices?.volunteerTerms ?? []}
          kept={volunteer.skills}
          {...form.list('skillIds')}
        />
        <TermsField
          label={labels.interests}
          terms={choices?.interests ?? []}
          kept={volunteer.interests}
          {...form.list('interestIds')}
        />
        <AvailabilityField form={form} />
        <FormField form={form} name="accessibilityNeeds" />
      </Form>
    </Stack>
  );
}

import { NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { limits } from '@upstander/web-kit';
import { useNavigate, useParams } from 'react-router';
import { useChange, useRead } from '../api/use-api';
import { TermsField } from '../parts/forms/terms-field';
import { Form } from '../parts/forms/form';
import { isEmailLike } from '../parts/forms/email-like';
import { useMutationForm } from '../parts/forms/use-mutation-form';
import { Failure } from '../parts/ui/failure';
import { Loading } from '../parts/ui/loading';
import { PageHeader } from '../parts/ui/page-header';
import { useChapters } from '../session/chapters';
import { useWords } from '../words/words';
import { AvailabilityField, partsFrom, textOfParts } from './availability-field';
import { updateVolunteerMutation, volunteerChoicesQuery, volunteerQuery, type VolunteerDetails } from './queries';
import { languageNames } from './availability-text';

/** Edits a volunteer's profile on their behalf. */
export function VolunteerEdit() {
  const { t } = useWords('volunteers');
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead(volunteerQuery, { id });
  const { pending } = useChapters();
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

const listOf = (text: string) => text.split(/[\s,]+/).filter((part) => part !== '');

function EditForm({ volunteer }: { volunteer: VolunteerDetails }) {
  const { t, locale } = useWords('roster', 'volunteers');
  const labels = t.volunteers;
  const go = useNavigate();
  const { data: choices } = useRead(volunteerChoicesQuery, {});
  const { all, mine } = useChapters();
  const back = () => void go(`/volunteers/${volunteer.id}`);
  const update = useChange(updateVolunteerMutation, { quiet: true, success: () => labels.saved, onDone: back });
  const form = useMutationForm({
    initial: {
      name: volunteer.name,
      preferredName: volunteer.preferredName ?? '',
      email: volunteer.email ?? '',
      phone: volunteer.phone ?? '',
      locale: volunteer.locale as string,
      languages: volunteer.languages.join(', '),
      homeChapterId: volunteer.homeChapterId ?? '',
      postcode: volunteer.postcode ?? '',
      skillIds: volunteer.skillIds.join(','),
      interestIds: volunteer.interestIds.join(','),
      availability: textOfParts(volunteer.availability),
      accessibilityNeeds: volunteer.accessibilityNeeds ?? '',
    },
    required: ['name'],
    limits: { ...limits.Volunteer, languages: 200 },
    problems: ({ email }) => ({
      email: email === '' || isEmailLike(email) ? undefined : t.fieldReasons['not-an-address'],
    }),
    change: update,
    send: ({ phone, ...values }) =>
      update.mutate({
        id: volunteer.id,
        input: {
          name: values.name,
          preferredName: values.preferredName || null,
          ...(!volunteer.addressConfirmed && { email: values.email || null }),
          phone: phone.replace(/[\s().-]/g, '') || null,
          locale: values.locale === 'ES' ? 'ES' : 'EN',
          languages: listOf(values.languages),
          homeChapterId: values.homeChapterId || null,
          postcode: values.postcode || null,
          skillIds: listOf(values.skillIds),
          interestIds: listOf(values.interestIds),
          availability: partsFrom(values.availability),
          accessibilityNeeds: values.accessibilityNeeds || null,
          version: volunteer.version,
        },
      }),
  });
  const { field, values, set } = form;
  const chapters = all.filter(({ id }) => id === volunteer.homeChapterId || mine.some((one) => one.id === id));
  return (
    <Stack maw={640}>
      <Form form={form} submitLabel={labels.save} pendingLabel={labels.saving} onCancel={back}>
        <TextInput label={labels.name} autoComplete="off" {...field('name')} />
        <TextInput label={labels.preferredName} autoComplete="off" {...field('preferredName')} />
        {!volunteer.addressConfirmed && (
          <TextInput
            label={labels.email}
            type="email"
            autoComplete="off"
            description={labels.emailHint}
            {...field('email')}
          />
        )}
        <TextInput
          label={labels.phone}
          type="tel"
          autoComplete="off"
          description={t.roster.phoneHint}
          {...field('phone')}
        />
        <NativeSelect
          label={labels.locale}
          {...field('locale')}
          data={['EN', 'ES'].map((value) => ({ value, label: languageNames(locale, [value.toLowerCase()]) }))}
        />
        <TextInput
          label={labels.spoken}
          description={labels.languagesHint}
          autoComplete="off"
          {...field('languages')}
        />
        <NativeSelect
          label={labels.homeChapter}
          {...field('homeChapterId')}
          data={[
            { value: '', label: labels.noChapter },
            ...chapters.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <TextInput label={labels.postcode} autoComplete="off" {...field('postcode')} />
        <TermsField
          label={labels.skills}
          terms={choices?.volunteerTerms ?? []}
          kept={volunteer.skills}
          value={values.skillIds}
          error={field('skillIds').error}
          onChange={(ids) => set('skillIds', ids)}
        />
        <TermsField
          label={labels.interests}
          terms={choices?.interests ?? []}
          kept={volunteer.interests}
          value={values.interestIds}
          error={field('interestIds').error}
          onChange={(ids) => set('interestIds', ids)}
        />
        <AvailabilityField
          value={values.availability}
          error={field('availability').error}
          onChange={(parts) => set('availability', parts)}
        />
        <Textarea label={labels.accessibility} autosize minRows={2} {...field('accessibilityNeeds')} />
      </Form>
    </Stack>
  );
}

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
import { languageNames } from './said';

/** Corrects what is known of a volunteer, in their name. */
export function VolunteerEdit() {
  const { t } = useWords('volunteers');
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead(volunteerQuery, { id });
  const { pending } = useChapters();
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />;
  if (!data || pending) return <Loading what={t.volunteers.one} lines={8} />;
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
  const say = t.volunteers;
  const go = useNavigate();
  const { data: choices } = useRead(volunteerChoicesQuery, {});
  const { all, mine } = useChapters();
  const back = () => void go(`/volunteers/${volunteer.id}`);
  const update = useChange(updateVolunteerMutation, { quiet: true, success: () => say.saved, onDone: back });
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
      <Form form={form} submit={say.save} working={say.saving} onCancel={back}>
        <TextInput label={say.name} autoComplete="off" {...field('name')} />
        <TextInput label={say.preferredName} autoComplete="off" {...field('preferredName')} />
        {!volunteer.addressConfirmed && (
          <TextInput
            label={say.email}
            type="email"
            autoComplete="off"
            description={say.emailHint}
            {...field('email')}
          />
        )}
        <TextInput
          label={say.phone}
          type="tel"
          autoComplete="off"
          description={t.roster.phoneHint}
          {...field('phone')}
        />
        <NativeSelect
          label={say.locale}
          {...field('locale')}
          data={['EN', 'ES'].map((value) => ({ value, label: languageNames(locale, [value.toLowerCase()]) }))}
        />
        <TextInput label={say.spoken} description={say.languagesHint} autoComplete="off" {...field('languages')} />
        <NativeSelect
          label={say.homeChapter}
          {...field('homeChapterId')}
          data={[{ value: '', label: say.noChapter }, ...chapters.map(({ id, name }) => ({ value: id, label: name }))]}
        />
        <TextInput label={say.postcode} autoComplete="off" {...field('postcode')} />
        <TermsField
          label={say.skills}
          terms={choices?.volunteerTerms ?? []}
          kept={volunteer.skills}
          value={values.skillIds}
          error={field('skillIds').error}
          onChange={(ids) => set('skillIds', ids)}
        />
        <TermsField
          label={say.interests}
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
        <Textarea label={say.accessibility} autosize minRows={2} {...field('accessibilityNeeds')} />
      </Form>
    </Stack>
  );
}

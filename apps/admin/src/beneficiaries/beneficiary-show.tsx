import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useRead } from '../api/use-api';
import { Columns } from '../parts/ui/columns';
import { ConfirmChange } from '../parts/ui/confirm';
import { NotFound } from '../parts/ui/not-found';
import { Dialog } from '../parts/ui/dialog';
import { Facts } from '../parts/ui/facts';
import { EditIcon } from '../parts/ui/icons';
import { Pending } from '../parts/ui/pending';
import { IfMayChange } from '../parts/ui/page-access';
import { PageHeader } from '../parts/ui/page-header';
import { Section } from '../parts/ui/section';
import { calendarDay } from '../parts/ui/dates';
import { useWords } from '../words/words';
import { ConsentForm } from './consent-form';
import { DutyList } from './duty-list';
import { EditForm } from './edit-form';
import { archiveBeneficiaryMutation, beneficiariesQuery, type Beneficiary } from './queries';
import { ReadyBadge } from './ready-badge';

export function BeneficiaryShow() {
  const { t } = useWords('beneficiaries');
  const { id = '' } = useParams();
  const { data, error, refetch } = useRead(beneficiariesQuery, {});
  const beneficiary = data?.beneficiaries.find((item) => item.id === id);
  if (data && !beneficiary) return <NotFound />;
  if (!beneficiary) return <Pending error={error} retry={refetch} noun={t.beneficiaries.what} />;
  return <BeneficiaryDetails beneficiary={beneficiary} />;
}

function BeneficiaryDetails({ beneficiary }: { beneficiary: Beneficiary }) {
  const { t, labels, words: words } = useWords('beneficiaries');
  const partner = beneficiary.kind === 'PARTNER';
  const details = (
    <div>
      <Section title={t.common.details}>
        <Facts
          facts={[
            { label: labels.registrationNumber, value: beneficiary.registrationNumber },
            {
              label: labels.website,
              value: beneficiary.website && <a href={beneficiary.website}>{beneficiary.website}</a>,
            },
            { label: labels.contactEmail, value: beneficiary.contactEmail },
          ]}
        />
        {!partner && <Text c="dimmed">{labels.ownNothing}</Text>}
      </Section>
      {partner && <Consent beneficiary={beneficiary} />}
    </div>
  );
  return (
    <div>
      <PageHeader
        title={beneficiary.name}
        lead={words.enums.beneficiaryKind[beneficiary.kind]}
        back={{ to: '/beneficiaries', label: labels.back }}
        badge={<ReadyBadge beneficiary={beneficiary} />}
      >
        {partner && !beneficiary.archivedAt && <Actions beneficiary={beneficiary} />}
      </PageHeader>
      {partner ? (
        <Columns ratio={1.5}>
          <DutyList beneficiary={beneficiary} />
          {details}
        </Columns>
      ) : (
        details
      )}
    </div>
  );
}

function Actions({ beneficiary }: { beneficiary: Beneficiary }) {
  const { common, beneficiaries: words } = useWords('beneficiaries').t;
  const [openDialog, setOpenDialog] = useState<'edit' | 'archive' | null>(null);
  const close = () => setOpenDialog(null);
  return (
    <>
      <Button variant="default" leftSection={<EditIcon />} onClick={() => setOpenDialog('edit')}>
        {common.edit}
      </Button>
      <Button variant="default" c="var(--u-clay)" onClick={() => setOpenDialog('archive')}>
        {words.archive}
      </Button>
      <Dialog opened={openDialog === 'edit'} onClose={close} title={words.editTitle}>
        <EditForm beneficiary={beneficiary} onDone={close} />
      </Dialog>
      <ConfirmChange
        opened={openDialog === 'archive'}
        onClose={close}
        title={words.archiveTitle({ name: beneficiary.name })}
        text={words.archiveText}
        submitLabel={words.archiveSubmit}
        pendingLabel={words.archiving}
        mutation={archiveBeneficiaryMutation}
        variables={() => ({ input: { id: beneficiary.id } })}
        successMessage={words.archivedDone({ name: beneficiary.name })}
      />
    </>
  );
}

function Consent({ beneficiary: { id, consent, archivedAt } }: { beneficiary: Beneficiary }) {
  const { labels, locale } = useWords('beneficiaries');
  const [isAdding, { open, close }] = useDisclosure(false);
  const signedDay = consent && calendarDay(locale, consent.signedOn);
  return (
    <Section title={labels.consent} lead={labels.consentLead}>
      {consent && signedDay ? (
        <Text mb="sm">
          {consent.endsOn
            ? labels.consentEnds({ signed: signedDay, ends: calendarDay(locale, consent.endsOn) })
            : labels.consentNow({ signed: signedDay })}{' '}
          <a href={consent.url}>{labels.openConsent}</a>
        </Text>
      ) : (
        <Text c="dimmed" mb="sm">
          {labels.noConsent}
        </Text>
      )}
      {!archivedAt && (
        <IfMayChange>
          <Button variant="default" onClick={open}>
            {consent ? labels.replaceConsent : labels.addConsent}
          </Button>
        </IfMayChange>
      )}
      <Dialog opened={isAdding} onClose={close} title={labels.consent}>
        <ConsentForm id={id} onDone={close} />
      </Dialog>
    </Section>
  );
}

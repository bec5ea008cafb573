import { Alert, Button } from '@mantine/core';
import type { ResultOf } from '@upstander/api-client';
import { phoneText } from '@upstander/web-kit';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useChange, useRead } from '../api/use-api';
import { Columns } from '../parts/ui/columns';
import { Confirm } from '../parts/ui/confirm';
import { Facts } from '../parts/ui/facts';
import { Pending } from '../parts/ui/pending';
import { PageHeader } from '../parts/ui/page-header';
import { Section } from '../parts/ui/section';
import { formatDateTime } from '../parts/ui/dates';
import { useWords } from '../words/words';
import { mergeMutation, mergePreviewQuery } from './merge-queries';
import classes from './volunteers.module.css';

type Preview = ResultOf<typeof mergePreviewQuery>['volunteerMergePreview'];

export function MergePreview() {
  const { t } = useWords('volunteers');
  const { id = '', other = '' } = useParams();
  const { data, error, refetch } = useRead(mergePreviewQuery, { keptId: id, mergedId: other });
  if (!data) return <Pending error={error} retry={refetch} noun={t.volunteers.one} lines={8} />;
  return <DuplicatePair preview={data.volunteerMergePreview} />;
}

function DuplicatePair({ preview: { kept, merged, fields, moves } }: { preview: Preview }) {
  const { t, words } = useWords('volunteers');
  const labels = t.volunteers.merge;
  const navigate = useNavigate();
  const [isConfirming, setIsConfirming] = useState(false);
  const merge = useChange(mergeMutation, {
    quiet: true,
    success: () => labels.done,
    onDone: () => void navigate(`/volunteers/${kept.id}`),
  });
  const hasClash = moves.some(({ conflicts }) => conflicts > 0);
  const affectedMoves = moves.filter((move) => move.moves + move.skipped > 0);
  const names = { ...t.volunteers, birthYear: t.volunteers.minor, minor: t.volunteers.minor } as Record<
    string,
    unknown
  >;
  const fieldLabels: Record<string, unknown> = {
    ...names,
    homeChapterId: names['homeChapter'],
    skillIds: names['skills'],
    interestIds: names['interests'],
    accessibilityNeeds: names['accessibility'],
  };
  const adoptedFields = [
    ...new Set(fields.map((field) => fieldLabels[field]).filter((label) => typeof label === 'string')),
  ];
  return (
    <div>
      <PageHeader
        title={labels.title}
        lead={labels.lead}
        back={{ to: '/volunteers/duplicates', label: labels.duplicates }}
      >
        <Button
          variant="default"
          onClick={() => void navigate(`/volunteers/${merged.id}/merge/${kept.id}`, { replace: true })}
        >
          {labels.swap}
        </Button>
        {!hasClash && <Button onClick={() => setIsConfirming(true)}>{labels.submit}</Button>}
      </PageHeader>
      {hasClash && (
        <Alert color="clay" role="alert">
          {labels.clash}
        </Alert>
      )}
      <Columns ratio={1.7}>
        <VolunteerSide title={labels.stays} volunteer={kept} />
        <VolunteerSide title={labels.goes} volunteer={merged} />
      </Columns>
      <Section title={labels.moves} hasSpaceAbove>
        {affectedMoves.length === 0 && adoptedFields.length === 0 && <p className={classes.none}>{labels.nothing}</p>}
        <Facts
          facts={[
            ...affectedMoves.map((move) => ({
              label: words.enums.volunteerMergePart[move.part],
              value: [
                move.moves > 0 && labels.moved({ count: move.moves }),
                move.skipped > 0 && labels.left({ count: move.skipped }),
              ]
                .filter(Boolean)
                .join(', '),
            })),
            { label: labels.fields, value: adoptedFields.join(', ') },
          ]}
        />
      </Section>
      <Confirm
        opened={isConfirming}
        onClose={() => setIsConfirming(false)}
        title={labels.confirmTitle}
        text={labels.confirmText}
        submitLabel={labels.submit}
        pendingLabel={labels.working}
        pending={merge.isPending}
        error={merge.error}
        onConfirm={() =>
          merge.mutate({
            input: {
              keptId: kept.id,
              keptVersion: kept.version,
              mergedId: merged.id,
              mergedVersion: merged.version,
            },
          })
        }
      />
    </div>
  );
}

function VolunteerSide({ title, volunteer }: { title: string; volunteer: Preview['kept'] }) {
  const { t, labels, locale } = useWords('volunteers');
  return (
    <Section title={title} hasSpaceAbove>
      <Facts
        facts={[
          { label: labels.name, value: volunteer.name },
          { label: labels.email, value: volunteer.email ?? t.common.noEmail },
          { label: labels.phone, value: volunteer.phone && phoneText(volunteer.phone) },
          { label: labels.chapter, value: volunteer.homeChapter?.name },
          { label: labels.tags, value: volunteer.tags.join(', ') },
          { label: labels.since, value: formatDateTime(locale, volunteer.createdAt) },
          { label: labels.activeAt, value: formatDateTime(locale, volunteer.activeAt) },
        ]}
      />
    </Section>
  );
}

import { Alert, Button } from '@mantine/core';
import type { ResultOf } from '@upstander/api-client';
import { phoneText } from '@upstander/web-kit';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useChange, useRead } from '../api/use-api';
import { Confirm } from '../parts/ui/confirm';
import { Facts } from '../parts/ui/facts';
import { Failure } from '../parts/ui/failure';
import { Loading } from '../parts/ui/loading';
import { PageHeader } from '../parts/ui/page-header';
import { Section } from '../parts/ui/section';
import { formatDateTime } from '../parts/ui/when';
import { useWords } from '../words/words';
import { mergeMutation, mergePreviewQuery } from './merge-queries';
import classes from './volunteers.module.css';

type Preview = ResultOf<typeof mergePreviewQuery>['volunteerMergePreview'];

/** Two records side by side, and what merging them would do. */
export function MergePreview() {
  const { t } = useWords('volunteers');
  const { id = '', other = '' } = useParams();
  const { data, error, refetch } = useRead(mergePreviewQuery, { keptId: id, mergedId: other });
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading what={t.volunteers.one} lines={8} />;
  return <Pair preview={data.volunteerMergePreview} />;
}

function Pair({ preview: { kept, merged, fields, moves } }: { preview: Preview }) {
  const { t, words } = useWords('volunteers');
  const say = t.volunteers.merge;
  const go = useNavigate();
  const [asking, setAsking] = useState(false);
  const merge = useChange(mergeMutation, {
    quiet: true,
    success: () => say.done,
    onDone: () => void go(`/volunteers/${kept.id}`),
  });
  const clash = moves.some(({ clashes }) => clashes > 0);
  const some = moves.filter((move) => move.moves + move.stays > 0);
  const names = { ...t.volunteers, birthYear: t.volunteers.minor, minor: t.volunteers.minor } as Record<
    string,
    unknown
  >;
  const labels: Record<string, unknown> = {
    ...names,
    homeChapterId: names['homeChapter'],
    skillIds: names['skills'],
    interestIds: names['interests'],
    accessibilityNeeds: names['accessibility'],
  };
  const said = [...new Set(fields.map((field) => labels[field]).filter((label) => typeof label === 'string'))];
  return (
    <div>
      <PageHeader title={say.title} lead={say.lead} back={{ to: '/volunteers/duplicates', label: say.duplicates }}>
        <Button
          variant="default"
          onClick={() => void go(`/volunteers/${merged.id}/merge/${kept.id}`, { replace: true })}
        >
          {say.swap}
        </Button>
        {!clash && <Button onClick={() => setAsking(true)}>{say.submit}</Button>}
      </PageHeader>
      {clash && (
        <Alert color="clay" role="alert">
          {say.clash}
        </Alert>
      )}
      <div className={classes.columns}>
        <Side title={say.stays} volunteer={kept} />
        <Side title={say.goes} volunteer={merged} />
      </div>
      <Section title={say.moves} apart>
        {some.length === 0 && said.length === 0 && <p className={classes.none}>{say.nothing}</p>}
        <Facts
          facts={[
            ...some.map((move) => ({
              label: words.enums.volunteerMergePart[move.part],
              value: [
                move.moves > 0 && say.moved({ count: move.moves }),
                move.stays > 0 && say.left({ count: move.stays }),
              ]
                .filter(Boolean)
                .join(', '),
            })),
            { label: say.fields, value: said.join(', ') },
          ]}
        />
      </Section>
      <Confirm
        opened={asking}
        onClose={() => setAsking(false)}
        title={say.confirmTitle}
        text={say.confirmText}
        submit={say.submit}
        working={say.working}
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

function Side({ title, volunteer }: { title: string; volunteer: Preview['kept'] }) {
  const { t, locale } = useWords('volunteers');
  const say = t.volunteers;
  return (
    <Section title={title} apart>
      <Facts
        facts={[
          { label: say.name, value: volunteer.name },
          { label: say.email, value: volunteer.email ?? t.common.noEmail },
          { label: say.phone, value: volunteer.phone && phoneText(volunteer.phone) },
          { label: say.chapter, value: volunteer.homeChapter?.name },
          { label: say.tags, value: volunteer.tags.join(', ') },
          { label: say.since, value: formatDateTime(locale, volunteer.createdAt) },
          { label: say.activeAt, value: formatDateTime(locale, volunteer.activeAt) },
        ]}
      />
    </Section>
  );
}

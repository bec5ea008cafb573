import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { graphql, type ResultOf } from '@upstander/api-client';
import { useChange, useRead } from '../api/use-api';
import { PagePhoto } from '../parts/photos/page-photo';
import { Dialog } from '../parts/ui/dialog';
import { Empty } from '../parts/ui/empty';
import { MailIcon, PlusIcon } from '../parts/ui/icons';
import { Pending } from '../parts/ui/pending';
import { MarkdownText } from '../parts/forms/markdown-field';
import { IfMayChange } from '../parts/ui/page-access';
import { Section } from '../parts/ui/section';
import { StatusBadge } from '../parts/ui/status-badge';
import { formatDateTime } from '../parts/ui/dates';
import { RowButton } from '../parts/ui/row-button';
import { mayOrganize, useMe } from '../session/use-me';
import { useWords } from '../words/words';
import { useFundraiser } from './fundraiser-show';
import classes from './fundraisers.module.css';
import { UpdateForm } from './update-form';

const updatesQuery = graphql(`
  query FundraiserUpdates($id: ID!) {
    manageCampaign(id: $id) {
      id
      updates {
        id
        title
        body
        authorName
        status
        writtenAt
        publishedAt
        mailedAt
        recipientCount
      }
    }
  }
`);

type Update = NonNullable<ResultOf<typeof updatesQuery>['manageCampaign']>['updates'][number];

const setUpdateStatusMutation = graphql(`
  mutation SetUpdateStatus($input: SetUpdateStatusInput!) {
    setUpdateStatus(input: $input) {
      id
      status
    }
  }
`);

export function Updates() {
  const { t } = useWords('fundraisers');
  const fundraiser = useFundraiser();
  const writes = mayOrganize(useMe()) && ['LIVE', 'PAUSED', 'ENDED'].includes(fundraiser.status);
  const [isPosting, { open, close }] = useDisclosure(false);
  const labels = t.fundraisers.updates;
  const { data, error, refetch } = useRead(updatesQuery, { id: fundraiser.id });
  const updates = data?.manageCampaign?.updates ?? [];
  const post = writes && (
    <Button leftSection={<PlusIcon />} onClick={open}>
      {labels.post}
    </Button>
  );
  return (
    <Section title={labels.title} lead={labels.lead} actions={post}>
      {!data && <Pending error={error} retry={refetch} noun={labels.title} />}
      {data && updates.length === 0 && (
        <Empty title={labels.noneTitle} text={labels.noneText} icon={<MailIcon size={26} />} />
      )}
      {updates.length > 0 && (
        <ul className={classes.updates}>
          {updates.map((update) => (
            <UpdateCard key={update.id} update={update} />
          ))}
        </ul>
      )}
      <Dialog opened={isPosting} onClose={close} title={labels.post} size="lg">
        <UpdateForm campaignId={fundraiser.id} onDone={close} />
      </Dialog>
    </Section>
  );
}

function UpdateCard({ update }: { update: Update }) {
  const { t, locale } = useWords('fundraisers', 'pagePhoto');
  const { slug } = useFundraiser();
  const labels = t.fundraisers.updates;
  const published = update.status === 'PUBLISHED';
  const change = useChange(setUpdateStatusMutation, {
    success: ({ setUpdateStatus }) => (setUpdateStatus.status === 'HIDDEN' ? labels.hidden : labels.shown),
  });
  return (
    <li className={classes.update}>
      <div className={classes.updateTop}>
        <Text fw={600}>{update.title}</Text>
        <StatusBadge kind="updateStatus" status={update.status} />
      </div>
      <MarkdownText text={update.body} />
      <div className={classes.updateTop} style={{ margin: '12px 0 0' }}>
        <Text size="sm" c="dimmed">
          {labels.byWhen({
            name: update.authorName,
            when: formatDateTime(locale, update.publishedAt ?? update.writtenAt),
          })}
          {update.mailedAt && ` · ${labels.mailed({ count: update.recipientCount })}`}
        </Text>
        <IfMayChange>
          <RowButton
            label={published ? t.fundraisers.pages.hide : t.shared.publish}
            about={update.title}
            size="xs"
            onClick={() => change.mutate({ input: { id: update.id, status: published ? 'HIDDEN' : 'PUBLISHED' } })}
          />
        </IfMayChange>
      </div>
      <PagePhoto page={`/fundraisers/${slug}#${update.id}`} title={t.pagePhoto.photoOf({ title: update.title })} />
    </li>
  );
}

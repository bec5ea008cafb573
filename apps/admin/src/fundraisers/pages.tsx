import { Title } from '@mantine/core';
import { graphql } from '@upstander/api-client';
import { useState } from 'react';
import { useChange, useRead } from '../api/use-api';
import { List } from '../parts/lists/list';
import { Money } from '../parts/money/money';
import { PagePhoto } from '../parts/photos/page-photo';
import { mayModerate, useMe } from '../session/use-me';
import { Dialog } from '../parts/ui/dialog';
import { PeopleIcon } from '../parts/ui/icons';
import { ProgressBar } from '../parts/money/progress-bar';
import { Section } from '../parts/ui/section';
import { RowButton } from '../parts/ui/row-button';
import { useWords } from '../words/words';
import { EditBox, reviewPageEdit } from './edit-box';
import { ReviewedPhoto } from './reviewed-photo';
import { useFundraiser } from './fundraiser-show';
import classes from './fundraisers.module.css';

const pagesQuery = graphql(`
  query FundraiserPages($id: ID!) {
    manageCampaign(id: $id) {
      id
      pages {
        id
        slug
        kind
        title
        story
        photo {
          url
          alt
        }
        edit {
          title
          story
          photo {
            url
            alt
          }
          at
        }
        ownerName
        ownerEmail
        teamSlug
        status
        giftCount
        goal {
          amountMinor
          currency
        }
        raised {
          amountMinor
          currency
        }
      }
    }
  }
`);

const setPageStatusMutation = graphql(`
  mutation SetPageStatus($input: SetPageStatusInput!) {
    setPageStatus(input: $input) {
      id
    }
  }
`);

export function Pages() {
  const { t, words } = useWords('fundraisers', 'money', 'pagePhoto');
  const canChoosePhoto = mayModerate(useMe());
  const [photoPage, setPhotoPage] = useState<{ slug: string; title: string } | null>(null);
  const { id, slug: campaignSlug } = useFundraiser();
  const labels = t.fundraisers.pages;
  const { data, dataUpdatedAt } = useRead(pagesQuery, { id });
  const pages = data?.manageCampaign?.pages ?? [];
  const teams = new Map(pages.map(({ slug, title }) => [slug, title]));
  const change = useChange(setPageStatusMutation, {
    success: (_, { input }) => (input.status === 'HIDDEN' ? labels.hidden : labels.shown),
  });
  return (
    <Section title={labels.title} lead={labels.lead}>
      {pages.map(
        ({ edit, ...shown }) =>
          edit && <EditBox key={shown.id} id={shown.id} current={shown} edit={edit} mutation={reviewPageEdit} />,
      )}
      {pages.map(
        ({ id: pageId, status, title, photo }) =>
          status === 'IN_REVIEW' &&
          photo && (
            <section key={pageId} className={classes.review} aria-label={t.pagePhoto.photoOf({ title })}>
              <Title order={2}>{t.pagePhoto.photoOf({ title })}</Title>
              <p>{t.fundraisers.edits.photo}</p>
              <ReviewedPhoto photo={photo} />
            </section>
          ),
      )}
      <List
        name="fundraiser-pages"
        document={pagesQuery}
        variables={{ id }}
        path="manageCampaign.pages"
        labels={{ ...labels, what: labels.title }}
        emptyState={{ title: labels.noneTitle, text: labels.noneText, icon: <PeopleIcon size={26} /> }}
        columns={[
          {
            key: 'title',
            header: t.shared.page,
            secondary: ({ status, story, kind, teamSlug }) => [
              status === 'IN_REVIEW' && story,
              words.enums.pageKind[kind],
              teamSlug && labels.team({ name: teams.get(teamSlug) ?? teamSlug }),
            ],
          },
          { key: 'ownerName', header: labels.owner, secondary: ({ ownerEmail }) => ownerEmail },
          {
            key: 'progress',
            header: t.fundraisers.progress,
            mobile: 'plain',
            render: ({ goal, raised, giftCount }) =>
              goal ? <ProgressBar raised={raised} goal={goal} giftCount={giftCount} /> : <Money value={raised} />,
            secondary: ({ goal, giftCount }) => !goal && t.money.gifts({ count: giftCount }),
          },
          { key: 'status', header: t.common.status, badge: 'pageStatus', mobile: 'corner' },
        ]}
        rowActions={({ id: pageId, slug, title, status }) =>
          status !== 'UNCONFIRMED' && (
            <>
              {canChoosePhoto && (
                <RowButton
                  label={t.shared.photo}
                  ariaLabel={t.pagePhoto.photoOf({ title })}
                  onClick={() => setPhotoPage({ slug, title })}
                />
              )}
              <RowButton
                label={status === 'LIVE' ? labels.hide : labels.show}
                ariaLabel={(status === 'LIVE' ? labels.hideFor : labels.showFor)({ title })}
                onClick={() =>
                  change.mutate({
                    input: {
                      id: pageId,
                      status: status === 'LIVE' ? 'HIDDEN' : 'LIVE',
                      readAt: new Date(dataUpdatedAt).toISOString(),
                    },
                  })
                }
              />
            </>
          )
        }
      />
      <Dialog opened={photoPage !== null} onClose={() => setPhotoPage(null)} title={photoPage?.title ?? ''}>
        {photoPage && <PagePhoto page={`/fundraisers/${campaignSlug}/${photoPage.slug}`} />}
      </Dialog>
    </Section>
  );
}

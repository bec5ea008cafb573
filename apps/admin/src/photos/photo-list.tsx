import { Alert, Button, FileButton } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { graphql } from '@upstander/api-client';
import { useNavigate } from 'react-router';
import { explain } from '../api/explain';
import { sendFile } from '../api/send-file';
import { ListTime } from '../parts/lists/column';
import { ListPage } from '../parts/lists/list-page';
import { useSearchState } from '../parts/lists/list-state';
import { CameraIcon, PlusIcon } from '../parts/ui/icons';
import { StatusBadge } from '../parts/ui/status-badge';
import { useWords } from '../words/words';
import classes from './photos.module.css';
import { photoRow } from './queries';

const photosQuery = graphql(
  `
    query ManagedPhotos($filter: PhotoFilter, $first: Int, $after: String) {
      managedPhotos(filter: $filter, first: $first, after: $after) {
        edges {
          node {
            ...PhotoRow
            smallUrl
            createdAt
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
        totalIsCapped
      }
    }
  `,
  [photoRow],
);

export const pictureTypes = 'image/jpeg,image/png,image/webp,image/heic';

/** All photos, the last added first: where each stands, and until when it may. */
export function PhotoList() {
  const { t, words, locale } = useWords('photos');
  const say = t.photos;
  const state = useSearchState();
  const go = useNavigate();
  const send = useMutation({
    mutationFn: (file: File) => sendFile<{ id: string }>('/photos', file),
    onSuccess: ({ id }) => void go(`/photos/${id}`),
  });
  return (
    <ListPage
      name="photos"
      title={say.title}
      lead={say.lead}
      buttons={
        <FileButton accept={pictureTypes} onChange={(file) => file && send.mutate(file)}>
          {(props) => (
            <Button {...props} leftSection={<PlusIcon />} loading={send.isPending}>
              {say.add}
            </Button>
          )}
        </FileButton>
      }
      above={
        send.error && (
          <Alert color="clay" role="alert">
            {explain(words, locale, send.error)}
          </Alert>
        )
      }
      document={photosQuery}
      state={state}
      variables={{
        filter: { search: state.text(), status: state.one('status', words.enums.photoStatus) },
      }}
      first={30}
      of="managedPhotos"
      label={say.list}
      what={say.what}
      search={{ label: say.search, hint: say.searchHint }}
      filters={[{ name: 'status', label: say.status, names: words.enums.photoStatus }]}
      none={{ title: say.noneTitle, text: say.noneText, icon: <CameraIcon size={26} /> }}
      noneFound={say}
      columns={[
        {
          key: 'altEn',
          header: say.photo,
          cell: ({ altEn, altEs }) => (locale === 'es' ? altEs : altEn) || say.unnamed,
          to: ({ id }) => `/photos/${id}`,
          under: ({ takenBy }) => takenBy,
        },
        {
          key: 'smallUrl',
          header: say.picture,
          cell: ({ smallUrl }) => <img className={classes.small} src={smallUrl} alt="" loading="lazy" />,
        },
        {
          key: 'status',
          header: say.status,
          onCard: 'corner',
          cell: ({ status }) => <StatusBadge kind="photoStatus" status={status} />,
        },
        { key: 'pages', header: say.pages, cell: ({ pages }) => pages.join(', ') },
        { key: 'endsOn', header: say.endsOn, cell: ({ endsOn }) => (endsOn ? <ListTime at={endsOn} /> : null) },
      ]}
    />
  );
}

import { Button, FileButton } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { graphql } from '@upstander/api-client';
import { useNavigate } from 'react-router';
import { ErrorAlert } from '../parts/ui/error-alert';
import { sendFile } from '../api/send-file';
import { ListTime } from '../parts/lists/column';
import { ListPage } from '../parts/lists/list-page';
import { photoTypes } from '../parts/photos/photo-types';
import { useSearchState } from '../parts/lists/list-state';
import { CameraIcon, PlusIcon } from '../parts/ui/icons';
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

export function PhotoList() {
  const { t, labels, words, locale } = useWords('photos');
  const state = useSearchState();
  const navigate = useNavigate();
  const send = useMutation({
    mutationFn: (file: File) => sendFile<{ id: string }>('/photos', file),
    onSuccess: ({ id }) => void navigate(`/photos/${id}`),
  });
  return (
    <ListPage
      name="photos"
      labels={labels}
      buttons={
        <FileButton accept={photoTypes} onChange={(file) => file && send.mutate(file)}>
          {(props) => (
            <Button {...props} leftSection={<PlusIcon />} loading={send.isPending}>
              {labels.add}
            </Button>
          )}
        </FileButton>
      }
      header={<ErrorAlert error={send.error} />}
      document={photosQuery}
      variables={{
        filter: { search: state.text(), status: state.oneOf('status', words.enums.photoStatus) },
      }}
      first={30}
      path="managedPhotos"
      search={{ label: t.common.search, hint: labels.searchHint }}
      filters={[{ name: 'status', label: t.common.status, options: words.enums.photoStatus }]}
      emptyState={{ title: labels.noneTitle, text: labels.noneText, icon: <CameraIcon size={26} /> }}
      columns={[
        {
          key: 'altEn',
          header: t.shared.photo,
          render: ({ altEn, altEs }) => (locale === 'es' ? altEs : altEn) || labels.unnamed,
          linkTo: ({ id }) => `/photos/${id}`,
          secondary: ({ takenBy }) => takenBy,
        },
        {
          key: 'smallUrl',
          header: t.shared.picture,
          render: ({ smallUrl }) => <img className={classes.small} src={smallUrl} alt="" loading="lazy" />,
        },
        { key: 'status', header: t.common.status, badge: 'photoStatus', mobile: 'corner' },
        { key: 'pages', header: labels.pages, render: ({ pages }) => pages.join(', ') },
        { key: 'endsOn', header: labels.endsOn, render: ({ endsOn }) => (endsOn ? <ListTime at={endsOn} /> : null) },
      ]}
    />
  );
}

import { ActionIcon, Text } from '@mantine/core';
import { graphql } from '@upstander/api-client';
import { models } from '@upstander/web-kit';
import { useLocation } from 'react-router';
import { useChange, useRead } from '../../api/use-api';
import { useChapters } from '../../session/chapters';
import { AreaPart } from '../../session/area-part';
import { useMe } from '../../session/use-me';
import { useWords } from '../../words/words';
import { Form, useModelForm } from '../forms/form';
import { CloseIcon } from '../ui/icons';
import { FormField } from '../forms/form-field';
import classes from './list.module.css';

const savedViewsQuery = graphql(`
  query SavedViews($screen: String!) {
    savedViews(screen: $screen) {
      id
      name
      address
      chapterId
      ownerName
      mayDelete
    }
  }
`);

const saveViewMutation = graphql(`
  mutation SaveView($input: SaveViewInput!) {
    saveView(input: $input) {
      id
      name
    }
  }
`);

const deleteViewMutation = graphql(`
  mutation DeleteView($id: ID!) {
    deleteView(id: $id) {
      ok
    }
  }
`);

export function useSavedViews(screen: string, enabled: boolean) {
  return useRead(savedViewsQuery, { screen }, { enabled }).data?.savedViews ?? [];
}

export function SavedViewsForm({ screen, onDone }: { screen: string; onDone: () => void }) {
  const { t, labels } = useWords('views');
  const me = useMe();
  const { allChapters } = useChapters();
  const { search } = useLocation();
  const save = useChange(saveViewMutation, {
    quiet: true,
    success: ({ saveView }) => labels.viewSaved({ name: saveView.name }),
    onDone,
  });
  const remove = useChange(deleteViewMutation);
  const views = useSavedViews(screen, true).filter(({ mayDelete }) => mayDelete);
  const isGlobal = me.grants.some(({ chapter }) => chapter === null);
  const ownChapterIds = new Set(me.grants.map(({ chapter }) => chapter?.id));
  const chapters = allChapters.filter(({ id }) => isGlobal || ownChapterIds.has(id));
  const form = useModelForm(models.SaveViewInput, null, {
    omit: ['screen', 'address'],
    labels: {
      name: t.common.name,
      nameHint: labels.viewHint,
      chapterId: labels.shareWith,
      chapterIdNone: labels.onlyMe,
    },
    change: save,
    send: (input) => {
      const address = new URLSearchParams(search);
      address.delete('after');
      save.mutate({ input: { ...input, screen, address: address.toString() } });
    },
  });
  return (
    <>
      {views.length === 0 ? (
        <Text c="dimmed">{labels.noViews}</Text>
      ) : (
        <ul className={classes.views}>
          {views.map(({ id, name, chapterId }) => (
            <li key={id}>
              <span>
                {name}
                {chapterId && (
                  <Text span c="dimmed" size="sm">
                    {' · '}
                    {allChapters.find((chapter) => chapter.id === chapterId)?.name}
                  </Text>
                )}
              </span>
              <ActionIcon
                variant="subtle"
                aria-label={labels.deleteView({ name })}
                onClick={() => remove.isPending || remove.mutate({ id })}
              >
                <CloseIcon size={16} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      <AreaPart area="every">
        <Form form={form} submitLabel={labels.save} onCancel={onDone}>
          <FormField form={form} name="name" autoFocus />
          <FormField
            form={form}
            name="chapterId"
            choices={chapters.map(({ id, name }) => ({ value: id, label: labels.sharedWith({ chapter: name }) }))}
          />
        </Form>
      </AreaPart>
    </>
  );
}

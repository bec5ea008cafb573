import { Button, Stack, Text } from '@mantine/core';
import { graphql, type ResultOf } from '@upstander/api-client';
import { models } from '@upstander/web-kit';
import { useState } from 'react';
import { useChange, useRead } from '../api/use-api';
import { Form, useModelForm } from '../parts/forms/form';
import { FormField } from '../parts/forms/form-field';
import { Dialog } from '../parts/ui/dialog';
import { RowButton } from '../parts/ui/row-button';
import { useWords } from '../words/words';

const pagesQuery = graphql(`
  query MyChapterPages {
    myChapterPages {
      chapter {
        id
        name
      }
      shown {
        roleEn
        roleEs
      }
    }
  }
`);
type Page = ResultOf<typeof pagesQuery>['myChapterPages'][number];

const showMutation = graphql(`
  mutation ShowMeOnChapter($input: ShowMeInput!) {
    showMeOnChapter(input: $input) {
      ok
    }
  }
`);

const hideMutation = graphql(`
  mutation HideMeFromChapter($chapterId: ID!) {
    hideMeFromChapter(chapterId: $chapterId) {
      ok
    }
  }
`);

/** Lets users choose the chapter pages that show their name. The default is none. */
export function ChapterPages() {
  const labels = useWords('account').t.account.chapterPages;
  const pages = useRead(pagesQuery, {}).data?.myChapterPages ?? [];
  const [editedPage, setEditedPage] = useState<Page | null>(null);
  const hide = useChange(hideMutation, { success: () => labels.hidden });
  const close = () => setEditedPage(null);
  return (
    <Stack gap="sm">
      <Text c="dimmed" size="sm">
        {pages.length === 0 ? labels.none : labels.lead}
      </Text>
      {pages.map((page) => (
        <div key={page.chapter.id}>
          <Text>
            {page.shown ? `${page.chapter.name}: ${page.shown.roleEn} / ${page.shown.roleEs}` : page.chapter.name}
          </Text>
          <Button.Group>
            <RowButton
              label={page.shown ? labels.change : labels.show}
              about={page.chapter.name}
              onClick={() => setEditedPage(page)}
            />
            {page.shown && (
              <RowButton
                label={labels.hide}
                about={page.chapter.name}
                onClick={() => hide.mutate({ chapterId: page.chapter.id })}
              />
            )}
          </Button.Group>
        </div>
      ))}
      <Dialog
        opened={editedPage !== null}
        onClose={close}
        title={labels.showOn({ chapter: editedPage?.chapter.name ?? '' })}
      >
        {editedPage && <RoleForm page={editedPage} onDone={close} />}
      </Dialog>
    </Stack>
  );
}

function RoleForm({ page, onDone }: { page: Page; onDone: () => void }) {
  const { t } = useWords('account');
  const labels = t.account.chapterPages;
  const show = useChange(showMutation, { quiet: true, success: () => labels.shown, onDone });
  const form = useModelForm(models.ShowMeInput, page.shown, {
    omit: ['chapterId'],
    labels: { ...labels, roleEnHint: labels.roleHint },
    change: show,
    send: (input) => show.mutate({ input: { ...input, chapterId: page.chapter.id } }),
  });
  return (
    <Form form={form} submitLabel={labels.show} onCancel={onDone}>
      <Text size="sm">{labels.anybody}</Text>
      <FormField form={form} name="roleEn" autoFocus />
      <FormField form={form} name="roleEs" />
    </Form>
  );
}

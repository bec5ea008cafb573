import { Button } from '@mantine/core';
import { graphql } from '@upstander/api-client';
import { useState } from 'react';
import { Link } from 'react-router';
import { useChange, useRead } from '../api/use-api';
import { ListPage } from '../parts/lists/list-page';
import { useSearchState } from '../parts/lists/list-state';
import { PhoneIcon, PlusIcon } from '../parts/ui/icons';
import { Badge } from '../parts/ui/status-badge';
import { useWords } from '../words/words';
import { HelpLineDialog, type Deciding } from './help-line-dialog';
import { helpLinesQuery, publishMutation, type HelpLineData } from './queries';

const verifyMutation = graphql(`
  mutation VerifyHelpLine($id: ID!) {
    verifyHelpLine(id: $id) {
      id
      verifiedOn
      verifyBy
    }
  }
`);

/** The lines that every page of the site names, which of them need a check, and the changes that wait for approval. */
export function HelpLineList() {
  const { t, locale } = useWords('helpLines');
  const say = t.helpLines;
  const state = useSearchState();
  const { data } = useRead(helpLinesQuery, {});
  const [deciding, setDeciding] = useState<Deciding | null>(null);
  const verify = useChange(verifyMutation, { success: () => say.verified });
  const publish = useChange(publishMutation, { success: () => say.restored });
  return (
    <ListPage
      name="help-lines"
      title={say.title}
      lead={say.lead}
      buttons={
        <Button component={Link} to="/help-lines/new" leftSection={<PlusIcon />}>
          {say.add}
        </Button>
      }
      document={helpLinesQuery}
      state={state}
      variables={{}}
      of="allHelpLines"
      label={say.list}
      what={say.what}
      none={{ title: say.noneTitle, text: say.noneText, icon: <PhoneIcon size={26} /> }}
      columns={[
        {
          key: 'name',
          header: say.line,
          cell: (line) => (locale === 'es' ? line.nameEs : line.name),
          to: ({ id }) => `/help-lines/${id}`,
          under: ({ phoneShown }) => phoneShown,
        },
        {
          key: 'state',
          header: say.state,
          onCard: 'corner',
          cell: (line) => <State line={line} />,
          under: ({ change }) => change && say.waiting[change.kind],
        },
        { key: 'checkedOn', header: say.verifiedOn, under: ({ verifiedByName }) => verifiedByName },
        { key: 'verifyBy', header: say.verifyBy },
        {
          key: 'source',
          header: say.source,
          cell: ({ sourceName, sourceYear, sourceUrl }) => (
            <a href={sourceUrl} rel="noreferrer" target="_blank">
              {sourceName}, {sourceYear}
            </a>
          ),
        },
      ]}
      rowActions={(line) => (
        <>
          <Button
            size="compact-sm"
            variant={line.stale ? 'filled' : 'default'}
            aria-label={`${say.verify}: ${line.name}`}
            onClick={() => verify.mutate({ id: line.id })}
          >
            {say.verify}
          </Button>
          {line.change ? (
            <Button
              size="compact-sm"
              variant={line.change.isMine ? 'default' : 'filled'}
              aria-label={`${line.change.isMine ? say.showRequest : say.decide}: ${line.name}`}
              onClick={() => setDeciding({ line, step: 'decide' })}
            >
              {line.change.isMine ? say.showRequest : say.decide}
            </Button>
          ) : (
            !line.national && (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={`${actionOf(line, say)}: ${line.name}`}
                onClick={() =>
                  line.removedAt
                    ? publish.mutate({ id: line.id, published: true })
                    : setDeciding({ line, step: line.published ? 'remove' : 'publish' })
                }
              >
                {actionOf(line, say)}
              </Button>
            )
          )}
        </>
      )}
    >
      <HelpLineDialog deciding={deciding} lines={data?.allHelpLines ?? []} onClose={() => setDeciding(null)} />
    </ListPage>
  );
}

type Say = ReturnType<typeof useWords<'helpLines'>>['t']['helpLines'];

function actionOf(line: HelpLineData, say: Say): string {
  if (line.published) return say.takeOff;
  return line.removedAt ? say.restore : say.publish;
}

function State({ line: { published, stale, checkedOn } }: { line: HelpLineData }) {
  const say = useWords('helpLines').t.helpLines;
  if (stale) return <Badge tone="bad">{checkedOn === null ? say.neverChecked : say.stale}</Badge>;
  return <Badge tone={published ? 'good' : 'calm'}>{published ? say.onSite : say.offSite}</Badge>;
}

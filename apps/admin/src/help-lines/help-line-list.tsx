import { Button } from '@mantine/core';
import { graphql } from '@upstander/api-client';
import { useState } from 'react';
import { Link } from 'react-router';
import { useChange, useRead } from '../api/use-api';
import { ListPage } from '../parts/lists/list-page';
import { PhoneIcon, PlusIcon } from '../parts/ui/icons';
import { Badge } from '../parts/ui/status-badge';
import { RowButton } from '../parts/ui/row-button';
import { type AreaWords, useWords } from '../words/words';
import { HelpLineDialog, type HelpLineDecision } from './help-line-dialog';
import { helpLinesQuery, publishMutation, type HelpLineData } from './queries';

const verifyMutation = graphql(`
  mutation VerifyHelpLine($id: ID!) {
    verifyHelpLine(id: $id) {
      id
    }
  }
`);

export function HelpLineList() {
  const { t, labels, locale } = useWords('helpLines');
  const { data } = useRead(helpLinesQuery, {});
  const [decision, setDecision] = useState<HelpLineDecision | null>(null);
  const verify = useChange(verifyMutation, { success: () => labels.verified });
  const publish = useChange(publishMutation, { success: () => labels.restored });
  return (
    <ListPage
      name="help-lines"
      labels={labels}
      buttons={
        <Button component={Link} to="/help-lines/new" leftSection={<PlusIcon />}>
          {labels.add}
        </Button>
      }
      document={helpLinesQuery}
      variables={{}}
      path="allHelpLines"
      emptyState={{ title: labels.noneTitle, text: labels.noneText, icon: <PhoneIcon size={26} /> }}
      columns={[
        {
          key: 'name',
          header: labels.line,
          render: (line) => (locale === 'es' ? line.nameEs : line.name),
          linkTo: ({ id }) => `/help-lines/${id}`,
          secondary: ({ phoneShown }) => phoneShown,
        },
        {
          key: 'state',
          header: labels.state,
          mobile: 'corner',
          render: (line) => <State line={line} />,
          secondary: ({ change }) => change && labels.waiting[change.kind],
        },
        { key: 'checkedOn', header: labels.verifiedOn, secondary: ({ verifiedByName }) => verifiedByName },
        { key: 'verifyBy', header: labels.verifyBy },
        {
          key: 'source',
          header: t.shared.source,
          render: ({ sourceName, sourceYear, sourceUrl }) => (
            <a href={sourceUrl} rel="noreferrer" target="_blank">
              {sourceName}, {sourceYear}
            </a>
          ),
        },
      ]}
      rowActions={(line) => (
        <>
          <RowButton
            label={labels.verify}
            about={line.name}
            variant={line.stale ? 'filled' : 'default'}
            onClick={() => verify.mutate({ id: line.id })}
          />
          {line.change ? (
            <RowButton
              label={line.change.isMine ? labels.showRequest : labels.decide}
              about={line.name}
              variant={line.change.isMine ? 'default' : 'filled'}
              onClick={() => setDecision({ line, step: 'decide' })}
            />
          ) : (
            !line.national && (
              <RowButton
                label={actionOf(line, labels)}
                about={line.name}
                onClick={() =>
                  line.removedAt
                    ? publish.mutate({ id: line.id, published: true })
                    : setDecision({ line, step: line.published ? 'remove' : 'publish' })
                }
              />
            )
          )}
        </>
      )}
    >
      <HelpLineDialog decision={decision} lines={data?.allHelpLines ?? []} onClose={() => setDecision(null)} />
    </ListPage>
  );
}

type Labels = AreaWords<'helpLines'>['t']['helpLines'];

function actionOf(line: HelpLineData, labels: Labels): string {
  if (line.published) return labels.takeOff;
  return line.removedAt ? labels.restore : labels.publish;
}

function State({ line: { published, stale, checkedOn } }: { line: HelpLineData }) {
  const { t, labels } = useWords('helpLines');
  if (stale) return <Badge tone="bad">{checkedOn === null ? labels.neverChecked : labels.stale}</Badge>;
  return <Badge tone={published ? 'good' : 'calm'}>{published ? t.shared.onTheSite : t.shared.notOnTheSite}</Badge>;
}

import { Button } from '@mantine/core';
import { graphql } from '@upstander/api-client';
import { Link } from 'react-router';
import { useChange } from '../api/use-api';
import { ListPage } from '../parts/lists/list-page';
import { useSearchState } from '../parts/lists/list-state';
import { PhoneIcon, PlusIcon } from '../parts/ui/icons';
import { Badge } from '../parts/ui/status-badge';
import { useWords } from '../words/words';
import { helpLinesQuery } from './queries';

const verifyMutation = graphql(`
  mutation VerifyHelpLine($id: ID!) {
    verifyHelpLine(id: $id) {
      id
      verifiedOn
      verifyBy
    }
  }
`);

const publishMutation = graphql(`
  mutation PublishHelpLine($id: ID!, $published: Boolean!) {
    publishHelpLine(id: $id, published: $published) {
      id
      published
    }
  }
`);

/** The lines that every page of the site names, and which of them are to be checked again. */
export function HelpLineList() {
  const { t, locale } = useWords('helpLines');
  const say = t.helpLines;
  const state = useSearchState();
  const verify = useChange(verifyMutation, { success: () => say.verified });
  const publish = useChange(publishMutation, {
    success: ({ publishHelpLine }) => (publishHelpLine.published ? say.publishedDone : say.takenOff),
  });
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
          cell: ({ published, stale }) =>
            stale ? (
              <Badge tone="bad">{say.stale}</Badge>
            ) : (
              <Badge tone={published ? 'good' : 'calm'}>{published ? say.onSite : say.offSite}</Badge>
            ),
        },
        { key: 'verifiedOn', header: say.verifiedOn, under: ({ verifiedByName }) => verifiedByName },
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
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`${line.published ? say.takeOff : say.publish}: ${line.name}`}
            onClick={() => publish.mutate({ id: line.id, published: !line.published })}
          >
            {line.published ? say.takeOff : say.publish}
          </Button>
        </>
      )}
    />
  );
}

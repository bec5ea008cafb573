import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { graphql, type ResultOf } from '@upstander/api-client';
import { ListTime, type Column } from '../parts/lists/column';
import { List } from '../parts/lists/list';
import { useSearchState } from '../parts/lists/list-state';
import { ConfirmChange } from '../parts/ui/confirm';
import { CheckIcon } from '../parts/ui/icons';
import { Section } from '../parts/ui/section';
import { useWords } from '../words/words';

const fraudWarningsQuery = graphql(`
  query FraudWarnings($open: Boolean) {
    fraudWarnings(open: $open) {
      id
      giftId
      donorName
      campaignTitle
      amount {
        amountMinor
        currency
      }
      fraudType
      warnedAt
      handledAt
      handledBy
      handledNote
    }
  }
`);

const handleFraudWarningMutation = graphql(`
  mutation HandleFraudWarning($input: HandleFraudWarningInput!) {
    handleFraudWarning(input: $input) {
      id
      handledAt
      handledBy
      handledNote
    }
  }
`);

type Warning = ResultOf<typeof fraudWarningsQuery>['fraudWarnings'][number];

/** What banks warned of, and what we did about it. */
export function FraudWarnings({ all }: { all: boolean }) {
  const { t } = useWords('disputes');
  const state = useSearchState();
  const [handling, setHandling] = useState<Warning | null>(null);
  const say = t.disputes;
  const types: Record<string, string> = say.fraudTypes;
  const handled: Column<Warning> = {
    key: 'handled',
    header: say.outcome,
    cell: ({ handledAt, handledBy }) =>
      handledAt && <ListTime at={handledAt} say={(when) => say.handledBy({ name: handledBy ?? '', when })} />,
    under: ({ handledNote }) => handledNote,
  };
  return (
    <Section title={say.warningsTitle} lead={say.warningsLead} apart>
      <List
        name="warnings"
        document={fraudWarningsQuery}
        state={state}
        variables={{ open: all ? null : true }}
        of="fraudWarnings"
        label={say.warnings}
        what={say.warnings}
        none={{ title: say.noWarnings, icon: <CheckIcon size={26} /> }}
        columns={[
          {
            key: 'donorName',
            header: say.donor,
            to: ({ giftId }) => `/gifts/${giftId}`,
            under: ({ campaignTitle }) => campaignTitle,
          },
          { key: 'type', header: say.warning, cell: ({ fraudType }) => types[fraudType] ?? say.otherWarning },
          { key: 'warnedAt', header: say.warnedAt },
          ...(all ? [handled] : []),
          { key: 'amount', header: say.amount, onCard: 'corner' },
        ]}
        rowActions={(warning) =>
          !warning.handledAt && (
            <>
              <Button
                component={Link}
                to={`/gifts/${warning.giftId}?refund=fraud`}
                size="compact-sm"
                aria-label={say.refundFor({ name: warning.donorName })}
              >
                {say.refund}
              </Button>
              <Button
                variant="default"
                size="compact-sm"
                aria-label={say.handleFor({ name: warning.donorName })}
                onClick={() => setHandling(warning)}
              >
                {say.handle}
              </Button>
            </>
          )
        }
      />
      {handling && (
        <ConfirmChange
          opened
          onClose={() => setHandling(null)}
          title={say.handleTitle}
          text={say.handleText}
          reason={{ label: say.handleNote, required: true }}
          submit={say.handle}
          working={say.handling}
          mutation={handleFraudWarningMutation}
          variables={(note) => ({ input: { id: handling.id, note } })}
          done={say.handled}
        />
      )}
    </Section>
  );
}

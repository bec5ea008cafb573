import { ListTime } from '../parts/lists/column';
import { useSearchState } from '../parts/lists/list-state';
import { CheckIcon, MailIcon } from '../parts/ui/icons';
import { TabLinks } from '../parts/ui/tab-links';
import { useWords } from '../words/words';

interface Delivery {
  template: string;
  recipient: string;
  status: string;
  dueAt: string;
  sentAt: string | null;
}

/** The list, filters and columns that emails and texts share. */
export function useDeliveryLog<Row extends Delivery>(
  name: 'mail' | 'texts',
  {
    statuses,
    undelivered,
  }: { statuses: Readonly<Record<Row['status'], string>>; undelivered: ReadonlyArray<Row['status']> },
) {
  const { t, labels } = useWords('deliveryLog');
  const state = useSearchState();
  const { channels } = labels;
  const kinds: Record<string, string> = labels.templates;
  const status = state.oneOf('status', statuses);
  const isProblemView = state.get('status') === 'trouble';
  const showsOnlyProblems = isProblemView && !state.isFiltered(['recipient', 'template']);
  return {
    filter: {
      status: isProblemView ? [...undelivered] : status && [status],
      template: state.text('template'),
      recipient: state.text('recipient'),
    },
    list: {
      name,
      labels: {
        ...labels,
        list: channels[name].name,
        noneFoundTitle: showsOnlyProblems ? undefined : labels.noneFoundTitle,
      },
      header: (
        <TabLinks
          label={labels.channel}
          tabs={[
            { to: '/mail', label: channels.mail.name, end: true },
            { to: '/mail/texts', label: channels.texts.name },
          ]}
        />
      ),
      first: 30,
      search: { label: labels.recipient, hint: labels.recipientHint, name: 'recipient' },
      filters: [
        {
          name: 'status',
          label: t.common.status,
          emptyOption: labels.anyStatus,
          options: { trouble: labels.trouble, ...statuses },
        },
        { name: 'template', label: t.shared.kind, emptyOption: labels.anyTemplate, options: labels.templates },
      ],
      emptyState: showsOnlyProblems
        ? { title: labels.noTroubleTitle, text: labels.noTroubleText, icon: <CheckIcon size={26} /> }
        : {
            title: channels[name].noneTitle,
            text: channels[name].noneText,
            icon: <MailIcon size={26} />,
          },
    },
    kindOf: ({ template }: Row) => kinds[template] ?? template,
    recipientColumn: { key: 'recipient', header: labels.recipient },
    statusColumn: { key: 'status', header: t.common.status, mobile: 'plain' },
    whenColumn: {
      key: 'when',
      header: t.common.when,
      render: ({ sentAt, dueAt }: Row) =>
        sentAt ? <ListTime at={sentAt} /> : <ListTime at={dueAt} wrap={(when) => labels.dueAt({ when })} />,
    },
  } as const;
}

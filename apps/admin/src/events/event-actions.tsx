import { Button, Menu } from '@mantine/core';
import { useClipboard, useDisclosure } from '@mantine/hooks';
import { isRefusal } from '@upstander/api-client';
import { Link, useNavigate } from 'react-router';
import { useChange } from '../api/use-api';
import { MessageButton } from '../event-messages/message-button';
import { Confirm, ConfirmChange } from '../parts/ui/confirm';
import {
  CheckIcon,
  CloseIcon,
  CopyIcon,
  DotsIcon,
  EditIcon,
  EyeIcon,
  LinkIcon,
  PeopleIcon,
  PrintIcon,
  RepeatIcon,
} from '../parts/ui/icons';
import { notify } from '../parts/notifications/notify';
import { useMe } from '../session/use-me';
import { useEventAccess } from '../session/use-event-access';
import { useSettings } from '../session/settings';
import { isPast } from '../parts/ui/dates';
import { useWords } from '../words/words';
import { cancelEventMutation, deleteEventMutation, publishEventMutation, type ManagedEvent } from './queries';
import { saveRefusalOf } from './use-save-event';

export function EventActions({ event }: { event: ManagedEvent }) {
  const { t } = useWords('checkIn');
  const [cancelling, cancel] = useDisclosure(false);
  const [isDeleting, deleteToggle] = useDisclosure(false);
  const navigate = useNavigate();
  const publish = useChange(publishEventMutation, {
    success: () => t.shared.publishedForSignUp,
    // Missing fields are shown in the form, where they can be filled in.
    onFailed: (error) => {
      const refusal = isRefusal(error, 'BAD_INPUT') ? saveRefusalOf(error) : undefined;
      if (refusal) void navigate(`/events/${event.id}/edit`, { state: refusal });
      return refusal !== undefined;
    },
  });
  const { canView, canManage } = useEventAccess(event);
  const isUpcoming = !isPast(event);

  return (
    <>
      {event.status === 'DRAFT' && canManage('EVENTS') && (
        <Button onClick={() => publish.mutate({ id: event.id })} aria-disabled={publish.isPending}>
          {publish.isPending ? t.common.publishing : t.shared.publish}
        </Button>
      )}
      {isUpcoming && canManage('EVENTS') && (
        <Button variant="default" leftSection={<EditIcon />} component={Link} to={`/events/${event.id}/edit`}>
          {t.common.edit}
        </Button>
      )}
      {(event.status === 'PUBLISHED' || event.status === 'COMPLETED') && canManage('ROSTER') && (
        <Button
          variant="default"
          leftSection={<CheckIcon />}
          component={Link}
          to={`/events/${event.id}/check-in`}
          reloadDocument
        >
          {t.checkIn.open}
        </Button>
      )}
      {event.status !== 'DRAFT' && <MessageButton event={event}>{t.common.message}</MessageButton>}
      {canView('ROSTER') && (
        <Button variant="default" leftSection={<PrintIcon />} component={Link} to={`/events/${event.id}/print`}>
          {t.shared.printSheet}
        </Button>
      )}
      <MoreMenu event={event} onCancel={cancel.open} onDelete={deleteToggle.open} />
      <CancelEvent event={event} opened={cancelling} onClose={cancel.close} />
      <DeleteDraft event={event} opened={isDeleting} onClose={deleteToggle.close} />
    </>
  );
}

function MoreMenu(props: { event: ManagedEvent; onCancel: () => void; onDelete: () => void }) {
  const { event, onCancel, onDelete } = props;
  const { t } = useWords('events', 'registrations', 'series');
  const { show } = t.events;
  const { publicUrl } = useSettings();
  const { copy } = useClipboard();
  const { canManage } = useEventAccess(event);
  const me = useMe();
  const path = `/events/${event.slug}`;
  const copyLink = () => {
    // Browsers require a secure context for the clipboard.
    if (!window.isSecureContext) return notify.failure(t.common.failed, show.linkNotCopied);
    copy(publicUrl + path);
    return notify.success(t.shared.linkCopied);
  };
  return (
    <Menu>
      <Menu.Target>
        <Button variant="default" aria-label={t.common.moreActions} px={8}>
          <DotsIcon />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {me.manageAreas.includes('EVENTS') && (
          <Menu.Item leftSection={<CopyIcon />} component={Link} to={`/events/new?from=${event.id}`}>
            {show.copyEvent}
          </Menu.Item>
        )}
        {!event.series && !isPast(event) && canManage('SERIES') && (
          <Menu.Item leftSection={<RepeatIcon />} component={Link} to={`/events/${event.id}/repeat`}>
            {t.series.repeat.action}
          </Menu.Item>
        )}
        {canManage('REGISTRATIONS') && (
          <Menu.Item leftSection={<PeopleIcon />} component={Link} to={`/events/${event.id}/registration`}>
            {t.registrations.settings}
          </Menu.Item>
        )}
        {(event.status === 'PUBLISHED' || event.status === 'COMPLETED') && canManage('ROSTER') && (
          <Menu.Item leftSection={<PrintIcon />} component={Link} to={`/events/${event.id}/door`}>
            {show.door}
          </Menu.Item>
        )}
        {event.status !== 'DRAFT' && (
          <>
            <Menu.Item leftSection={<EyeIcon />} component="a" href={path}>
              {t.shared.publicPage}
            </Menu.Item>
            <Menu.Item leftSection={<LinkIcon />} onClick={copyLink}>
              {show.copyLink}
            </Menu.Item>
          </>
        )}
        {event.status === 'DRAFT' && canManage('EVENTS') && (
          <Menu.Item leftSection={<CloseIcon />} c="var(--u-clay)" onClick={onDelete}>
            {t.shared.deleteDraft}
          </Menu.Item>
        )}
        {event.status === 'PUBLISHED' && !isPast(event) && canManage('EVENTS') && (
          <Menu.Item leftSection={<CloseIcon />} c="var(--u-clay)" onClick={onCancel}>
            {show.cancelEvent}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function CancelEvent({ event, opened, onClose }: { event: ManagedEvent; opened: boolean; onClose: () => void }) {
  const { t } = useWords('events');
  const { show } = t.events;
  const people = event.shifts.reduce((sum, { taken, waiting }) => sum + taken + waiting, 0);
  return (
    <ConfirmChange
      opened={opened}
      onClose={onClose}
      title={show.cancelTitle}
      text={show.cancelText({ people })}
      reason={{ label: t.common.reason, hint: show.reasonHint, required: true }}
      submitLabel={show.confirmCancel}
      pendingLabel={t.common.canceling}
      mutation={cancelEventMutation}
      variables={(reason) => ({ id: event.id, reason })}
      successMessage={show.cancelled}
    />
  );
}

function DeleteDraft({ event, opened, onClose }: { event: ManagedEvent; opened: boolean; onClose: () => void }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const change = useChange(deleteEventMutation, {
    quiet: true,
    success: () => t.shared.draftDeleted,
    onDone: () => void navigate('/events'),
  });
  return (
    <Confirm
      opened={opened}
      onClose={onClose}
      title={t.shared.deleteDraftTitle}
      text={t.shared.draftUnseen}
      submitLabel={t.shared.deleteNow}
      pendingLabel={t.shared.deleting}
      pending={change.isPending}
      error={change.error}
      onConfirm={() => change.mutate({ id: event.id })}
    />
  );
}

import { ActionIcon, Menu } from '@mantine/core';
import { Children, useState, type ReactNode } from 'react';
import { useEventAccess } from '../../session/use-event-access';
import { useWords } from '../../words/words';
import { Dialog } from '../ui/dialog';
import { DotsIcon, MailIcon, PersonIcon } from '../ui/icons';
import { ContactDialog } from './contact-dialog';
import { MessageForm } from './message-form';
import { hasSignupMenu, showsContact, type MenuSignup } from './signup-rules';

interface SignupMenuProps {
  signup: MenuSignup;
  event: { id: string; series?: { id: string } | null };
  shift: { startsAt: string; endsAt: string } | undefined;
  /** Further items below the shared ones. */
  children?: ReactNode;
  size?: number;
}

/** Actions for a sign-up: email the volunteer, if they have an address, and, around the shift, view the emergency contact. */
export function SignupMenu({ signup, event, shift, children, size = 28 }: SignupMenuProps) {
  const { t } = useWords('roster', 'volunteers');
  const [dialog, setDialog] = useState<'message' | 'contact' | null>(null);
  const close = () => setDialog(null);
  const { canView, canManage } = useEventAccess(event);
  const withMessage = signup.hasEmail && canManage('MESSAGES');
  const withContact = canView('ROSTER') && showsContact(signup, shift, new Date());
  if (!hasSignupMenu(signup)) return null;
  if (!withMessage && !withContact && Children.toArray(children).length === 0) return null;
  return (
    <>
      <Menu>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={size} aria-label={t.common.actionsFor({ name: signup.name })}>
            <DotsIcon />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {withMessage && (
            <Menu.Item leftSection={<MailIcon />} onClick={() => setDialog('message')}>
              {t.roster.message}
            </Menu.Item>
          )}
          {withContact && (
            <Menu.Item leftSection={<PersonIcon />} onClick={() => setDialog('contact')}>
              {t.volunteers.contact}
            </Menu.Item>
          )}
          {children}
        </Menu.Dropdown>
      </Menu>
      {dialog === 'contact' && <ContactDialog signup={signup} onClose={close} />}
      {dialog === 'message' && (
        <Dialog onClose={close} title={t.shared.messageToName({ name: signup.name })}>
          <MessageForm signup={signup} eventId={event.id} onDone={close} />
        </Dialog>
      )}
    </>
  );
}

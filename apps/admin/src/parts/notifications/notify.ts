import { notifications, type NotificationData } from '@mantine/notifications';
import { currentWords } from '../../words/start-words';

/** Failures stay until closed, because they may need a second reading. */
export const notify = {
  success(message: string): void {
    show({ message, color: 'evergreen', autoClose: 5000 });
  },
  /** For a success that needs attention. Stays until closed. */
  warning(message: string): void {
    show({ message, color: 'amber', autoClose: false });
  },
  failure(title: string, message: string): void {
    show({ title, message, color: 'clay', autoClose: false });
  },
};

function show(notice: NotificationData): void {
  // Notifications are outside the React tree of the screens.
  const { close } = currentWords().admin.common;
  notifications.show({ ...notice, closeButtonProps: { 'aria-label': close } });
}

import { notifications, type NotificationData } from '@mantine/notifications';
import { currentWords } from '../../words/start-words';

/** Short notices at the edge of the screen. A failure stays until it is closed: it may need reading twice. */
export const notify = {
  success(message: string): void {
    show({ message, color: 'evergreen', autoClose: 5000 });
  },
  /** It worked, but the result needs a look; stays until it is closed. */
  warning(message: string): void {
    show({ message, color: 'amber', autoClose: false });
  },
  failure(title: string, message: string): void {
    show({ title, message, color: 'clay', autoClose: false });
  },
};

function show(notice: NotificationData): void {
  // Notices are outside the React tree of the screens.
  const { close } = currentWords().admin.common;
  notifications.show({ ...notice, closeButtonProps: { 'aria-label': close } });
}

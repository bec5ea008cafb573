import { notifications } from '@mantine/notifications';

/** Short notices at the edge of the screen. A failure stays until it is closed: it may need reading twice. */
export const notify = {
  success(message: string): void {
    notifications.show({ message, color: 'evergreen', autoClose: 5000 });
  },
  failure(title: string, message: string): void {
    notifications.show({ title, message, color: 'clay', autoClose: false });
  },
};

import { notifications, type NotificationData } from '@mantine/notifications';
import { catalogueOf, isLocale } from '@upstander/web-kit';

/** Short notices at the edge of the screen. A failure stays until it is closed: it may need reading twice. */
export const notify = {
  success(message: string): void {
    show({ message, color: 'evergreen', autoClose: 5000 });
  },
  failure(title: string, message: string): void {
    show({ title, message, color: 'clay', autoClose: false });
  },
};

function show(notice: NotificationData): void {
  // Notices are outside the React tree of the screens, so the language is that of the page.
  const { lang } = document.documentElement;
  const { close } = catalogueOf(isLocale(lang) ? lang : 'en').admin.common;
  notifications.show({ ...notice, closeButtonProps: { 'aria-label': close } });
}

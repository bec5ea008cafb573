import { Mail } from './mails/mail.entity.js';

export const notificationsEntities = [Mail];

import { Mail } from './mail/mail.entity.js';

export const notificationsEntities = [Mail];

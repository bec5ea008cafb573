import { DeliveryProblem } from './delivery-problems/delivery-problem.entity.js';
import { Mail } from './mails/mail.entity.js';
import { StoredPreference } from './preferences/notification-preference.entity.js';
import { StaffNotice } from './staff-notices/staff-notice.entity.js';

export const notificationsEntities = [Mail, StoredPreference, DeliveryProblem, StaffNotice];

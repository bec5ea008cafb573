import { DeliveryProblem } from './delivery-problems/delivery-problem.entity.js';
import { Mail } from './mails/mail.entity.js';
import { StoredPreference } from './preferences/notification-preference.entity.js';
import { SmsCode } from './sms/consent/sms-code.entity.js';
import { SmsConsent } from './sms/consent/sms-consent.entity.js';
import { SmsReceived } from './sms/inbox/sms-received.entity.js';
import { Sms } from './sms/outbox/sms.entity.js';
import { StaffNotice } from './staff-notices/staff-notice.entity.js';

export const notificationsEntities = [
  Mail,
  StoredPreference,
  DeliveryProblem,
  StaffNotice,
  SmsConsent,
  SmsCode,
  Sms,
  SmsReceived,
];

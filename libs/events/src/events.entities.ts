import { AttendanceMark } from './attendance/attendance-mark.entity.js';
import { EventDoorRow } from './door/event-door.entity.js';
import { EventMessageRecipientRow } from './event-messages/event-message-recipient.entity.js';
import { EventMessage } from './event-messages/event-message.entity.js';
import { Event } from './events/event.entity.js';
import { Feedback } from './feedback/feedback.entity.js';
import { RegistrationForm } from './registrations/registration-form.entity.js';
import { Registration } from './registrations/registration.entity.js';
import { SafeguardingOverride } from './safeguarding/safeguarding-override.entity.js';
import { HandOver } from './hand-overs/hand-over.entity.js';
import { ShiftLead } from './shift-leads/shift-lead.entity.js';
import { Series } from './series/series.entity.js';
import { ShiftRequest } from './shift-requests/shift-request.entity.js';
import { Shift } from './shifts/shift.entity.js';
import { StandingSignup } from './standing-signups/standing-signup.entity.js';
import { Signup } from './signups/signup.entity.js';

export const eventsEntities = [
  Event,
  Series,
  Shift,
  ShiftLead,
  ShiftRequest,
  Signup,
  HandOver,
  Feedback,
  AttendanceMark,
  SafeguardingOverride,
  EventDoorRow,
  EventMessage,
  EventMessageRecipientRow,
  StandingSignup,
  RegistrationForm,
  Registration,
];

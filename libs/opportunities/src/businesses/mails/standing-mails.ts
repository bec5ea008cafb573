import type { BusinessMailContext, BusinessMail } from './business-mail.js';
import { words } from './standing.mail.generated.js';

const openButton = (label: string, { statusUrl }: BusinessMailContext) => ({ buttons: [{ label, url: statusUrl }] });

export const businessSuspended: BusinessMail = {
  name: 'business-suspended',
  stillTrue: ({ status }) => status === 'suspended',
  text(about) {
    const t = words[about.locale].suspended;
    return {
      subject: t.subject({ name: about.name }),
      heading: t.heading,
      blocks: [
        t.lead({ name: about.name }),
        { quote: about.business.statusReason, by: about.organization },
        t.answer,
        openButton(t.button, about),
      ],
    };
  },
};

export const businessRechecked: BusinessMail = {
  name: 'business-rechecked',
  stillTrue: ({ status }) => status === 'in_review' || status === 'submitted',
  text(about) {
    const t = words[about.locale].rechecked;
    return {
      subject: t.subject({ name: about.name }),
      heading: t.heading,
      blocks: [t.lead({ name: about.name }), t.wait, openButton(t.button, about)],
    };
  },
};

export const businessLapsing: BusinessMail = {
  name: 'business-lapsing',
  // Applies only to this approval. Skipped once renewal is requested or done.
  stillTrue: ({ status, renewing, approvedUntil }, data) =>
    status === 'approved' && !renewing && approvedUntil === data['until'],
  text(about) {
    const t = words[about.locale].lapsing;
    const { name, until } = about;
    return {
      subject: t.subject({ until, name }),
      heading: t.heading({ until }),
      blocks: [t.lead, t.otherwise({ until }), openButton(t.button, about)],
    };
  },
};

export const businessLapsed: BusinessMail = {
  name: 'business-lapsed',
  stillTrue: ({ status }) => status === 'lapsed' || status === 'submitted',
  text(about) {
    const t = words[about.locale].lapsed;
    const { lead, button } = about.business.status === 'submitted' ? t.submitted : t.notSubmitted;
    return { subject: t.subject({ name: about.name }), heading: t.heading, blocks: [lead, openButton(button, about)] };
  },
};

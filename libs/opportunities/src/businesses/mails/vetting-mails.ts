import type { BusinessMailContext, BusinessMail } from './business-mail.js';
import { words } from './vetting.mail.generated.js';

const openButton = (label: string, { statusUrl }: BusinessMailContext) => ({ buttons: [{ label, url: statusUrl }] });

export const businessRegistered: BusinessMail = {
  name: 'business-registered',
  stillTrue: ({ status }) => status !== 'refused' && status !== 'suspended',
  text(about) {
    const t = words[about.locale].registered;
    return {
      subject: t.subject({ name: about.name }),
      heading: t.heading,
      blocks: [t.lead({ name: about.name }), t.domain, t.calls, openButton(t.button, about)],
    };
  },
};

export const businessChangesRequested: BusinessMail = {
  name: 'business-changes-requested',
  stillTrue: ({ status, statusReason, renewing }) =>
    statusReason !== '' && (status === 'changes_requested' || (status === 'approved' && !renewing)),
  text(about) {
    const t = words[about.locale].changesRequested;
    return {
      subject: t.subject({ name: about.name }),
      heading: t.heading,
      blocks: [
        t.lead,
        { quote: about.business.statusReason, by: about.organization },
        ...(about.business.status === 'approved' ? [t.until({ until: about.until })] : []),
        t.again,
        openButton(t.button, about),
      ],
    };
  },
};

export const businessApproved: BusinessMail = {
  name: 'business-approved',
  stillTrue: ({ status }) => status === 'approved',
  text(about) {
    const t = words[about.locale].approved;
    return {
      subject: t.subject({ name: about.name }),
      heading: t.heading,
      blocks: [
        t.lead({ name: about.name, until: about.until }),
        t.good,
        t.changes,
        { buttons: [{ label: t.button, url: about.postUrl }] },
      ],
    };
  },
};

export const businessRefused: BusinessMail = {
  name: 'business-refused',
  stillTrue: ({ status }) => status === 'refused',
  text(about) {
    const t = words[about.locale].refused;
    return {
      subject: t.subject({ name: about.name }),
      heading: t.heading,
      blocks: [t.lead, { quote: about.business.statusReason, by: about.organization }, t.answer],
    };
  },
};

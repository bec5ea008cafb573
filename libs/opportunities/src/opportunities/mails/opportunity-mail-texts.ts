import type { OpportunityMailContext, OpportunityMail, OpportunityMailFacts } from './opportunity-mail.js';
import { words } from './opportunity.mail.generated.js';

const hasSameTerm = ({ expiresAt }: OpportunityMailFacts, data: Record<string, unknown>) =>
  expiresAt?.toISOString() === data['expiresAt'];
const openButton = (label: string, { opportunityUrl }: OpportunityMailContext) => ({
  buttons: [{ label, url: opportunityUrl }],
});

export const opportunityApproved: OpportunityMail = {
  name: 'opportunity-approved',
  stillTrue: ({ status }) => status === 'published' || status === 'expiring',
  text(about) {
    const t = words[about.locale].approved;
    const { title, until } = about;
    return {
      subject: t.subject({ title }),
      heading: t.heading,
      blocks: [
        t.lead({ title, until }),
        t.interest,
        t.edits,
        { buttons: [{ label: t.see, url: about.publicUrl }] },
        openButton(words[about.locale].own, about),
      ],
    };
  },
};

export const opportunityChangesRequested: OpportunityMail = {
  name: 'opportunity-changes-requested',
  stillTrue: ({ status }) => status === 'changes_requested',
  text(about) {
    const t = words[about.locale].changesRequested;
    const { title } = about;
    return {
      subject: t.subject({ title }),
      heading: t.heading,
      blocks: [
        t.lead({ title }),
        { quote: about.opportunity.statusReason, by: about.organization },
        t.kept,
        openButton(t.button, about),
      ],
    };
  },
};

export const opportunityRefused: OpportunityMail = {
  name: 'opportunity-refused',
  stillTrue: ({ status }) => status === 'refused',
  text(about) {
    const t = words[about.locale].refused;
    const { title } = about;
    return {
      subject: t.subject({ title }),
      heading: t.heading,
      blocks: [
        t.lead({ title }),
        { quote: about.opportunity.statusReason, by: about.organization },
        t.another,
        openButton(words[about.locale].own, about),
      ],
    };
  },
};

export const opportunityExpiring: OpportunityMail = {
  name: 'opportunity-expiring',
  stillTrue: (opportunity, data) =>
    (opportunity.status === 'published' || opportunity.status === 'expiring') && hasSameTerm(opportunity, data),
  text(about) {
    const t = words[about.locale].expiring;
    const { title, until } = about;
    return {
      subject: t.subject({ title }),
      heading: t.heading,
      blocks: [
        t.lead({ title, until }),
        { buttons: [{ label: t.button, url: about.linkUrl }] },
        ...(about.readFirst ? [t.reviewed] : []),
        { small: t.nothing },
      ],
    };
  },
};

export const opportunityExpired: OpportunityMail = {
  name: 'opportunity-expired',
  stillTrue: (opportunity, data) => opportunity.status === 'expired' && hasSameTerm(opportunity, data),
  text(about) {
    const t = words[about.locale].expired;
    const { title, until } = about;
    return {
      subject: t.subject({ title }),
      heading: t.heading,
      blocks: [t.lead({ title, until }), { buttons: [{ label: t.button, url: about.linkUrl }] }],
    };
  },
};

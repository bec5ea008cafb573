/** Words for the API's enums: one entry for every value. */
export const enums = {
  eventStatus: { DRAFT: 'Draft', PUBLISHED: 'Published', CANCELLED: 'Cancelled', COMPLETED: 'Completed' },
  signupStatus: {
    CONFIRMED: 'Confirmed',
    WAITLISTED: 'In line',
    OFFERED: 'Place offered',
    CANCELLED: 'Cancelled',
    EXPIRED: 'Expired',
  },
  mailStatus: {
    DUE: 'Due',
    SENDING: 'Sending',
    SENT: 'Sent',
    FAILED: 'Failed',
    BOUNCED: 'Bounced',
    SKIPPED: 'Not needed',
  },
  role: {
    ADMIN: 'Administrator',
    ADVOCATE: 'Advocate',
    BUSINESS: 'Business',
    FINANCE: 'Finance',
    MODERATOR: 'Moderator',
    ORGANIZER: 'Organizer',
    VOLUNTEER: 'Volunteer',
  },
};

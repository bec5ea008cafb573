import type { ShippedSource } from './article-content.js';

/** What the articles rest on, each once. */
export const sources = {
  hotline: {
    title: 'Recognizing the signs; how to get help',
    publisher: 'National Human Trafficking Hotline',
    year: 2026,
    url: 'https://humantraffickinghotline.org',
  },
  state: {
    title: 'Identify and assist a person in need',
    publisher: 'U.S. Department of State',
    year: 2023,
    url: 'https://www.state.gov',
  },
  cdc: {
    title: 'About violence prevention: healthy relationships and exploitation',
    publisher: 'U.S. Centers for Disease Control and Prevention',
    year: 2024,
    url: 'https://www.cdc.gov',
  },
  unodc: {
    title: 'Global Report on Trafficking in Persons',
    publisher: 'United Nations Office on Drugs and Crime',
    year: 2020,
    url: 'https://www.unodc.org',
  },
  ncmec: {
    title: 'Help for children, teenagers and families',
    publisher: 'National Center for Missing & Exploited Children',
    year: 2026,
    url: 'https://www.missingkids.org',
  },
  eeoc: {
    title: 'Protect yourself: possible trafficking situations',
    publisher: 'U.S. Equal Employment Opportunity Commission',
    year: 2024,
    url: 'https://www.eeoc.gov/youth/protect-yourself-possible-trafficking-situations',
  },
  techsafety: {
    title: 'Technology safety and privacy',
    publisher: 'National Network to End Domestic Violence, Safety Net',
    year: 2025,
    url: 'https://www.techsafety.org',
  },
  penalCode: {
    title: 'Penal Code section 236.1',
    publisher: 'State of California',
    year: 2012,
    url: 'https://leginfo.legislature.ca.gov',
  },
  ab1227: {
    title: 'Assembly Bill 1227: instruction and training in schools',
    publisher: 'State of California',
    year: 2017,
    url: 'https://leginfo.legislature.ca.gov',
  },
  sb1104: {
    title: 'Senate Bill 1104: information for parents of grades 6 to 12',
    publisher: 'State of California',
    year: 2018,
    url: 'https://leginfo.legislature.ca.gov',
  },
} satisfies Record<string, ShippedSource>;

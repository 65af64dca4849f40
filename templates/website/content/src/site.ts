import settings from './site.json' with { type: 'json' };

/** What the pages say about the site. Change it in site.json. */
export interface Site {
  title: string;
  description: string;
  organisation: string;
  contactEmail: string;
}

export const site: Site = settings;

/** The pages of the menu, in the order of the menu. */
export const menu = [
  { path: '/', label: 'Home' },
  { path: '/toegankelijkheid/', label: 'Toegankelijkheid' },
  { path: '/privacy/', label: 'Privacy' },
];

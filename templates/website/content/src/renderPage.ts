import { menu, type Site } from './site.ts';

const HTML_SIGNS: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text that reads in HTML as it was typed. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => HTML_SIGNS[sign] ?? sign);
}

/** Fills in `{{ name }}`; what is filled in is not looked at again. */
function fillIn(template: string, values: Record<string, string>): string {
  return template.replace(/\{\{ (\w+) \}\}/g, (placeholder, name: string) => {
    const value = values[name];
    if (value === undefined) {
      throw new Error(`Nothing is known to fill in for ${placeholder}`);
    }
    return value;
  });
}

function renderMenu(path: string): string {
  return menu
    .map((item) => {
      const current = item.path === path ? ' aria-current="page"' : '';
      return `<li><a class="nl-link site-menu__link" href="${item.path}"${current}>${escapeHtml(item.label)}</a></li>`;
    })
    .join('\n');
}

/**
 * A whole page: the layout around the page's own title and content.
 *
 * @param page - starts with a `<title>`; the rest is the content
 */
export function renderPage({
  layout,
  page,
  path,
  site,
}: {
  layout: string;
  page: string;
  path: string;
  site: Site;
}): string {
  const match = /^\s*<title>(.*?)<\/title>\s*(.*)$/s.exec(page);
  if (!match) {
    throw new Error(`The page ${path} does not start with a <title>`);
  }
  const [, pageTitle = '', content = ''] = match;
  const values = {
    title: escapeHtml(site.title),
    description: escapeHtml(site.description),
    organisation: escapeHtml(site.organisation),
    contactEmail: escapeHtml(site.contactEmail),
  };
  return fillIn(layout, {
    ...values,
    pageTitle: path === '/' ? values.title : `${fillIn(pageTitle, values)} - ${values.title}`,
    menu: renderMenu(path),
    content: fillIn(content, values),
  });
}
